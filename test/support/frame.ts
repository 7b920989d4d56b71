import type {StoreElement} from '../../src/elements/store.ts';
import type {Gateway} from './gateway.ts';

/** A page of its own, as wide as wanted, in which the elements are defined. */
export interface Frame {
  readonly document: Document;
  /** Makes the page that many px wide, and waits until it has been laid out anew. */
  resize(width: number): Promise<void>;
  /** A store in it that asks the gateway. */
  store(gateway: Gateway, attributes?: Readonly<Record<string, string>>): StoreElement;
}

const frames: HTMLElement[] = [];

/**
 * Opens a page within the page: its width counts as that of a window, for the dialog of a detail too, in browsers whose window
 * has a least width as well. It goes when all tests of the file are over.
 */
export async function openFrame(width: number): Promise<Frame> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: 800px; border: 0`;
  document.body.append(frame);
  frames.push(frame);
  const inner = frame.contentWindow as Window & typeof globalThis;
  inner.document.body.style.margin = '0';
  const script = inner.document.createElement('script');
  script.type = 'module';
  script.src = new URL('../../src/define/all.ts', import.meta.url).href;
  inner.document.head.append(script);
  await inner.customElements.whenDefined('rai-product-detail');
  const laidOut = () => new Promise((resolve) => inner.requestAnimationFrame(resolve));
  return {
    document: inner.document,
    async resize(width) {
      frame.style.width = `${width}px`;
      await laidOut();
      await laidOut();
    },
    store(gateway, attributes = {}) {
      inner.fetch = (input, init) => gateway.fetch(input, init);
      const store = inner.document.createElement('rai-store');
      const all = {gateway: gateway.url, lang: 'en', ...attributes};
      for (const [name, value] of Object.entries(all)) store.setAttribute(name, value);
      inner.document.body.replaceChildren(store);
      return store;
    },
  };
}

after(() => {
  for (const frame of frames.splice(0)) frame.remove();
});
