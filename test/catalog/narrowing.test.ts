import {expect} from '@open-wc/testing';
import {isWanted, type Narrowing} from '../../src/catalog/narrowing.ts';
import type {Product} from '../../src/catalog/product.ts';
import type {Shopper} from '../../src/catalog/verdict.ts';
import {aProduct} from '../support/product.ts';

const NOW = Date.UTC(2026, 10, 21);

describe('a narrowed list', () => {
  const cases: [says: string, wish: Narrowing, product: Partial<Product>, shopper: Shopper, is: boolean][] = [
    ['holds everything where nothing is wanted', {}, {stock: 0}, {balance: 0}, true],
    ['holds what can be redeemed', {isRedeemable: true}, {}, {}, true],
    ['holds nothing that is sold out', {isRedeemable: true}, {stock: 0}, {}, false],
    ['holds nothing that is too dear to be redeemed', {isRedeemable: true}, {}, {balance: 99}, false],
    ['holds nothing for somebody who is to sign in', {isRedeemable: true}, {}, {isSignedIn: false}, false],
    ['holds what the balance is just enough for', {isAffordable: true}, {}, {balance: 100}, true],
    ['holds it sold out as well', {isAffordable: true}, {stock: 0}, {balance: 100}, true],
    ['holds nothing beyond the balance', {isAffordable: true}, {}, {balance: 99}, false],
    ['holds what nobody knows the price of', {isAffordable: true}, {price: undefined}, {balance: 0}, true],
    ['holds everything where no balance is known', {isAffordable: true}, {}, {}, true],
    [
      'goes by the price of now',
      {isAffordable: true},
      {discount: {price: 50, ends: NOW + 1}},
      {balance: 50},
      true,
    ],
    [
      'goes by the list price when the discount is over',
      {isAffordable: true},
      {discount: {price: 50, ends: NOW}},
      {balance: 50},
      false,
    ],
    ['holds the kind that is wanted', {type: 'voucher'}, {type: 'voucher'}, {}, true],
    ['holds no other kind', {type: 'voucher'}, {type: 'badge'}, {}, false],
    ['holds nothing of no kind', {type: 'voucher'}, {}, {}, false],
    [
      'holds what all wishes let through',
      {type: 'badge', isRedeemable: true, isAffordable: true},
      {type: 'badge'},
      {balance: 100},
      true,
    ],
  ];
  for (const [says, wish, product, shopper, is] of cases) {
    it(says, () => {
      expect(isWanted(aProduct(product), wish, NOW, shopper)).to.equal(is);
    });
  }
});
