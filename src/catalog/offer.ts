import type {Discount, Product} from './product.ts';

/** What a product costs at a moment. No clock, no locale, no DOM. Amounts are in the store's own currency. */
export interface Offer {
  readonly price: number;
  /** The list price; present only while a discount lowers it. */
  readonly was?: number;
  /** Whole percent saved, rounded down, so that no saving is overstated; present with {@link was}. */
  readonly percentOff?: number;
  /** Epoch ms at which the discount ends; present while one runs that has an end. */
  readonly ends?: number;
}

/**
 * The offer that holds at `time` (epoch ms), or `undefined` where the price is not known.
 *
 * A discount holds from its start up to, but not including, its end, and only where it lowers the price.
 */
export function offerAt({price, discount}: Product, time: number): Offer | undefined {
  if (price === undefined) return undefined;
  if (!discount || !lowers(discount, price) || !runs(discount, time)) return {price};
  return {
    price: discount.price,
    was: price,
    percentOff: Math.floor((1 - discount.price / price) * 100 + ROUNDING),
    ...(discount.ends !== undefined && {ends: discount.ends}),
  };
}

/** The first moment after `time` (epoch ms) at which the offer may differ, if there is one. */
export function nextChange({price, discount}: Product, time: number): number | undefined {
  if (!discount || price === undefined || !lowers(discount, price)) return undefined;
  const {starts = -Infinity, ends = Infinity} = discount;
  if (starts >= ends) return undefined;
  return [starts, ends].find((edge) => edge > time && edge !== Infinity);
}

/** 1 - 80/100 is 0.19999… in floating point; without this, 20 percent would be told as 19. */
const ROUNDING = 1e-9;

const lowers = (discount: Discount, price: number) => discount.price >= 0 && discount.price < price;

const runs = ({starts = -Infinity, ends = Infinity}: Discount, time: number) => starts <= time && time < ends;
