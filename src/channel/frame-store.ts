import type {HostMessage, Settings} from './protocol.ts';

/** The store in the frame, as the page around it may have it. */
export interface FrameStore {
  /** Takes over what the page wants; what it does not say is as the frame's address says. */
  be(settings: Settings): void;
  /** Lets what opens over the store open where it can be seen. */
  seen(band: Extract<HostMessage, {type: 'seen'}>): void;
}

/** @param root - What the store stands on: it has the colours of the page and its language. */
export function frameStore(store: Element, root: HTMLElement): FrameStore {
  const before = {theme: store.getAttribute('theme'), lang: root.getAttribute('lang')};
  return {
    be: ({theme = before.theme, lang = before.lang, balance, isSignedIn}) => {
      set(store, 'theme', theme);
      set(root, 'data-theme', theme);
      set(root, 'lang', lang);
      set(store, 'balance', balance);
      set(store, 'signed-in', isSignedIn);
    },
    seen: ({top, height}) => {
      root.style.setProperty('--rai-seen-top', `${top}px`);
      root.style.setProperty('--rai-seen-height', `${height}px`);
    },
  };
}

function set(element: Element, name: string, value: string | number | boolean | null | undefined) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
