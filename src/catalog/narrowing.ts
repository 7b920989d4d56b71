import {offerAt} from './offer.ts';
import type {Product} from './product.ts';
import {verdictAt, type Shopper} from './verdict.ts';

/** What of a list a shopper wants to see, besides what has been asked for. */
export interface Narrowing {
  /** Only what can be redeemed now. */
  readonly isRedeemable?: boolean | undefined;
  /** Only what the balance is enough for, sold out or not. */
  readonly isAffordable?: boolean | undefined;
  /** Only this kind of reward, in the merchant's word. */
  readonly type?: string | undefined;
}

/** Whether a shopper who narrows the list like this wants to see a product at `time` (epoch ms). */
export function isWanted(
  product: Product,
  {isRedeemable, isAffordable, type}: Narrowing,
  time: number,
  shopper: Shopper,
): boolean {
  if (type !== undefined && product.type !== type) return false;
  if (isRedeemable && verdictAt(product, time, shopper).state !== 'available') return false;
  // What it costs may be unknown: nobody is told that it is too dear.
  return !isAffordable || (offerAt(product, time)?.price ?? 0) <= (shopper.balance ?? Infinity);
}
