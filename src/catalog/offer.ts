import type {Product} from './product.ts';

/** What a product costs at a moment. No clock, no locale, no DOM. Amounts are in the store's own currency. */
export interface Offer {
  readonly price: number;
  /** The list price; present only while a discount lowers it. */
  readonly was?: number;
  /** Whole percent saved, rounded down, so that no saving is overstated; present with {@link was}. */
  readonly percentOff?: number;
  /** Epoch ms at which the discount ends; present while one runs that has an end. */
  readonly ends?: number | undefined;
}

/**
 * The offer that holds at `time` (epoch ms), or `undefined` where the price is not known.
 *
 * A discount holds from its start up to, but not including, its end, and only where it lowers the price.
 */
export function offerAt(product: Product, time: number): Offer | undefined {
  const {price: was, discount} = product;
  if (was === undefined) return undefined;
  const [starts, ends] = windowOf(product);
  if (!discount || !(starts <= time && time < ends)) return {price: was};
  const {price} = discount;
  return {price, was, percentOff: Math.floor((1 - price / was) * 100 + ROUNDING), ends: discount.ends};
}

/** The first moment after `time` (epoch ms) at which the offer may differ; `undefined` where there is none. */
export const nextChange = (product: Product, time: number): number | undefined =>
  windowOf(product).find((edge) => edge > time && edge < Infinity);

/** The first moment after `time` (epoch ms) at which any of the products' offers may differ; `Infinity` where there is none. */
export const firstChange = (products: readonly Product[], time: number): number =>
  products.reduce((first, product) => Math.min(first, nextChange(product, time) ?? Infinity), Infinity);

/** From when to when a discount holds; never, where it would not lower the price. */
function windowOf({price, discount}: Product): readonly [starts: number, ends: number] {
  const {starts = -Infinity, ends = Infinity} = discount ?? {};
  const lowers = discount && price !== undefined && discount.price >= 0 && discount.price < price;
  return lowers && starts < ends ? [starts, ends] : [Infinity, Infinity];
}

/** 1 - 80/100 is 0.19999… in floating point; without this, 20 percent would be told as 19. */
const ROUNDING = 1e-9;
