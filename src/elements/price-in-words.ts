import {html} from 'lit';
import type {Scene} from '../controllers/scene.ts';

/** A price in words: the amount with the currency's name, or that it is free. */
export function priceInWords(price: number, scene: Scene): string {
  const {text} = scene;
  return price === 0 ? text.say('price.free') : withCurrency(text.format.number(price), scene);
}

/** An amount, as it is written, with the name of the store's currency where that has one. */
export function withCurrency(amount: string, {text, profile}: Scene): string {
  const both = [amount, profile?.currency?.name].filter(Boolean).join(' ');
  // A Latin name in a sentence from right to left would else come to stand before its number.
  return text.direction === 'rtl' ? `\u2068${both}\u2069` : both;
}

/** An amount with the name of the store's currency, which is marked as being in the language of the store's own texts. */
export const markedAmount = (amount: number, {text, profile, lang}: Scene) =>
  html`<bdi>${text.format.number(amount)} <span lang=${lang}>${profile?.currency?.name}</span></bdi>`;
