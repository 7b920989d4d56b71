/** Of a store's attributes those that its frame follows; the language it finds out by itself. */
const FOLLOWED = ['theme', 'balance', 'signed-in'];

/** Of a store's attributes those that are said in the frame's address, by the names that they have there. */
const HINTS = Object.entries({category: 'category', product: 'product', 'user-id': 'userID'});

/** Until it has something to show, the frame is neither seen, nor reached by a key, nor moves anything. */
const STYLE = `
  :host { display: block; }
  :host([hidden]) { display: none; }
  .coming { position: absolute; visibility: hidden; height: 0; min-height: 0; overflow: hidden; }
`;

/** The page that a gateway has for a store in a frame, beside what the widget reads; what is read elsewhere than at `…/v1` has none. */
export function channelOf(store: Element): URL | undefined {
  const address = store.getAttribute('gateway')!.replace(/(^|\/)v1\/?$/, '$1channel');
  const isThere = address.endsWith('channel') && URL.canParse(address, document.baseURI);
  return isThere ? new URL(address, document.baseURI) : undefined;
}

/**
 * Puts the store's frame into a store that has no elements, out of sight; once the frame shows products, it is seen instead of what
 * stands in the store. The page's own nodes are left as they are, since a framework may hold on to them.
 *
 * @param label - What the frame is called to those who hear the page.
 * @throws Where the page has given the store a shadow tree of its own.
 */
export function putFrame(store: Element, channel: URL, label: Promise<string>): void {
  const root = store.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const frame = document.createElement('rai-store-frame');
  const src = new URL(channel);
  for (const [name, hint] of HINTS) {
    const value = store.getAttribute(name);
    if (value) src.searchParams.set(hint, value);
  }
  frame.setAttribute('src', src.href);
  frame.setAttribute('class', 'coming');
  label.then((words) => frame.setAttribute('label', words)).catch(() => {});
  const follow = () => {
    for (const name of FOLLOWED) {
      const value = store.getAttribute(name);
      if (value === null) frame.removeAttribute(name);
      else frame.setAttribute(name, value);
    }
  };
  follow();
  new MutationObserver(follow).observe(store, {attributeFilter: FOLLOWED});
  const own = document.createElement('slot');
  root.append(own, frame);
  frame.addEventListener('rai-ready', () => {
    own.remove();
    frame.removeAttribute('class');
  });
}
