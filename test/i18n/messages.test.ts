import {expect} from '@open-wc/testing';
import {en} from '../../src/i18n/messages/en.ts';
import {LANGUAGES, load} from '../../src/i18n/messages/files.ts';

/** The languages that the store is to speak, with what makes a word one of their own. */
const SPOKEN: Readonly<Record<string, RegExp>> = {
  en: /\p{Script=Latin}/u,
  ar: /\p{Script=Arabic}/u,
  de: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  fa: /\p{Script=Arabic}/u,
  fr: /\p{Script=Latin}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  id: /\p{Script=Latin}/u,
  it: /\p{Script=Latin}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ms: /\p{Script=Latin}/u,
  pl: /\p{Script=Latin}/u,
  pt: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  tr: /\p{Script=Latin}/u,
  vi: /\p{Script=Latin}/u,
  zh: /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
};

const stemOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const placeholders = (message: string) => (message.match(/\{\{[^}]*\}\}/g) ?? []).sort();
const messagesIn = async (language: string): Promise<Readonly<Record<string, string>>> =>
  language === 'en' ? en : (await load(language)!).messages;
const categoriesOf = (language: string) =>
  [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();

/** The counted messages of English, by their stems. */
const counted = Object.keys(en)
  .filter((key) => key.endsWith('_other'))
  .map(stemOf);

/** Every key that a language must have: each counted message in each plural category of the language. */
const keysIn = (language: string) =>
  [...new Set(Object.keys(en).map(stemOf))].flatMap((key) =>
    counted.includes(key) ? categoriesOf(language).map((category) => `${key}_${category}`) : key,
  );

describe('the languages', () => {
  it('are those that the store is to speak', () => {
    expect(['en', ...LANGUAGES].sort()).to.deep.equal(Object.keys(SPOKEN).sort());
  });

  after(async () => {
    const rows = await Promise.all(
      Object.keys(SPOKEN).map(async (language) => {
        const messages = await messagesIn(language);
        const keys = keysIn(language);
        const full = Math.floor((keys.filter((key) => messages[key]).length / keys.length) * 100);
        return `${language.padEnd(8)} ${`${full}`.padStart(3)} %  ${`${keys.length}`.padStart(3)} messages  ${categoriesOf(language).join(', ')}`;
      }),
    );
    console.log(['The words, by language, with its plural categories:', ...rows].join('\n'));
  });
});

for (const [language, script] of Object.entries(SPOKEN)) {
  describe(`the words in ${language}`, () => {
    let messages: Readonly<Record<string, string>>;

    before(async () => {
      messages = await messagesIn(language);
    });

    it('say everything, in every plural that the language has, and nothing else', () => {
      expect(Object.keys(messages).sort()).to.deep.equal(keysIn(language).sort());
    });

    it('are in its own script, and none is left in English', () => {
      const bare = Object.entries(messages).map(([key, message]) => [
        key,
        message.replace(/\{\{.*?\}\}/g, ''),
      ]);
      const others = bare.filter(([key, message]) => key !== 'price.off' && !script.test(message!));
      // A word that two languages share is one word; a sentence is not.
      const english = Object.entries(messages).filter(
        ([key, message]) =>
          language !== 'en' && message.length > 12 && message === en[key as keyof typeof en],
      );

      expect([...others, ...english]).to.deep.equal([]);
    });

    it('hold the same values as the English ones', () => {
      for (const [key, message] of Object.entries(messages)) {
        const english = en[key as keyof typeof en] ?? en[`${stemOf(key)}_other` as keyof typeof en];
        // A number that is one, two or none may be said by the word alone, where no other number has that plural.
        const isSaid = /_(zero|one|two)$/.test(key) && placeholders(message).length === 0;

        if (!isSaid) expect(placeholders(message), key).to.deep.equal(placeholders(english));
      }
    });

    it('leave a number unsaid only where the plural is that of one number alone', () => {
      const rules = new Intl.PluralRules(language);
      for (const [key, message] of Object.entries(messages)) {
        const category = /_(zero|one|two)$/.exec(key)?.[1];
        if (!category || placeholders(message).length) continue;
        const numbers = Array.from({length: 1_000}, (_, count) => count).filter(
          (count) => rules.select(count) === category,
        );

        expect(numbers, key).to.have.lengthOf(1);
      }
    });

    it('are written as printers of the language write', () => {
      const mistakes = Object.entries(messages).filter(([, message]) =>
        MISTAKES.some((rule) => rule(message, language)),
      );

      expect(mistakes).to.deep.equal([]);
    });
  });
}

type Mistake = (message: string, language: string) => boolean;

const MISTAKES: readonly Mistake[] = [
  (message) => message.trim() === '' || message !== message.trim() || / {2}/.test(message),
  (message) => /\.\.\.|['"]/.test(message),
  (message) => message !== message.normalize('NFC'),
  // French sets a space that does not break before the double marks.
  (message, language) =>
    language === 'fr' && /(?<!\u00a0):|(?<!\u202f)[?!;]/.test(message.replace(/\{\{.*?\}\}/g, '')),
  (message, language) =>
    /^(zh|ja)/.test(language) &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}}][,:?!]|[a-z\p{Script=Han}\p{Script=Hiragana}]\.$/u.test(
      message,
    ),
  (message, language) => /^(ar|fa)$/.test(language) && /[?,;]/.test(message.replace(/\{\{.*?\}\}/g, '')),
  (message, language) => language === 'hi' && /\.$/.test(message),
  (message, language) =>
    language === 'es' &&
    (/\?/.test(message) !== /¿/.test(message) || /!/.test(message) !== /¡/.test(message)),
];
