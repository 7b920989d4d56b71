import {DetailLostElement} from '../elements/detail-lost.ts';

if (!customElements.get('rai-store-detail-lost'))
  customElements.define('rai-store-detail-lost', DetailLostElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-detail-lost': DetailLostElement;
  }
}
