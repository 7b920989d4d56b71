import type {Scene} from '../controllers/scene.ts';

/** A price in words: the amount with the currency's name, or that it is free. */
export function priceInWords(price: number, {text, profile}: Scene): string {
  if (price === 0) return text.say('price.free');
  const amount = text.format.number(price);
  return profile?.currency?.name ? `${amount} ${profile.currency.name}` : amount;
}
