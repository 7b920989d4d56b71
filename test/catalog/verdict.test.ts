import {expect} from '@open-wc/testing';
import {verdictAt, type Shopper, type Verdict} from '../../src/catalog/verdict.ts';
import type {Product} from '../../src/catalog/product.ts';
import {aProduct} from '../support/product.ts';

describe('the verdict on a product', () => {
  const cases: [name: string, product: Partial<Product>, shopper: Shopper, verdict: Verdict][] = [
    ['is that it can be had, where nothing is known of the shopper', {}, {}, {state: 'available'}],
    [
      'is that it is sold out, before anything else',
      {stock: 0},
      {isSignedIn: false, balance: 0},
      {state: 'sold-out'},
    ],
    ['is to sign in, where the page knows that nobody is', {}, {isSignedIn: false}, {state: 'signed-out'}],
    [
      'is to sign in, before any balance is looked at',
      {},
      {isSignedIn: false, balance: 0},
      {state: 'signed-out'},
    ],
    ['is that it can be had by somebody who is signed in', {}, {isSignedIn: true}, {state: 'available'}],
    ['is that it can be had for the whole balance', {price: 100}, {balance: 100}, {state: 'available'}],
    ['is how much is missing', {price: 100}, {balance: 99.5}, {state: 'short', missing: 0.5}],
    ['is how much is missing from nothing', {price: 100}, {balance: 0}, {state: 'short', missing: 100}],
    ['is how much is missing from a debt', {price: 100}, {balance: -20}, {state: 'short', missing: 120}],
    ['is nothing of a balance without an end', {}, {balance: -Infinity}, {state: 'available'}],
    ['is that what is free can be had without a balance', {price: 0}, {balance: 0}, {state: 'available'}],
    [
      'is that it can be had, where the price is not known',
      {price: undefined},
      {balance: 0},
      {state: 'available'},
    ],
    [
      'is that it can be had, where the balance is no number',
      {price: 100},
      {balance: NaN},
      {state: 'available'},
    ],
    ['is that it can be had, where the stock is not known', {stock: undefined}, {}, {state: 'available'}],
  ];
  for (const [name, product, shopper, verdict] of cases) {
    it(name, () => expect(verdictAt(aProduct(product), 0, shopper)).to.deep.equal(verdict));
  }

  it('counts with the price of the moment', () => {
    const product = aProduct({price: 100, discount: {price: 60, starts: 10, ends: 20}});

    const states = [9, 10, 19, 20].map((time) => verdictAt(product, time, {balance: 60}).state);

    expect(states).to.deep.equal(['short', 'available', 'available', 'short']);
  });
});
