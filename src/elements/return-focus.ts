import {cardsIn, rootOf, waysOf} from './listed-cards.ts';

/** What has focus, however deep in shadow trees; `undefined` where nothing has. */
export function focused(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element && element !== document.body ? (element as HTMLElement) : undefined;
}

/** Where the focus was when a product's detail opened over its store, and where it goes when that is over. */
export class ReturnFocus {
  readonly #opener = focused();
  readonly #place: ParentNode;

  /** @param detail - What opens, as it stands on the page. */
  constructor(detail: Element) {
    this.#place = detail.getRootNode() as ParentNode;
  }

  /**
   * Gives focus to what opened the detail; where that is off, gone, or by now another product's, to the card of the product
   * that was seen last. Does nothing where somebody has given the focus to something else.
   */
  give(productId: string | undefined): void {
    const now = focused();
    if (now && now !== this.#opener) return;
    const opener = this.#opener;
    const cards = cardsIn(this.#place);
    const its = cards.find(({product}) => product?.id === productId);
    const isOfOther = !!opener && cards.some((card) => card !== its && rootOf(card).contains(opener));
    const ways = [opener, ...(its ? waysOf(its) : []), opener];
    ways
      .slice(isOfOther ? 1 : 0)
      .find((way) => way?.isConnected && !way.matches(':disabled'))
      ?.focus();
  }
}
