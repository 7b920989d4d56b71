// What a store needs whose page has brought templates for its cards.
import {OwnCardElement} from '../elements/own-card.ts';

export {drawOwn} from '../elements/own-item.ts';

if (!customElements.get('rai-store-own-card')) customElements.define('rai-store-own-card', OwnCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-own-card': OwnCardElement;
  }
}
