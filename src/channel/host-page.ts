import {StoreFrameElement} from './store-frame.ts';

// One script tag of a page around the frame. Loading it twice is harmless.
if (!customElements.get('rai-store-frame')) customElements.define('rai-store-frame', StoreFrameElement);

const tag = document.currentScript as HTMLScriptElement | null;
if (tag?.dataset.src && tag.closest('head')) {
  // eslint-disable-next-line no-console -- whoever pastes the tag has nowhere else to learn why there is no store
  console.warn('rai-store-frame: there is no place for it in the head.');
} else if (tag?.dataset.src && tag.nextElementSibling?.localName !== 'rai-store-frame') {
  const frame = document.createElement('rai-store-frame');
  for (const [name, value] of Object.entries(tag.dataset)) {
    frame.setAttribute(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value ?? '',
    );
  }
  tag.after(frame);
}

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-frame': StoreFrameElement;
  }
}
