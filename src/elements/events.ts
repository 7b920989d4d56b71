import type {Product} from '../catalog/product.ts';

/** All of ours rise through shadow roots, so that a page may listen anywhere above. */
const RISING = {bubbles: true, composed: true};

/** The store is on screen for the first time. */
export class RaiReadyEvent extends Event {
  constructor() {
    super('rai-ready', RISING);
  }
}

/** Something could not be shown; the shopper has been told, with a way on. */
export class RaiErrorEvent extends Event {
  /** What went wrong; mostly a `StoreRequestError`. */
  readonly error: unknown;

  constructor(error: unknown) {
    super('rai-error', RISING);
    this.error = error;
  }
}

/** The shopper chose a category. Cancel it, and the category stays as it was. */
export class RaiCategoryChangeEvent extends Event {
  /** The category's id; `undefined` for all. */
  readonly category: string | undefined;

  constructor(category: string | undefined) {
    super('rai-category-change', {...RISING, cancelable: true});
    this.category = category;
  }
}

/** The shopper searched or sorted. Cancel it, and the list stays as it was. */
export class RaiSearchEvent extends Event {
  /** What is searched for; empty for everything. */
  readonly search: string;
  /** One of the orders of the `sort` attribute. */
  readonly sort: string;

  constructor(search: string, sort: string) {
    super('rai-search', {...RISING, cancelable: true});
    this.search = search;
    this.sort = sort;
  }
}

/** The shopper chose a product on a card. Cancel it, and its detail does not open. */
export class RaiProductChooseEvent extends Event {
  readonly product: Product;

  constructor(product: Product) {
    super('rai-product-choose', {...RISING, cancelable: true});
    this.product = product;
  }
}

/** A product's detail is on screen. */
export class RaiProductViewEvent extends Event {
  readonly product: Product;

  constructor(product: Product) {
    super('rai-product-view', RISING);
    this.product = product;
  }
}
