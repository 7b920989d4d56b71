import {expect} from '@open-wc/testing';
import {stockOf, type Stock} from '../../src/catalog/stock.ts';
import {aProduct} from '../support/product.ts';

describe('the stock of a product', () => {
  const cases: [name: string, stock: number | undefined, showsStock: boolean, told: Stock][] = [
    ['is unknown where no number came', undefined, true, {state: 'unknown'}],
    ['is unknown where no number came and none would be shown', undefined, false, {state: 'unknown'}],
    ['is sold out at none', 0, true, {state: 'sold-out'}],
    ['is sold out at none even where the merchant hides the number', 0, false, {state: 'sold-out'}],
    ['is sold out below none', -1, true, {state: 'sold-out'}],
    ['is hidden where the merchant hides the number', 3, false, {state: 'hidden'}],
    ['is low at one', 1, true, {state: 'low', left: 1}],
    ['is low at five', 5, true, {state: 'low', left: 5}],
    ['is low at five and a half, of which five can be had', 5.5, true, {state: 'low', left: 5}],
    ['is sold out at a half', 0.5, true, {state: 'sold-out'}],
    ['is plenty at six', 6, true, {state: 'plenty', left: 6}],
    ['is plenty at very many', 1e9, true, {state: 'plenty', left: 1e9}],
  ];
  for (const [name, stock, showsStock, told] of cases) {
    it(name, () => expect(stockOf(aProduct({stock, showsStock}))).to.deep.equal(told));
  }

  it('is low from the number that the page names', () => {
    const product = aProduct({stock: 10});

    expect(stockOf(product, 9).state).to.equal('plenty');
    expect(stockOf(product, 10).state).to.equal('low');
    expect(stockOf(aProduct({stock: 1}), 0).state).to.equal('plenty');
  });
});
