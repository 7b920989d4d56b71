import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {nextChange, offerAt} from '../../src/catalog/offer.ts';
import type {Discount} from '../../src/catalog/product.ts';
import {aProduct} from '../support/product.ts';

describe('the offer on a product of 100 that costs 90 from 10 to 20', () => {
  const product = aProduct({price: 100, discount: {price: 90, starts: 10, ends: 20}});
  const moments: [name: string, time: number, price: number, next: number | undefined][] = [
    ['the list price long before the discount', -1e15, 100, 10],
    ['the list price until it starts', 9, 100, 10],
    ['the discount from its first moment', 10, 90, 20],
    ['the discount up to its last', 19, 90, 20],
    ['the list price from the moment it ends', 20, 100, undefined],
    ['the list price long after', 1e15, 100, undefined],
  ];
  for (const [name, time, price, next] of moments) {
    it(`is ${name}`, () => {
      expect(offerAt(product, time)!.price).to.equal(price);
      expect(nextChange(product, time)).to.equal(next);
    });
  }

  it('tells the list price, the saving and the end only while the discount runs', () => {
    expect(offerAt(product, 15)).to.deep.equal({price: 90, was: 100, percentOff: 10, ends: 20});
    expect(offerAt(product, 20)).to.deep.equal({price: 100});
  });
});

describe('a discount with an open side', () => {
  const cases: [
    name: string,
    discount: Discount,
    prices: [before: number, after: number],
    next: unknown[],
  ][] = [
    ['has always run where it has no start', {price: 90, ends: 0}, [90, 100], [0, undefined]],
    ['never ends where it has no end', {price: 90, starts: 0}, [100, 90], [0, undefined]],
    ['always holds where it has neither', {price: 90}, [90, 90], [undefined, undefined]],
  ];
  for (const [name, discount, prices, next] of cases) {
    it(name, () => {
      const product = aProduct({price: 100, discount});

      expect([-1, 0].map((time) => offerAt(product, time)!.price)).to.deep.equal(prices);
      expect([-1, 0].map((time) => nextChange(product, time))).to.deep.equal(next);
    });
  }

  it('names no end that it does not have', () => {
    const offer = offerAt(aProduct({discount: {price: 90, starts: 0}}), 5);

    expect(offer!.ends).to.equal(undefined);
  });
});

describe('a discount that makes no sense', () => {
  const cases: [name: string, discount: Discount][] = [
    ['that costs as much as the list price', {price: 100, starts: 0, ends: 10}],
    ['that costs more than the list price', {price: 120, starts: 0, ends: 10}],
    ['that costs less than nothing', {price: -1, starts: 0, ends: 10}],
    ['that ends before it starts', {price: 90, starts: 10, ends: 0}],
    ['that ends as it starts', {price: 90, starts: 5, ends: 5}],
  ];
  for (const [name, discount] of cases) {
    it(`is ignored when it is one ${name}`, () => {
      const product = aProduct({price: 100, discount});

      for (const time of [-1, 0, 5, 10, 11]) {
        expect(offerAt(product, time)).to.deep.equal({price: 100});
        expect(nextChange(product, time)).to.equal(undefined);
      }
    });
  }

  it('does not make a free product cheaper', () => {
    expect(offerAt(aProduct({price: 0, discount: {price: 0}}), 0)).to.deep.equal({price: 0});
  });
});

describe('the percent saved', () => {
  const cases: [list: number, now: number, percent: number][] = [
    [100, 80, 20],
    [100, 90, 10],
    [100, 71, 29],
    [1000, 995, 0],
    [3, 2, 33],
    [3, 1, 66],
    [100, 0, 100],
    [0.3, 0.2, 33],
    [19.99, 0.01, 99],
  ];
  for (const [list, now, percent] of cases) {
    it(`is ${percent} from ${list} to ${now}`, () => {
      expect(offerAt(aProduct({price: list, discount: {price: now}}), 0)!.percentOff).to.equal(percent);
    });
  }

  it('is a whole number that overstates no saving and falls short of it by less than one', () => {
    const amount = fc.oneof(fc.integer({min: 0, max: 200}), fc.integer({min: 0, max: 1_000_000}));
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        fc.pre(one !== other);
        const [now, list] = [Math.min(one, other), Math.max(one, other)];

        const {percentOff = NaN} = offerAt(aProduct({price: list, discount: {price: now}}), 0)!;

        expect(percentOff).to.equal(Number((BigInt(list - now) * 100n) / BigInt(list)));
      }),
      {numRuns: 2_000},
    );
  });
});

describe('a product without a price', () => {
  const product = aProduct({price: undefined, discount: {price: 90, starts: 0, ends: 10}});

  it('is offered for nothing that could be shown', () => {
    expect(offerAt(product, 5)).to.equal(undefined);
    expect(nextChange(product, 5)).to.equal(undefined);
  });
});

describe('the next change of an offer', () => {
  it('is the first later moment at which the offer differs, for any discount', () => {
    const edge = fc.option(fc.integer({min: 0, max: 20}), {nil: undefined});
    fc.assert(
      fc.property(fc.integer({min: -5, max: 15}), edge, edge, fc.integer({min: -2, max: 22}), (...given) => {
        const [price, starts, ends, time] = given;
        const product = aProduct({price: 10, discount: {price, starts, ends}});

        const next = nextChange(product, time);

        const later = Array.from({length: 30}, (_, step) => time + 1 + step);
        const differs = later.find((at) => offerAt(product, at)!.price !== offerAt(product, time)!.price);
        expect(next).to.equal(differs);
      }),
      {numRuns: 500},
    );
  });
});
