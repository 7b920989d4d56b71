import {cardParts, type ProductView} from '../../src/api/projection.ts';
import type {Product} from '../../src/catalog/product.ts';

/** An id as the Store API makes them: 24 hexadecimal digits. */
export const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** A product like any other. A test names only what it is about; `undefined` takes a member away. */
export const aProduct = (own: Partial<Product> = {}): Product => ({
  id: idOf(1),
  name: 'Premium Voucher',
  price: 100,
  stock: 45,
  showsStock: true,
  ...own,
});

/** What a card shows. */
export const CARD: ProductView = {parts: cardParts()};
