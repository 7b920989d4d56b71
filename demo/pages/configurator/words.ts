import type {Setting} from './manifest.ts';
import {plainName} from './groups.ts';
import type {Model} from './model.ts';
import {filled, LANGUAGES, type Language} from './texts/texts.ts';
import type {Texts} from './texts/en.ts';

/** The page's words in its language. */
export interface Words {
  say(name: keyof Texts, values?: Readonly<Record<string, string | number>>): string;
  /** A sentence that depends on a number: `name_one` or `name_other`. */
  count(name: 'contrastPale', n: number): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  label(setting: Setting): string;
  /** What a setting does, and in which language that is said. */
  about(setting: Setting): {readonly text: string; readonly lang: string};
  state(name: string): string | undefined;
}

/** The words for a model. */
export function wordsOf({language}: Pick<Model, 'language'>): Words {
  const {texts, settings, states} = LANGUAGES[language] as Language;
  const rules = new Intl.PluralRules(language);
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, options).format(value);
  return {
    say: (name, values = {}) => filled(texts[name], values),
    count: (name, n) => {
      const form = rules.select(n) === 'one' ? 'one' : 'other';
      return filled(texts[`${name}_${form}`], {n: number(n)});
    },
    number,
    label: ({name}) => settings[name]?.[0] ?? plainName(name),
    about: ({name, description}) => {
      const text = settings[name]?.[1];
      return text === undefined ? {text: description, lang: 'en'} : {text, lang: language};
    },
    state: (name) => states[name],
  };
}
