import {CategoryNavElement} from '../elements/category-nav.ts';

if (!customElements.get('rai-category-nav')) customElements.define('rai-category-nav', CategoryNavElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-category-nav': CategoryNavElement;
  }
}
