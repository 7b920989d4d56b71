import {expect} from '@open-wc/testing';
import type {Countdown} from '../../src/catalog/countdown.ts';
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
    ['hi', 1_234_567, '12,34,567'],
    ['hi-IN-u-nu-deva', 1_234_567, '१२,३४,५६७'],
    ['fa', 1_234_567, '۱٬۲۳۴٬۵۶۷'],
    ['ar-EG', 1_234_567, '١٬٢٣٤٬٥٦٧'],
    ['ar-SA', 1_234_567, '١٬٢٣٤٬٥٦٧'],
    ['ar-MA', 1_234_567, '1.234.567'],
    ['fr', 1_234_567, '1\u202f234\u202f567'],
    ['pl', 1_234_567, '1\u00a0234\u00a0567'],
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
  const cases: [language: string, value: number, unit: Countdown['unit'], written: string][] = [
    ['en', 1, 'day', 'in 1 day'],
    ['en', 45, 'minute', 'in 45 minutes'],
    ['th', 3, 'hour', 'ในอีก 3 ชั่วโมง'],
    ['ru', 1, 'hour', 'через 1 час'],
    ['ru', 3, 'hour', 'через 3 часа'],
    ['ru', 5, 'hour', 'через 5 часов'],
    ['hi', 3, 'day', '3 दिन में'],
    ['fa', 12, 'minute', '۱۲ دقیقه بعد'],
    ['ar-EG', 12, 'minute', 'خلال ١٢ دقيقة'],
    ['zh-TW', 3, 'hour', '3 小時後'],
  ];
  for (const [language, value, unit, written] of cases) {
    it(`of ${value} ${unit} is "${written}" in ${language}`, () => {
      expect(new Format(language).in({value, unit, until: 0})).to.equal(written);
    });
  }
});

describe('a countdown in Hebrew', () => {
  it('does not say its number twice', () => {
    const said = [1, 2].map((value) => new Format('he').in({value, unit: 'day', until: 0}));

    expect(said.join())
      .to.match(/בעוד יום.*בעוד יומיים/)
      .and.not.include('(');
  });
});

describe('a moment', () => {
  const time = new Date(2026, 10, 21, 10, 42).getTime();

  it('is written as its language writes it, with the country’s calendar and digits', () => {
    expect(new Format('en').moment(time).replace(/\s/g, ' ')).to.equal('Nov 21, 10:42 AM');
    expect(new Format('de').moment(time)).to.equal('21. Nov., 10:42');
    expect(new Format('fa').moment(time)).to.match(/^۳۰ آبان.+۱۰:۴۲$/);
    expect(new Format('zh').moment(time)).to.match(/^11月21日.*10:42$/);
  });
});
