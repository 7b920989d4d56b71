import type {Stock} from '../catalog/stock.ts';
import type {Format} from './format.ts';
import {bestOf} from './language.ts';
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
  /** What may be said about how many are left; `undefined` where nothing may. */
  stock(stock: Stock): string | undefined;
  /** When something ends, in words that hold from `now` until the moment beside them; all in epoch ms. */
  ends(end: number, now: number): {readonly words: string; readonly until: number};
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
