import type {Source} from '../controllers/source.ts';
import {channelOf, putFrame} from './frame-instead.ts';
import {wayOut} from './way-out.ts';

// This file takes nothing from an earlier one: what they share would be a further file before the first card.

/** The part of a store's configuration that is looked at here, where its members are what they should be. */
interface Told {
  readonly widget?: {readonly callToAction?: {readonly isEnabled?: unknown; readonly link?: unknown}};
}

/**
 * For a page on which the elements cannot be: its policy lets no template be parsed, it is XML, or their file did not come.
 *
 * What the page has put into a store stands; an empty one gets a link at once: to its `redeem-url`, to where the store's call to action
 * leads, or to the gateway's own page of it. That page is also asked for in a frame, which stands instead once it shows products.
 * Stores that come onto the page later are led out too.
 *
 * @param defineFrame - Has `<rai-store-frame>` registered. Where that fails, or the page lets no frame be, the link stays.
 */
export function leadAllOut(source: Source, defineFrame: () => Promise<unknown>): void {
  // Where they are registered, it is somebody else's element, or another edition's, that is at work.
  if (customElements.get('rai-store')) return;
  const led = new WeakSet<Element>();
  const leadOut = () => {
    for (const store of document.querySelectorAll('rai-store[gateway]')) {
      if (led.has(store)) continue;
      led.add(store);
      lead(store, source, defineFrame);
    }
  };
  leadOut();
  new MutationObserver(leadOut).observe(document, {childList: true, subtree: true});
}

// What fails below leaves a link, if not the best one; nobody else has to hear of it.

function lead(store: Element, source: Source, defineFrame: () => Promise<unknown>) {
  const tag = source.languageAt(store);
  const channel = channelOf(store);
  const label = source.loadText(tag).then((text) => text.say('store.label'));
  label.catch(() => {});
  const isEmpty = !/\S/.test(store.textContent) && !store.querySelector(':scope > :not(template)');
  if (isEmpty) putLink(store, source, tag, channel, label);
  if (channel)
    defineFrame()
      .then(() => putFrame(store, channel, label))
      .catch(() => {});
}

/** Puts a link into a store, with what is known at once; what was asked for makes it a better one when it comes. */
function putLink(
  store: Element,
  source: Source,
  tag: string,
  channel: URL | undefined,
  label: Promise<string>,
) {
  let link: HTMLAnchorElement | undefined;
  const leadTo = (address: string | null | undefined) => {
    const made = address ? wayOut(address) : undefined;
    if (!made) return;
    if (link) link.href = made.href;
    else store.append((link = made));
    label.then((words) => (link!.textContent = words)).catch(() => {});
  };
  const own = store.getAttribute('redeem-url');
  leadTo(own ?? channel?.href);
  if (own === null)
    callToActionOf(store, source, tag)
      .then(leadTo)
      .catch(() => {});
}

/** Where a store leads its shoppers by itself. */
async function callToActionOf(store: Element, source: Source, tag: string): Promise<string | undefined> {
  const query = source.cardsQuery(source.dataLanguageOf(tag), {});
  const told = await source.client(store.getAttribute('gateway')!, () => {}).surroundings(query);
  const {data} = (told.parts.store ?? {}) as {data?: Told};
  const {isEnabled, link} = data?.widget?.callToAction ?? {};
  return isEnabled !== false && typeof link === 'string' ? link : undefined;
}
