import type {I18n, Translation} from './database/tables.ts';

/**
 * The text in a language: the translation of exactly that tag, then of the tag with its last parts taken off (RFC 4647,
 * lookup), else the original. An empty translation counts as none, and a record can switch its translations off.
 */
export function translate(
  original: string,
  i18n: I18n,
  list: `${string}Translations`,
  language: string | undefined,
): string {
  if (language === undefined || i18n.isTranslationEnabled === false) return original;
  const translations = i18n[list] ?? [];
  for (let tag = language.toLowerCase(); tag !== ''; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    const found = translations.find(matches(tag));
    if (found && found.value !== '') return found.value;
  }
  return original;
}

const matches = (tag: string) => (one: Translation) =>
  one.language.replaceAll('_', '-').toLowerCase() === tag;
