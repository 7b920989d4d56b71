import {createInstance} from 'i18next';
import {Format} from './format.ts';
import {en} from './messages/en.ts';
import type {Messages} from './messages/messages.ts';
import {productWords} from './product-words.ts';
import type {Text} from './text.ts';

/** Languages that are written from right to left, by primary subtag. */
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|ur|yi)\b/i;

/**
 * What is said to a reader of `tag` in the words of `found`, behind which stands English. Each has an i18next instance of its
 * own, so that two stores on a page may speak two languages.
 */
export async function textOf(tag: string, found: string, messages: Messages | undefined): Promise<Text> {
  // A country's form of the language knows that country's way of writing numbers.
  const language = `${tag}-`.toLowerCase().startsWith(`${found}-`.toLowerCase()) ? tag : found;
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: 'en',
    resources: {en: {translation: en}, ...(messages && {[language]: {translation: messages}})},
    // Keys are flat and hold dots and colons; values go into the DOM as text, so nothing is to be escaped twice.
    keySeparator: false,
    nsSeparator: false,
    interpolation: {escapeValue: false},
    initAsync: false,
  });
  const format = new Format(language);
  const say: Text['say'] = (key, values) => i18n.t(key, {...values});
  return {
    language,
    direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr',
    format,
    say,
    product: (product, now, audience) => productWords({say, format}, product, now, audience),
  };
}
