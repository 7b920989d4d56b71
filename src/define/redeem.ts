import {RedeemElement} from '../elements/redeem.ts';

if (!customElements.get('rai-store-redeem')) customElements.define('rai-store-redeem', RedeemElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-redeem': RedeemElement;
  }
}
