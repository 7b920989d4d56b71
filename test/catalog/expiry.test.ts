import {expect} from '@open-wc/testing';
import {expiryWindow} from '../../src/catalog/expiry.ts';
import type {ExpiryHighlight} from '../../src/catalog/product.ts';
import {aProduct} from '../support/product.ts';

const END = Date.UTC(2026, 10, 30);
const HOUR = 3_600_000;
const NEVER = [Infinity, Infinity];

describe('a product that expires', () => {
  for (const [duration, timeframe, hours] of [
    [36, 'hours', 36],
    [7, 'days', 7 * 24],
    [2, 'weeks', 14 * 24],
    [1, 'months', 30 * 24],
    [0.5, 'days', 12],
  ] as const) {
    it(`stands out from ${duration} ${timeframe} before to the end`, () => {
      const product = aProduct({expires: END, expiryHighlight: {duration, timeframe}});

      expect(expiryWindow(product)).to.deep.equal([END - hours * HOUR, END]);
    });
  }

  const days: ExpiryHighlight = {duration: 7, timeframe: 'days'};
  for (const [name, expires, expiryHighlight] of [
    ['without a date', undefined, days],
    ['with a date that can’t be read', NaN, days],
    ['where the merchant does not want it', END, undefined],
    ['where nobody says how long before', END, {timeframe: 'days'}],
    ['where that is no time at all', END, {duration: 0, timeframe: 'days'}],
    ['where that is less than nothing', END, {duration: -7, timeframe: 'days'}],
    ['where the unit is unknown', END, {duration: 7, timeframe: 'fortnights'}],
    ['where there is no unit', END, {duration: 7}],
    ['where the unit is a name that every object has', END, {duration: 7, timeframe: 'constructor'}],
  ] as const) {
    it(`never stands out ${name}`, () => {
      expect(expiryWindow(aProduct({expires, expiryHighlight}))).to.deep.equal(NEVER);
    });
  }
});
