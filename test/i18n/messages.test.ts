import {expect} from '@open-wc/testing';
import {messages as ar} from '../../src/i18n/messages/ar.ts';
import {messages as de} from '../../src/i18n/messages/de.ts';
import {en} from '../../src/i18n/messages/en.ts';
import {messages as ja} from '../../src/i18n/messages/ja.ts';
import {messages as th} from '../../src/i18n/messages/th.ts';

const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {en, ar, de, ja, th};

const stemOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const placeholders = (message: string) => (message.match(/\{\{[^}]*\}\}/g) ?? []).sort();

/** The counted messages of English, by their stems. */
const counted = Object.keys(en)
  .filter((key) => key.endsWith('_other'))
  .map(stemOf);

for (const [language, messages] of Object.entries(LANGUAGES)) {
  describe(`the words in ${language}`, () => {
    it('say everything, in every plural that the language has, and nothing else', () => {
      const {pluralCategories} = new Intl.PluralRules(language).resolvedOptions();
      const wanted = [...new Set(Object.keys(en).map(stemOf))].flatMap((key) =>
        counted.includes(key) ? pluralCategories.map((category) => `${key}_${category}`) : key,
      );

      expect(Object.keys(messages).sort()).to.deep.equal(wanted.sort());
    });

    it('are never empty', () => {
      expect(Object.entries(messages).filter(([, message]) => message.trim() === '')).to.deep.equal([]);
    });

    it('hold the same values as the English ones', () => {
      for (const [key, message] of Object.entries(messages)) {
        const english = en[key as keyof typeof en] ?? en[`${stemOf(key)}_other` as keyof typeof en];
        // A number that is one, two or none may be said by the word alone.
        const isSaid = /_(zero|one|two)$/.test(key) && placeholders(message).length === 0;

        if (!isSaid) expect(placeholders(message), key).to.deep.equal(placeholders(english));
      }
    });
  });
}
