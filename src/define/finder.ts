import {FinderElement} from '../elements/finder.ts';

if (!customElements.get('rai-store-finder')) customElements.define('rai-store-finder', FinderElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-finder': FinderElement;
  }
}
