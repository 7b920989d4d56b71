import {ShelfElement} from '../elements/shelf.ts';

if (!customElements.get('rai-store-shelf')) customElements.define('rai-store-shelf', ShelfElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-shelf': ShelfElement;
  }
}
