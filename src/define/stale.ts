import {StaleElement} from '../elements/stale.ts';

if (!customElements.get('rai-store-stale')) customElements.define('rai-store-stale', StaleElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-stale': StaleElement;
  }
}
