import {LANGUAGES, type Language} from '../refusals.ts';

/** What each language calls itself. */
export const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  th: 'ไทย',
  ar: 'العربية',
  de: 'Deutsch',
  ja: '日本語',
};

/** The language that a tag in an address means; English for one that the demo has no words in. */
export const languageOf = (tag: string | undefined): Language =>
  LANGUAGES.find((language) => language === tag) ?? 'en';

/** The direction that a language is written in. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
