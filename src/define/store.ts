import {StoreElement} from '../elements/store.ts';

if (!customElements.get('rai-store')) customElements.define('rai-store', StoreElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store': StoreElement;
  }
}
