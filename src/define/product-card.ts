import {ProductCardElement} from '../elements/product-card.ts';

if (!customElements.get('rai-product-card')) customElements.define('rai-product-card', ProductCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-product-card': ProductCardElement;
  }
}
