import {expect} from '@open-wc/testing';
import {loadText} from '../../src/i18n/text.ts';

describe('the words for a reader', () => {
  const cases: [tag: string, language: string, retry: string][] = [
    ['en', 'en', 'Try again'],
    ['en-GB', 'en-GB', 'Try again'],
    ['th', 'th', 'ลองอีกครั้ง'],
    ['th-TH', 'th-TH', 'ลองอีกครั้ง'],
    ['de-AT', 'de-AT', 'Erneut versuchen'],
    ['ja', 'ja', '再試行'],
    ['ar', 'ar', 'إعادة المحاولة'],
    ['tlh', 'en', 'Try again'],
    ['enm', 'en', 'Try again'],
    ['zh-SG', 'zh-SG', '重试'],
    ['zh-HK', 'zh-HK', '再試一次'],
    ['zh-Hant-CN', 'zh-Hant-CN', '再試一次'],
    ['pt', 'pt-BR', 'Tentar novamente'],
    ['pt-PT', 'pt-BR', 'Tentar novamente'],
    ['hi-Latn', 'en', 'Try again'],
  ];
  for (const [tag, language, retry] of cases) {
    it(`of ${tag} are in ${language}`, async () => {
      const text = await loadText(tag);

      expect(text.language).to.equal(language);
      expect(text.say('store.retry')).to.equal(retry);
    });
  }

  it('run the way that their language is written', async () => {
    const directions = await Promise.all(
      ['en', 'th', 'ar', 'ar-EG', 'he', 'fa-IR', 'ur'].map((tag) => loadText(tag)),
    );

    // There are no words in Urdu, so its reader gets English, from left to right.
    expect(directions.map(({direction}) => direction)).to.deep.equal([
      ...['ltr', 'ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr'],
    ]);
  });

  it('count as their language does', async () => {
    const [en, th, ar] = await Promise.all(['en', 'th', 'ar'].map((tag) => loadText(tag)));
    const results = (text: typeof en, count: number) => text!.say('store.results', {count});

    expect([0, 1, 2, 1_234].map((count) => results(en, count))).to.deep.equal([
      '0 rewards',
      '1 reward',
      '2 rewards',
      '1,234 rewards',
    ]);
    expect([1, 2].map((count) => results(th, count))).to.deep.equal([
      'ของรางวัล 1 รายการ',
      'ของรางวัล 2 รายการ',
    ]);
    expect(
      new Set([0, 1, 2, 3, 11, 100].map((count) => results(ar, count).replace(/[\d٠-٩]+/g, '#'))).size,
    ).to.equal(5);
  });

  it('write numbers as a country does', async () => {
    const [plain, indian] = await Promise.all(['en', 'en-IN'].map((tag) => loadText(tag)));

    expect(plain!.say('store.results', {count: 1_234_567})).to.equal('1,234,567 rewards');
    expect(indian!.say('store.results', {count: 1_234_567})).to.equal('12,34,567 rewards');
  });

  it('are Brazil’s for a reader in Portugal, with Portugal’s numbers', async () => {
    const text = await loadText('pt-PT');

    expect([text.language, text.format.number(12_345.5)]).to.deep.equal(['pt-BR', '12\u00a0345,5']);
    expect(text.say('store.results', {count: 12_345})).to.equal('12\u00a0345 recompensas');
  });

  it('take values for what they are', async () => {
    const text = await loadText('en');
    const name = '<b>A & B</b> {{price}} $t(store.retry)';

    expect(text.say('product.redeemNamed', {name})).to.equal(`Redeem: ${name}`);
  });

  it('do not mix where two languages are spoken at once', async () => {
    const [en, th] = await Promise.all(['en', 'th'].map((tag) => loadText(tag)));

    expect([en!.say('store.more'), th!.say('store.more'), en!.say('store.more')]).to.deep.equal([
      'Show more',
      'ดูเพิ่มเติม',
      'Show more',
    ]);
  });
});
