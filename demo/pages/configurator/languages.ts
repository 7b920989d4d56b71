/** The languages that the store speaks. */
export const STORE_LANGUAGES = [
  ...['en', 'ar', 'de', 'es', 'fa', 'fr', 'he', 'hi', 'id', 'it', 'ja', 'ko', 'ms', 'pl', 'pt', 'ru', 'th'],
  ...['tr', 'vi', 'zh', 'zh-Hant'],
] as const;

/** What a language calls itself, with a capital where its letters have them. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], {type: 'language'}).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The direction that a language is written in. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (/^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr');
