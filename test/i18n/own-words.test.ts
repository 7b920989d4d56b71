import {expect} from '@open-wc/testing';
import {loadText, type OwnWords} from '../../src/i18n/text.ts';

describe('a page’s own words', () => {
  const warn = console.warn;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (warning: string) => warnings.push(warning);
  });

  afterEach(() => {
    console.warn = warn;
    expect(warnings).to.deep.equal([]);
  });

  const said = async (tag: string, own: OwnWords | string) => {
    const text = await loadText(tag, own);
    return [text.say('store.more'), text.say('store.retry')];
  };

  it('go before the store’s, which say the rest', async () => {
    expect(await said('en', {'store.more': 'More gifts'})).to.deep.equal(['More gifts', 'Try again']);
    expect(await said('de', {'store.more': 'Mehr Geschenke'})).to.deep.equal([
      'Mehr Geschenke',
      'Erneut versuchen',
    ]);
  });

  it('are taken as JSON too, as an attribute has them', async () => {
    expect(await said('en', '{"store.more": "More gifts"}')).to.deep.equal(['More gifts', 'Try again']);
  });

  const byTag: OwnWords = {
    en: {'store.more': 'More gifts'},
    'en-GB': {'store.more': 'More presents'},
    'zh-Hant': {'store.more': '更多禮物'},
    ur: {'store.more': 'مزید دکھائیں'},
  };
  const languages: [tag: string, more: string][] = [
    ['en', 'More gifts'],
    ['en-US', 'More gifts'],
    ['en-GB', 'More presents'],
    ['zh-TW', '更多禮物'],
    ['zh-CN', '显示更多'],
    ['de', 'Mehr anzeigen'],
  ];
  for (const [tag, more] of languages) {
    it(`in several languages are "${more}" for a reader of ${tag}`, async () => {
      expect((await said(tag, byTag))[0]).to.equal(more);
    });
  }

  it('can speak a language that the store does not', async () => {
    const text = await loadText('ur', byTag);

    expect([text.language, text.direction, text.say('store.more')]).to.deep.equal([
      ...['ur', 'rtl', 'مزید دکھائیں'],
    ]);
  });

  it('that do not say their language leave a reader of an unknown one with English', async () => {
    const text = await loadText('sw', {'store.more': 'More gifts'});

    expect([text.language, text.say('store.more')]).to.deep.equal(['en', 'More gifts']);
  });

  it('count as the language does', async () => {
    const text = await loadText('pl', {
      'store.results_one': '{{count, number}} prezent',
      'store.results_few': '{{count, number}} prezenty',
      'store.results_many': '{{count, number}} prezentów',
    });

    expect([1, 3, 5].map((count) => text.say('store.results', {count}))).to.deep.equal([
      '1 prezent',
      '3 prezenty',
      '5 prezentów',
    ]);
  });

  const mistakes: [what: string, own: unknown, warning: string][] = [
    ['not JSON', '{store.more}', 'rai-store: "words" is no JSON object.'],
    ['not an object', '"More"', 'rai-store: "words" is no JSON object.'],
    [
      'of an unknown name',
      {'store.mroe': 'More'},
      'rai-store: "store.mroe" is not the name of words, or not given as a string.',
    ],
    [
      'counted without a plural',
      {'store.results': 'Gifts'},
      'rai-store: "store.results" is not the name of words, or not given as a string.',
    ],
    [
      'no text',
      {'store.more': 7},
      'rai-store: "store.more" is not the name of words, or not given as a string.',
    ],
    [
      'under what is no language',
      {'en us': {'store.more': 'More'}},
      'rai-store: "en us" is no language tag.',
    ],
  ];
  for (const [what, own, warning] of mistakes) {
    it(`that are ${what} are told to the developer and left out`, async () => {
      expect(await said('en', own as OwnWords)).to.deep.equal(['Show more', 'Try again']);
      expect(warnings.splice(0)).to.deep.equal([warning]);
    });
  }
});
