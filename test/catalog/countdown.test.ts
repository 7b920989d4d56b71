import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {countdown} from '../../src/catalog/countdown.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a countdown', () => {
  const cases: [left: string, ms: number, value: number, unit: string][] = [
    ['a moment', 1, 1, 'minute'],
    ['one minute', MINUTE, 1, 'minute'],
    ['a moment more than one minute', MINUTE + 1, 2, 'minute'],
    ['a moment less than ninety minutes', 90 * MINUTE - 1, 90, 'minute'],
    ['ninety minutes', 90 * MINUTE, 2, 'hour'],
    ['a moment more than three hours', 3 * HOUR + 1, 4, 'hour'],
    ['a moment less than a day and a half', 1.5 * DAY - 1, 36, 'hour'],
    ['a day and a half', 1.5 * DAY, 2, 'day'],
    ['two days', 2 * DAY, 2, 'day'],
    ['a moment more than two days', 2 * DAY + 1, 3, 'day'],
    ['a year', 365 * DAY, 365, 'day'],
  ];
  for (const [left, ms, value, unit] of cases) {
    it(`says ${value} ${unit} when ${left} is left`, () => {
      expect(countdown(ms, 0)).to.include({value, unit});
    });
  }

  const left = fc.oneof(
    fc.integer({min: 1, max: 3 * HOUR}),
    fc.integer({min: 1, max: 4 * DAY}),
    // Around the borders of the units, where an error of one would hide.
    fc
      .integer({min: -2, max: 2})
      .chain((near) => fc.constantFrom(HOUR, 1.5 * HOUR, 1.5 * DAY, 2 * DAY, 3 * DAY).map((at) => at + near)),
  );
  const end = fc.integer({min: 0, max: 2e12});

  it('keeps its wording up to `until`, and has another one there, or is over', () => {
    const wording = (at: number, moment: number) => {
      const {value, unit} = countdown(at, moment);
      return `${value} ${unit}`;
    };
    fc.assert(
      fc.property(end, left, fc.double({min: 0, max: 1, noNaN: true}), (end, left, part) => {
        const now = end - left;

        const {until} = countdown(end, now);

        expect(until).to.be.within(now + 1, end);
        const between = now + Math.floor((until - 1 - now) * part);
        expect(wording(end, between)).to.equal(wording(end, now));
        expect(wording(end, until - 1)).to.equal(wording(end, now));
        if (until < end) expect(wording(end, until)).to.not.equal(wording(end, now));
      }),
      {numRuns: 2_000},
    );
  });

  it('counts the same from any end', () => {
    fc.assert(
      fc.property(end, left, (end, left) => {
        const {value, unit, until} = countdown(end, end - left);

        expect(countdown(left, 0)).to.deep.equal({value, unit, until: until - (end - left)});
      }),
    );
  });
});
