import type {Product} from '../catalog/product.ts';
import type {Format} from './format.ts';
import {bestOf} from './language.ts';
import type {Audience, ProductWords} from './product-words.ts';
import type {MessageKey, Messages} from './messages/messages.ts';

/** The languages that have a file of their own, each loaded alone. English comes with the engine. */
const FILES: Readonly<Record<string, () => Promise<{readonly messages: Messages}>>> = {
  ar: () => import('./messages/ar.ts'),
  de: () => import('./messages/de.ts'),
  ja: () => import('./messages/ja.ts'),
  th: () => import('./messages/th.ts'),
};

/** Values for a message; `count` chooses its plural. */
export type Values = Readonly<Record<string, string | number>>;

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
 * Loads the words for a reader of `tag`, a well-formed BCP 47 tag; English where there are none.
 *
 * Rejects where the words cannot be fetched.
 */
export async function loadText(tag: string): Promise<Text> {
  const found = bestOf(tag, Object.keys(FILES));
  const [{textOf}, file] = await Promise.all([import('./engine.ts'), FILES[found ?? '']?.()]);
  return textOf(tag, found ?? 'en', file?.messages);
}
