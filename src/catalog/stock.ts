import type {Product} from './product.ts';

/**
 * What may be said about how many are left.
 *
 * `unknown` and `hidden` are said by saying nothing: that something is in stock is never invented.
 */
export type Stock =
  | {readonly state: 'unknown' | 'hidden' | 'sold-out'}
  | {readonly state: 'low' | 'plenty'; readonly left: number};

/** At or under this many, a shopper is told that only so many are left, unless the page says otherwise. */
export const LOW_STOCK = 5;

/** The stock of a product, in whole ones. Nothing left is sold out even where the merchant hides the number. */
export function stockOf({stock, showsStock}: Product, low = LOW_STOCK): Stock {
  if (stock === undefined) return {state: 'unknown'};
  const left = Math.floor(stock);
  if (left <= 0) return {state: 'sold-out'};
  if (!showsStock) return {state: 'hidden'};
  return {state: left <= low ? 'low' : 'plenty', left};
}
