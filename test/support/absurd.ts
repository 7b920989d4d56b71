import fc, {type Arbitrary} from 'fast-check';
import type {Json} from '../../src/api/members.ts';
import {idOf} from './product.ts';
import {aCategoryRecord, aProductRecord, aStoreRecord} from './record.ts';

/** What a merchant's text may be made of, by what is odd about it. */
export const ABSURD_TEXTS: Readonly<Record<string, string>> = {
  'ten thousand letters': 'x'.repeat(10_000),
  'ten thousand letters in words': 'reward '.repeat(1_429),
  'a right-to-left override': '\u202eExtra \u202d\u202eReward',
  'Arabic in Latin': 'Reward مكافأة 50% خصم Reward',
  'zero-width characters': 'Re\u200bwa\u200d\u2060rd\ufeff'.repeat(60),
  'nothing but zero-width characters': '\u200b\u200d\u2060\ufeff\u200e',
  zalgo: `R${'\u0300\u0351\u035b\u0310\u0489'.repeat(40)}eward`.repeat(20),
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈👍🏿'.repeat(100),
  'halves of characters': '\ud800Reward\udc00\ud83d',
  'a template of a message': 'Reward <count> $& $1 %s',
  HTML: '<b onclick="x">Reward</b>&amp;<!--',
  'control characters': 'Re\u0000wa\u0007rd\u001b[31m\n\n\n\t\u2028\u2029Reward',
  'no place to break': '奖励'.repeat(2_000),
  'wide characters': '﷽'.repeat(300),
};

/** Numbers that a price or a stock is not, though they are numbers. */
export const ABSURD_NUMBERS = [
  NaN, Infinity, -Infinity, -1, -0, 0.001, 1.5, 99.999, 1e9, 1e15, 1e21, Number.MAX_VALUE, Number.MIN_VALUE, -1e21,
]; // prettier-ignore

const ABSURD_DATES = [
  'tomorrow', '2026-13-45', '+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '0000', '2026-04-28', '1e21',
]; // prettier-ignore

/** Anything that is there in the place of something else. */
const WRONG = [
  null,
  undefined,
  true,
  false,
  '',
  ' ',
  '5',
  '100',
  [],
  {},
  [null],
  {value: {}},
  [[1]],
  7,
  'text',
];

const text = fc.oneof(
  fc.constantFrom(...Object.values(ABSURD_TEXTS)),
  fc.string({unit: 'binary', maxLength: 200}),
  fc.string({
    unit: fc.integer({min: 0, max: 0xffff}).map((code) => String.fromCharCode(code)),
    maxLength: 40,
  }),
);
const number = fc.oneof(fc.constantFrom(...ABSURD_NUMBERS), fc.double(), fc.integer());
const date = fc.oneof(
  fc.constantFrom(...ABSURD_DATES),
  fc.date({noInvalidDate: true}).map((moment) => moment.toISOString()),
);
const absurd = fc.oneof(text, number, date, fc.constantFrom(...WRONG), fc.webUrl(), fc.jsonValue());

/** A record like `usual`, of whose members some are missing or absurd, with members that nobody knows. */
function likeIt(usual: Json): Arbitrary<Json> {
  const members = Object.keys(usual).filter((name) => name !== '_id');
  const others = fc.dictionary(fc.oneof(fc.constantFrom('toString', 'constructor'), fc.string()), absurd, {
    maxKeys: 3,
  });
  const odd = fc.dictionary(fc.constantFrom(...members), absurd, {maxKeys: 6, noNullPrototype: true});
  const missing = fc.subarray(members, {maxLength: 4});
  return fc.tuple(others, odd, missing).map(([others, odd, missing]) => {
    const record = {...others, ...usual, ...odd};
    return Object.fromEntries(Object.entries(record).filter(([name]) => !missing.includes(name)));
  });
}

const absurdWindow = fc.record({
  isDiscountEnabled: fc.constantFrom(true, true, false, 'true', null),
  discountPrice: fc.oneof(number, fc.constantFrom(90, '90', null)),
  discountStartDate: fc.oneof(date, fc.constantFrom(null, 5, {})),
  discountEndDate: fc.oneof(date, fc.constantFrom(null, 5, {})),
});

/** Products as no Store API should answer them; their ids are their own. */
export const absurdProduct: Arbitrary<Json> = fc
  .tuple(likeIt(aProductRecord({isInStock: true})), fc.option(absurdWindow), fc.integer({min: 1}))
  .map(([record, window, id]) => ({...record, ...window, _id: idOf(id)}));

/** Categories as no Store API should answer them; their ids are their own. */
export const absurdCategory: Arbitrary<Json> = fc
  .tuple(likeIt(aCategoryRecord()), fc.integer({min: 1}))
  .map(([record, id]) => ({...record, _id: idOf(id)}));

/** Configurations as no Store API should answer them. */
export const absurdStore: Arbitrary<Json> = likeIt({
  ...aStoreRecord(),
  cover: {isEnabled: true, light: 'https://pictures.test/a.png'},
}).chain((record) =>
  fc
    .dictionary(
      fc.constantFrom('isEnabled', 'name', 'light', 'dark', 'value', 'callToAction', 'link'),
      absurd,
    )
    .chain((nested) => fc.constantFrom(record, {...record, currency: nested}, {...record, widget: nested})),
);

/** Anything at all in the place of a record. */
export const noRecord: Arbitrary<unknown> = fc.oneof(fc.constantFrom(...WRONG), fc.jsonValue());
