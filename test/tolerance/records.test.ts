import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {productOf, profileOf} from '../../src/api/decode.ts';
import {categoriesOf, presentationOf} from '../../src/api/surroundings.ts';
import {DETAIL} from '../../src/api/detail.ts';
import {objectOf} from '../../src/api/members.ts';
import type {Text} from '../../src/i18n/text.ts';
import {loadText} from '../../src/i18n/text.ts';
import {absurdCategory, absurdProduct, absurdStore, noRecord} from '../support/absurd.ts';
import {runs} from '../support/runs.ts';
import {makesSense} from '../support/screen.ts';

const MOMENT = Date.parse('2026-05-01T00:00:00.000Z');

/** A character that is seen; marks and spaces of no width are none. */
const SEEN = /[^\p{C}\p{Z}]/u;

/** All texts and numbers in a value, however deep. */
function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

const audience = fc.record({
  balance: fc.constantFrom(undefined, 0, 50, NaN, Infinity, -Infinity, 1e21),
  lowStock: fc.constantFrom(undefined, 0, 9, NaN, Infinity),
  isSignedIn: fc.constantFrom(undefined, true, false),
});

describe('C6, C7: any record at all', () => {
  let texts: Text[];

  before(async () => (texts = await Promise.all(['en', 'ar', 'th', 'de', 'ja'].map((tag) => loadText(tag)))));

  it('of a product is told about in words that make sense, at any time, to anybody', () => {
    const moments = fc.oneof(fc.constant(MOMENT), fc.integer({min: 0, max: 8.64e15}));

    fc.assert(
      fc.property(absurdProduct, moments, audience, fc.nat(), (record, now, audience, turn) => {
        const product = {...productOf(record)!, ...DETAIL.decode!(record)};
        expect(product.id).to.equal(record._id);
        const words = texts[turn % texts.length]!.product(product, now, audience);

        for (const leaf of leavesOf(words)) {
          if (typeof leaf === 'string' && !makesSense(leaf)) throw new Error(`It says “${leaf}”.`);
          expect(leaf).to.not.satisfy(Number.isNaN);
        }
        expect(words.until).to.be.greaterThan(now);
      }),
      runs(100_000, 10_000),
    );
  }).timeout(300_000);

  it('of a category is one with a name, or none', () => {
    fc.assert(
      fc.property(absurdCategory, (record) => {
        const [category] = categoriesOf({parts: {categories: {data: [record]}}});

        const isNamed = typeof record.name === 'string' && SEEN.test(record.name);
        expect(category?.name).to.equal(isNamed && record.isArchived !== true ? record.name : undefined);
      }),
      runs(100_000, 10_000),
    );
  }).timeout(300_000);

  it('of a store’s configuration holds texts, truths and addresses of the web', () => {
    fc.assert(
      fc.property(absurdStore, (record) => {
        const {isOpen, title, description, ...rest} = {
          ...profileOf(record),
          ...presentationOf({parts: {store: {data: record}}}),
        };

        expect(isOpen).to.equal(record.isEnabled !== false);
        for (const leaf of leavesOf({title, description, ...rest})) {
          expect(typeof leaf).to.be.oneOf(['string', 'undefined']);
        }
        for (const address of leavesOf([rest.cover, rest.currency?.icon, rest.callToAction])) {
          if (address !== undefined) expect(address).to.match(/^https?:\/\//i);
        }
      }),
      runs(100_000, 10_000),
    );
  }).timeout(300_000);

  it('that is none is none', () => {
    fc.assert(
      fc.property(noRecord, (record) => {
        const {_id, name} = objectOf(record);

        expect(productOf(record)?.id).to.be.oneOf([undefined, _id]);
        expect(categoriesOf({parts: {categories: {data: [record]}}})[0]?.name).to.be.oneOf([undefined, name]);
        expect(profileOf(record).isOpen).to.be.a('boolean');
      }),
      runs(100_000, 10_000),
    );
  }).timeout(300_000);
});
