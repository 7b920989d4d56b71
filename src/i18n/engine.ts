import {createInstance} from 'i18next';
import {Format} from './format.ts';
import {en} from './messages/en.ts';
import type {MessageKey, Messages} from './messages/messages.ts';
import {productWords} from './product-words.ts';
import type {OwnWords, Text} from './text.ts';

/** Languages that are written from right to left, by primary subtag. */
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|ur|yi)\b/i;

/**
 * What is said to a reader of `tag`: in the page's `own` words, else in those of the language's `file`, else in English. Each
 * has an i18next instance of its own, so that two stores on a page may speak two languages.
 *
 * @param bestOf - Finds the best of some languages; the engine's file takes nothing from an earlier one.
 */
export async function textOf(
  tag: string,
  file: {readonly messages: Messages} | undefined,
  own: OwnWords | string | null | undefined,
  bestOf: (tag: string, available: readonly string[]) => string | undefined,
): Promise<Text> {
  // A country's form of the language knows that country's way of writing numbers.
  let language = file || /^en\b/.test(tag) ? tag : 'en';
  let words: Readonly<Record<string, string>> = file?.messages ?? en;
  if (own || tag === 'en-XA') {
    const {withOwn} = await import('./own-words.ts');
    ({language, words} = withOwn(own, tag, {language, words}, en, bestOf));
  }
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: 'en',
    resources: {en: {translation: en}, [language]: {translation: words}},
    // Keys are flat and hold dots and colons; values go into the DOM as text, so nothing is to be escaped twice.
    keySeparator: false,
    nsSeparator: false,
    interpolation: {escapeValue: false},
    initAsync: false,
  });
  const format = new Format(language);
  // Every card says the same: what takes no values is put together once.
  const fixed = new Map<MessageKey, string>();
  const say: Text['say'] = (key, values) => {
    if (values) return i18n.t(key, {...values});
    const words = fixed.get(key) ?? i18n.t(key);
    fixed.set(key, words);
    return words;
  };
  return {
    // Brazil's words are not Portugal's, whatever its reader's numbers are.
    language: /^pt\b/.test(language) ? 'pt-BR' : language,
    direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr',
    format,
    say,
    product: (product, now, audience) => productWords({say, format}, product, now, audience),
  };
}
