import {expect} from '@open-wc/testing';
import {LANGUAGES} from '../../src/i18n/messages/files.ts';
import {loadText} from '../../src/i18n/text.ts';

// WCAG 2.5.3: who speaks to their computer says what they see.
describe('the name of a button', () => {
  for (const language of ['en', ...LANGUAGES]) {
    it(`holds the words that are seen on it in ${language}`, async () => {
      const text = await loadText(language);

      for (const [seen, named] of [
        ['product.redeem', 'product.redeemNamed'],
        ['nav.seeAll', 'nav.seeAllNamed'],
      ] as const) {
        const name = text.say(named, {name: 'X'}).toLocaleLowerCase(language);
        expect(name).to.contain(text.say(seen).toLocaleLowerCase(language));
        expect(name).to.contain('x');
      }
    });
  }
});
