import {offerAt} from './offer.ts';
import type {Product} from './product.ts';
import {stockOf} from './stock.ts';

/** The shopper as far as the page tells; what it does not tell stands in nobody's way. */
export interface Shopper {
  /** False, or that word as an attribute has it, where the page knows that nobody is signed in. */
  readonly isSignedIn?: boolean | string | undefined;
  /** What the shopper can spend, in the store's own currency. */
  readonly balance?: number | undefined;
}

/** Whether a product can be redeemed, or the one reason why not. */
export type Verdict =
  | {readonly state: 'available' | 'sold-out' | 'signed-out'}
  /** The balance is short by so much. */
  | {readonly state: 'short'; readonly missing: number};

/** Whether a shopper can redeem a product at `time` (epoch ms). The reason that the shopper can change least comes first. */
export function verdictAt(product: Product, time: number, {isSignedIn, balance}: Shopper = {}): Verdict {
  if (stockOf(product).state === 'sold-out') return {state: 'sold-out'};
  if (String(isSignedIn) === 'false') return {state: 'signed-out'};
  const missing = (offerAt(product, time)?.price ?? 0) - (balance ?? Infinity);
  return missing > 0 && missing < Infinity ? {state: 'short', missing} : {state: 'available'};
}
