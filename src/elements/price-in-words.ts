import {html} from 'lit';
import type {Scene} from '../controllers/scene.ts';
import type {Text} from '../i18n/text.ts';

/** A price in words: the amount with the currency's name, or that it is free. */
export function priceInWords(price: number, scene: Scene): string {
  const {text} = scene;
  return price === 0 ? text.say('price.free') : withCurrency(text.format.number(price), scene);
}

/** An amount, as it is written, with the name of the store's currency where that has one. */
export function withCurrency(amount: string, {text, profile}: Scene): string {
  const both = [amount, profile?.currency?.name].filter(Boolean).join(' ');
  return isolated(both, text);
}

/** Letters that are written from right to left: Hebrew, Arabic and what stands beside them in Unicode. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** Somebody's words for a sentence of ours: written the other way than that, they would else have it come apart. */
export function isolated(words: string, {direction}: Text): string {
  return direction === 'rtl' || RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words;
}

/** An amount with the name of the store's currency, which is marked as being in the language of the store's own texts. */
export const markedAmount = (amount: number, {text, profile, lang}: Scene) =>
  html`<bdi>${text.format.number(amount)} <span lang=${lang}>${profile?.currency?.name}</span></bdi>`;
