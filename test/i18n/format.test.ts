import {expect} from '@open-wc/testing';
import {Format} from '../../src/i18n/format.ts';

describe('numbers', () => {
  const cases: [language: string, value: number, written: string][] = [
    ['en', 0, '0'],
    ['en', 1_234_567, '1,234,567'],
    ['en', 0.5, '0.5'],
    ['en', 9.999, '10'],
    ['en', 12.345, '12.35'],
    ['de', 1_234.5, '1.234,5'],
    ['th', 1_234, '1,234'],
    ['en-IN', 1_234_567, '12,34,567'],
  ];
  for (const [language, value, written] of cases) {
    it(`write ${value} in ${language} as ${written}`, () => {
      expect(new Format(language).number(value)).to.equal(written);
    });
  }

  it('are written each time as the first time', () => {
    const format = new Format('en');

    expect([format.number(1_000), format.number(1_000)]).to.deep.equal(['1,000', '1,000']);
  });
});

describe('percentages', () => {
  it('are written as their language writes them', () => {
    expect(new Format('en').percent(20)).to.equal('20%');
    expect(new Format('de').percent(20)).to.equal('20\u00a0%');
  });

  it('stay the whole number that they are', () => {
    const format = new Format('en');

    for (let percent = 0; percent <= 100; percent += 1)
      expect(format.percent(percent)).to.equal(`${percent}%`);
  });
});

describe('a countdown', () => {
  it('is written as its language says it', () => {
    expect(new Format('en').in({value: 1, unit: 'day', until: 0})).to.equal('in 1 day');
    expect(new Format('en').in({value: 45, unit: 'minute', until: 0})).to.equal('in 45 min.');
    expect(new Format('th').in({value: 3, unit: 'hour', until: 0})).to.equal('ใน 3 ชม.');
  });
});
