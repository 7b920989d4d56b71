// The controls come before any detail; what both need is then theirs to share.
import './controls.ts';
import './redeem.ts';
import {ProductDetailElement} from '../elements/product-detail.ts';

if (!customElements.get('rai-product-detail'))
  customElements.define('rai-product-detail', ProductDetailElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-product-detail': ProductDetailElement;
  }
}
