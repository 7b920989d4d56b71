import {countdown} from '../catalog/countdown.ts';
import {expiryWindow} from '../catalog/expiry.ts';
import {nextChange, offerAt} from '../catalog/offer.ts';
import type {Product} from '../catalog/product.ts';
import {LOW_STOCK, stockOf, type Stock} from '../catalog/stock.ts';
import {verdictAt, type Shopper, type Verdict} from '../catalog/verdict.ts';
import type {Text} from './text.ts';

/** To whom a product is told about, and what the page has said about the telling. */
export interface Audience extends Shopper {
  /** At or under this many, only so many are left. */
  readonly lowStock?: number | undefined;
}

/** All that is said of a product at a moment, in one language. What is absent is not said. */
export interface ProductWords {
  /** What is charged now. */
  readonly price?: string;
  readonly isFree?: boolean;
  /** The list price, while a discount lowers it. */
  readonly was?: string;
  /** The percent saved, as it is written and as it is read aloud. */
  readonly saving?: {readonly written: string; readonly aloud: string} | undefined;
  /** When the discount ends. */
  readonly ends?: string | undefined;
  /** When it expires, where that is soon. */
  readonly expires?: string | undefined;
  /** How many are left, and how that is. */
  readonly stock: {readonly state: Stock['state']; readonly words?: string | undefined};
  /** Whether it can be redeemed, and why not. */
  readonly verdict: {readonly state: Verdict['state']; readonly reason?: string | undefined};
  /** Epoch ms until which all of this holds; `Infinity` where it holds as long as the product is the same. */
  readonly until: number;
}

/** What is said of a product at `now` (epoch ms). */
export function productWords(
  {say, format}: Pick<Text, 'say' | 'format'>,
  product: Product,
  now: number,
  audience: Audience = {},
): ProductWords {
  const {price, was, percentOff, ends} = offerAt(product, now) ?? {};
  const left = ends === undefined ? undefined : countdown(ends, now);
  const [highlighted, expires] = expiryWindow(product);
  const good = highlighted <= now && now < expires ? countdown(expires, now) : undefined;
  const stock = stockOf(product, audience.lowStock ?? LOW_STOCK);
  const verdict = verdictAt(product, now, audience);
  const percent = percentOff && format.percent(percentOff);
  return {
    ...(price !== undefined && {
      price: price ? format.number(price) : say('price.free'),
      isFree: price === 0,
    }),
    ...(was !== undefined && {was: format.number(was)}),
    saving: percent
      ? {written: say('price.off', {percent}), aloud: say('price.saved', {percent})}
      : undefined,
    ends: left && say('price.ends', {when: format.in(left)}),
    expires: good && say('expiry.soon', {when: format.in(good)}),
    stock: {state: stock.state, words: wordsOfStock(stock)},
    verdict: {state: verdict.state, reason: reasonOf(verdict)},
    until: Math.min(
      nextChange(product, now) ?? Infinity,
      left?.until ?? Infinity,
      good?.until ?? (now < highlighted ? highlighted : Infinity),
    ),
  };

  function wordsOfStock(stock: Stock): string | undefined {
    if (stock.state === 'sold-out') return say('stock.soldOut');
    if (!('left' in stock)) return undefined;
    return say(stock.state === 'low' ? 'stock.low' : 'stock.left', {count: stock.left});
  }

  function reasonOf(verdict: Verdict): string | undefined {
    if (verdict.state === 'sold-out') return say('stock.soldOut');
    if (verdict.state === 'signed-out') return say('verdict.signedOut');
    return 'missing' in verdict ? say('verdict.short', {amount: format.number(verdict.missing)}) : undefined;
  }
}
