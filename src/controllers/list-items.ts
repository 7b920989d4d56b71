import type {ReactiveControllerHost} from 'lit';
import type {Product} from '../catalog/product.ts';

/** A list that is no longer than this is drawn whole: the browser finds any of it in the page, and nothing has to follow. */
export const MANY = 120;

/** What an item looks like. */
export type DrawItem<P> = (product: P, index: number) => unknown;

/** Draws the items of a list; for a product that is on its way there is `undefined`. */
export type DrawCards = <P extends Product | undefined>(products: readonly P[], item: DrawItem<P>) => unknown;

/** An element with a list, the part `grid`, whose items lie in rows, and a replaceable way to draw them. */
export interface ListHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  cards: DrawCards;
}

/** Tells a screen reader which item of how many one is, in a list that is not drawn whole. */
export function placeItem(item: Element, index: number, total: number): void {
  say(item, 'aria-posinset', String(index + 1));
  say(item, 'aria-setsize', String(total));
}

/** Writing the same again is not free. */
function say(item: Element, name: string, value: string): void {
  if (item.getAttribute(name) !== value) item.setAttribute(name, value);
}
