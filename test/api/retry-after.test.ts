import {expect} from '@open-wc/testing';
import {pauseOf} from '../../src/api/retry-after.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 30);

describe('how long Retry-After asks to wait (C2)', () => {
  const cases: [header: string | null | undefined, pause: number | undefined][] = [
    ['0', 0],
    ['1', 1_000],
    ['5', 5_000],
    [' 7 ', 7_000],
    ['007', 7_000],
    ['59', 59_000],
    ['60', 60_000],
    ['61', 60_000],
    ['3600', 60_000],
    ['99999999999999999999', 60_000],
    ['Sat, 21 Nov 2026 09:30:05 GMT', 5_000],
    ['Sat, 21 Nov 2026 09:30:00 GMT', 0],
    ['Sat, 21 Nov 2026 09:29:00 GMT', 0],
    ['Sat, 21 Nov 2026 10:30:00 GMT', 60_000],
    ['Sat Nov 21 09:30:05 2026 GMT', 5_000],
    ['Saturday, 21-Nov-26 09:30:05 GMT', 5_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Sat, 41 Nov 2026 09:30:05 GMT', undefined],
    [null, undefined],
    [undefined, undefined],
    ['', undefined],
    ['   ', undefined],
    ['-5', undefined],
    ['+5', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['5s', undefined],
    ['5, 6', undefined],
    ['soon', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['2026', 60_000],
    ['2026-11-21', undefined],
    ['2026-11-21T09:30:05Z', undefined],
  ];
  for (const [header, pause] of cases) {
    it(`is ${pause ?? 'not said'} where it is ${header === null || header === undefined ? String(header) : `“${header}”`}`, () => {
      expect(pauseOf(header, NOW)).to.equal(pause);
    });
  }
});
