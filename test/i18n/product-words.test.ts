import {expect} from '@open-wc/testing';
import type {Product} from '../../src/catalog/product.ts';
import type {Audience} from '../../src/i18n/product-words.ts';
import {loadText} from '../../src/i18n/text.ts';
import {aProduct} from '../support/product.ts';

const HOUR = 3_600_000;

describe('what is said of a product', () => {
  it('is its price', async () => {
    expect(await said({price: 1_250.5})).to.include({price: '1,250.5', isFree: false});
  });

  it('is that it is free', async () => {
    expect(await said({price: 0})).to.include({price: 'Free', isFree: true});
  });

  it('is nothing of a price that is not known', async () => {
    const words = await said({price: undefined});

    expect([words.price, words.was, words.saving, words.ends]).to.deep.equal(new Array(4).fill(undefined));
  });

  it('is the list price and what is saved, while a discount runs', async () => {
    const words = await said({price: 1000, discount: {price: 750}});

    expect(words).to.deep.include({price: '750', was: '1,000', saving: {written: '−25%', aloud: '25% off'}});
    expect([words.ends, words.until]).to.deep.equal([undefined, Infinity]);
  });

  it('is no saving of nought percent', async () => {
    const words = await said({price: 1000, discount: {price: 999}});

    expect([words.was, words.saving]).to.deep.equal(['1,000', undefined]);
  });

  it('is when a discount ends, in words that hold until they change', async () => {
    const words = await said({price: 100, discount: {price: 50, ends: 3 * HOUR}});

    expect([words.ends, words.until]).to.deep.equal(['ends in 3 hours', HOUR]);
  });

  it('holds until a discount begins', async () => {
    const words = await said({price: 100, discount: {price: 50, starts: HOUR}});

    expect([words.price, words.was, words.until]).to.deep.equal(['100', undefined, HOUR]);
  });

  const stocks: [product: Partial<Product>, audience: Audience, state: string, words: string | undefined][] =
    [
      [{stock: undefined}, {}, 'unknown', undefined],
      [{stock: 9, showsStock: false}, {}, 'hidden', undefined],
      [{stock: 0}, {}, 'sold-out', 'Sold out'],
      [{stock: 1}, {}, 'low', 'Only 1 left'],
      [{stock: 12_000}, {}, 'plenty', '12,000 left'],
      [{stock: 9}, {lowStock: 9}, 'low', 'Only 9 left'],
    ];
  for (const [product, audience, state, words] of stocks) {
    it(`is of the stock ${words ?? `nothing, where it is ${state}`}`, async () => {
      const {stock} = await said({showsStock: true, ...product}, audience);

      expect(stock).to.deep.equal({state, words});
    });
  }

  const verdicts: [
    product: Partial<Product>,
    audience: Audience,
    state: string,
    reason: string | undefined,
  ][] = [
    [{}, {}, 'available', undefined],
    [{stock: 0}, {}, 'sold-out', 'Sold out'],
    [{}, {isSignedIn: false}, 'signed-out', 'Sign in to redeem'],
    [{price: 2000}, {balance: 500}, 'short', 'You need 1,500 more'],
  ];
  for (const [product, audience, state, reason] of verdicts) {
    it(`is ${reason ?? 'no reason against having it'}`, async () => {
      expect((await said(product, audience)).verdict).to.deep.equal({state, reason});
    });
  }

  it('is said in the language', async () => {
    const {verdict, stock} = await said({price: 2000, stock: 2}, {balance: 500}, 'ar-EG');

    expect([verdict.reason, stock.words]).to.deep.equal(['ينقصك ١٬٥٠٠', 'بقيت قطعتان فقط']);
  });
});

async function said(product: Partial<Product>, audience?: Audience, language = 'en') {
  const text = await loadText(language);
  return text.product(aProduct(product), 0, audience);
}
