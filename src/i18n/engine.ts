import {createInstance, type i18n} from 'i18next';
import {en} from './messages/en.ts';

/** An i18next instance of its own for one language, over the given words and, behind them, English. */
export async function engine(language: string, messages: Readonly<Record<string, string>>): Promise<i18n> {
  const instance = createInstance();
  await instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: {[language]: {translation: messages}, en: {translation: en}},
    // Keys are flat and hold dots and colons; values go into the DOM as text, so nothing is to be escaped twice.
    keySeparator: false,
    nsSeparator: false,
    interpolation: {escapeValue: false},
    initAsync: false,
  });
  return instance;
}
