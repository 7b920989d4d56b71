import {HeadElement} from '../elements/head.ts';

if (!customElements.get('rai-store-head')) customElements.define('rai-store-head', HeadElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-head': HeadElement;
  }
}
