import {html} from 'lit';
import type {Product} from '../catalog/product.ts';
import type {Scene} from '../controllers/scene.ts';

/** What shows cards: its own heading is one level above theirs. */
interface CardHolder {
  readonly headingLevel: number;
  readonly show?: string | undefined;
}

/**
 * A product's card as an item of a list; what a page styles of the card it can style from outside of the list's element.
 *
 * @param isEager - Whether its picture is fetched at once.
 * @param footer - What stands within its element, for the slot of that name.
 */
export const cardItem = (
  product: Product,
  scene: Scene,
  {headingLevel, show}: CardHolder,
  isEager = false,
  footer?: unknown,
) =>
  html`<li>
    <rai-product-card
      .scene=${scene}
      .product=${product}
      .headingLevel=${headingLevel + 1}
      .show=${show}
      ?eager=${isEager}
      exportparts="card, image, badge, name, summary, price, was, saving, ends, stock, verdict, action"
      >${footer}</rai-product-card
    >
  </li>`;
