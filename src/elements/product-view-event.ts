import type {Product} from '../catalog/product.ts';
import {RISING} from './events.ts';

/** A product's detail is on screen. */
export class RaiProductViewEvent extends CustomEvent<undefined> {
  /** The product, with all that its detail shows. */
  readonly product: Product;

  constructor(product: Product) {
    super('rai-product-view', RISING);
    this.product = product;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'rai-product-view': RaiProductViewEvent;
  }
}
