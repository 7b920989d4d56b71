import type {Product} from '../catalog/product.ts';
import type {Format} from './format.ts';
import {bestOf} from './language.ts';
import type {Audience, ProductWords} from './product-words.ts';
import {LANGUAGES, load} from './messages/files.ts';
import type {MessageKey, SomeMessages} from './messages/messages.ts';

/** Values for a message; `count` chooses its plural. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * What a page says in the place of the store's own words: messages by key, or such by the tag of the language that they are
 * in. What it does not say stays as it is.
 */
export type OwnWords = SomeMessages | Readonly<Record<string, SomeMessages>>;

/** Everything that is said and written in one language. */
export interface Text {
  /** BCP 47 tag of the words, which is `en` where the wanted language has none. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly format: Format;
  /** The message of that key. */
  say(key: MessageKey, values?: Values): string;
  /** All that is said of a product at `now` (epoch ms). */
  product(product: Product, now: number, audience?: Audience): ProductWords;
}

/**
 * Loads the words for a reader of `tag`, a well-formed BCP 47 tag; English where there are none. The page's `own`, which may
 * be given as JSON, go before them.
 *
 * Rejects where the words cannot be fetched.
 */
export async function loadText(tag: string, own?: OwnWords | string | null): Promise<Text> {
  const [{textOf}, file] = await Promise.all([import('./engine.ts'), load(bestOf(tag, LANGUAGES))]);
  return textOf(tag, file, own, bestOf);
}
