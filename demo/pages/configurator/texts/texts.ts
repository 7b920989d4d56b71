import {ar} from './ar.ts';
import {de} from './de.ts';
import {en, labels, type Texts} from './en.ts';
import {th} from './th.ts';

/** A language's words for the page, for its settings and for the states; what it has none for stays as it comes. */
export interface Language {
  readonly texts: Texts;
  /** Of attributes and tokens, by name: what they are called, and what they do where the manifest's English does not serve. */
  readonly settings: Readonly<Record<string, readonly [label: string, about?: string]>>;
  /** Of states, by name. */
  readonly states: Readonly<Record<string, string>>;
}

/** The languages of the page by their tags, in the order of its switch. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  en: {texts: en, settings: labels, states: {}},
  th,
  ar,
  de,
};

/** A sentence with what belongs into its gaps. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

/** The language of the page: the first that is wanted and spoken, else English. */
export function spokenOf(wanted: readonly string[]): string {
  const tags = wanted.map((tag) => tag.toLowerCase().replace(/-.*/, ''));
  return tags.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? 'en';
}
