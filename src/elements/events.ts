import type {Product} from '../catalog/product.ts';

// Events are `CustomEvent`s, for MooTools puts a class of its own in the place of `Event`.

/** All of ours rise through shadow roots, so that a page may listen anywhere above. */
export const RISING = {bubbles: true, composed: true};

/** The store is on screen for the first time. */
export class RaiReadyEvent extends CustomEvent<undefined> {
  constructor() {
    super('rai-ready', RISING);
  }
}

/** Something could not be shown; the shopper has been told, with a way on. */
export class RaiErrorEvent extends CustomEvent<undefined> {
  /** What went wrong; mostly a `StoreRequestError`. */
  readonly error: unknown;

  constructor(error: unknown) {
    super('rai-error', RISING);
    this.error = error;
  }
}

/** The shopper chose a product on a card. Cancel it, and its detail does not open. */
export class RaiProductChooseEvent extends CustomEvent<undefined> {
  /** The product, as far as the card knows it. */
  readonly product: Product;

  constructor(product: Product) {
    super('rai-product-choose', {...RISING, cancelable: true});
    this.product = product;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'rai-ready': RaiReadyEvent;
    'rai-error': RaiErrorEvent;
    'rai-product-choose': RaiProductChooseEvent;
  }
}
