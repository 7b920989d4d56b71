import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {categories, json, LANGUAGES, named, products, store} from './reading.ts';

type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Products that are left in English, so that the fallback shows. */
const UNTRANSLATED = ['Bike service, small', 'Ten trail wallpapers'];

describe('the store and its categories', () => {
  it('keeps the title within the contract and names no secret', () => {
    assert.ok(store.title.length <= 32);
    assert.ok(!('apiKey' in store.widget) && !('widgetID' in store.widget));
  });

  it('is translated into every language', () => {
    for (const texts of ['titleTranslations', 'descriptionTranslations'])
      assert.deepEqual(store.i18n[texts]!.map(({language}) => language).toSorted(), LANGUAGES);
    for (const {name, i18n} of categories)
      assert.deepEqual(i18n['nameTranslations']!.map(({language}) => language).toSorted(), LANGUAGES, name);
  });
});

for (const language of LANGUAGES) {
  describe(`the translations into ${language}`, async () => {
    const translations = (await json(`translations/${language}.json`)) as Translations;

    it('cover every product but the two that show the fallback, and nothing else', () => {
      const expected = products.map(({Name}) => Name!).filter((name) => !UNTRANSLATED.includes(name));

      assert.equal(expected.length, products.length - UNTRANSLATED.length);
      assert.deepEqual(Object.keys(translations), expected);
    });

    it('have a name and a description each, and instructions for 30 or more', () => {
      const all = Object.entries(translations);

      for (const [name, {name: own, description}] of all) assert.ok(own && description, name);
      assert.ok(all.filter(([, one]) => one['redemptionInstructions']).length >= 30);
    });

    it('keep the links and pictures of the original, and close what they open', () => {
      const addresses = (html: string) =>
        [...html.matchAll(/(?:href|src)="?([^">\s]+)/g)].map(([, to]) => to).toSorted();

      for (const [name, {description = ''}] of Object.entries(translations)) {
        assert.deepEqual(addresses(description), addresses(named(name)['Description']!), name);
        for (const tag of ['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'table', 'tr', 'td'])
          assert.equal(
            description.split(`<${tag}>`).length + description.split(`<${tag} `).length - 1,
            description.split(`</${tag}>`).length,
            `${name}: ${tag}`,
          );
      }
    });
  });
}
