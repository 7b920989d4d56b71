import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {codesOf, products} from './reading.ts';

/** Minutes from the import to a date cell; nothing for an open side. */
function minutes(cell: string | undefined): number | undefined {
  if (!cell) return undefined;
  const [, minus, days = 0, hours = 0, rest = 0] =
    /^(-)?P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(cell) ??
    assert.fail(`not a duration: ${cell}`);
  return (minus ? -1 : 1) * (Number(days) * 1440 + Number(hours) * 60 + Number(rest));
}

interface Discount {
  readonly name: string;
  readonly price: number;
  readonly listPrice: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

const discounts: Discount[] = products
  .filter((row) => row['Discount Enabled'] === 'true')
  .map((row) => ({
    name: row['Name']!,
    price: Number(row['Discount Price']),
    listPrice: Number(row['Price']),
    start: minutes(row['Discount Start Date']),
    end: minutes(row['Discount End Date']),
  }));
const valid = discounts.filter(
  ({price, listPrice, start = -Infinity, end = Infinity}) => price < listPrice && start < end,
);
const running = valid.filter(({start = -Infinity, end = Infinity}) => start <= 0 && 0 < end);

describe('the cases that the demo catalogue shows', () => {
  it('has discounts that end and start while one looks, in the first rows', () => {
    const first = products.slice(0, 16).map(({Name}) => Name);

    assert.ok(running.some(({name, end}) => end === 3 && first.includes(name)));
    assert.ok(valid.some(({name, start}) => start === 2 && first.includes(name)));
    assert.ok(valid.some(({start}) => start === 5));
  });

  it('has discounts of every other kind: by hours and days, over, to come, open at a side, down to nothing', () => {
    assert.ok(running.some(({end}) => end === 3 * 60));
    assert.ok(running.some(({end}) => end === 6 * 1440));
    assert.ok(valid.some(({end}) => end !== undefined && end < 0));
    assert.ok(valid.some(({start}) => start !== undefined && start > 1440));
    assert.ok(running.some(({start, end}) => start === undefined && end !== undefined));
    assert.ok(running.some(({start, end}) => start !== undefined && end === undefined));
    assert.ok(running.some(({start, end}) => start === undefined && end === undefined));
    assert.ok(running.some(({price}) => price === 0));
    assert.ok(products.some((row) => row['Discount Enabled'] === 'false' && row['Discount Price'] !== ''));
  });

  it('has discounts that are to be ignored: equal to the price, above it, over before they start', () => {
    assert.ok(discounts.some(({price, listPrice}) => price === listPrice));
    assert.ok(discounts.some(({price, listPrice}) => price > listPrice));
    assert.ok(
      discounts.some(
        ({price, listPrice, start = -Infinity, end = Infinity}) => price < listPrice && end < start,
      ),
    );
  });

  it('has every state of stock', () => {
    const amounts = products.map((row) => codesOf(row).length);
    const hidden = products.filter((row) => row['Display Remaining Quantity'] === 'false');

    for (const amount of [0, 1, 2, 5, 12, 60]) assert.ok(amounts.includes(amount), `${amount} left`);
    assert.ok(hidden.some((row) => codesOf(row).length === 0));
    assert.ok(hidden.some((row) => codesOf(row).length > 0));
  });

  it('has prices from free to very dear', () => {
    const prices = products.map((row) => Number(row['Price']));

    assert.equal(Math.min(...prices), 0);
    assert.ok(Math.max(...prices) >= 100_000);
  });

  it('has names of every length and script', () => {
    const names = products.map((row) => row['Name']!);

    assert.ok(names.some(({length}) => length === 2));
    assert.ok(names.some(({length}) => length > 80));
    assert.ok(names.some((name) => /ä/.test(name) && /é/.test(name) && /’/.test(name)));
    assert.ok(names.some((name) => /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(name)));
    assert.ok(names.some((name) => /\p{Script=Arabic}/u.test(name)));
  });

  it('asks for name, telephone and address, each where it is needed', () => {
    const asked = products.map((row) =>
      ['Collect Name', 'Collect Phone', 'Collect Address'].map((header) => row[header] === 'true'),
    );

    for (const kind of [
      'true,false,false',
      'false,true,false',
      'true,true,false',
      'true,false,true',
      'true,true,true',
    ])
      assert.ok(
        asked.some((one) => one.join() === kind),
        kind,
      );
    for (const row of products) {
      const some = ['Collect Name', 'Collect Phone', 'Collect Address'].some((one) => row[one] === 'true');
      assert.equal(row['User Information Enabled'], String(some), row['Name']);
    }
  });

  it('highlights vouchers that expire, in more than one unit of time, and archives a product', () => {
    const units = products
      .filter((row) => row['Expiring Highlight Enabled'] === 'true')
      .map((row) => row['Expiring Highlight Timeframe']);

    assert.ok(new Set(units).size >= 3, units.join());
    assert.equal(products.filter((row) => row['Archived'] === 'true').length, 1);
  });

  it('has hostile and sloppy markup within believable text', () => {
    const descriptions = products.map((row) => row['Description']!);
    const holds = (...parts: string[]) =>
      assert.ok(
        descriptions.some((html) => parts.every((part) => html.includes(part))),
        parts.join(),
      );

    holds('<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">');
    holds('<script>', 'style="');
    holds('&nbsp;');
    holds('<table>');
    holds('<FONT');
    assert.ok(descriptions.some((html) => html.includes('\n') && html.includes(',') && html.includes('"')));
    assert.ok(descriptions.some((html) => html.split('<p>').length > html.split('</p>').length));
  });

  it('begins with two rows that show what a card can say', () => {
    const told = products.slice(0, 8).map((row) => [row['Name'], Number(row['Price']), codesOf(row).length]);

    assert.deepEqual(told, [
      ['Coffee for two', 320, 12],
      ['Cinema ticket, any day', 900, 2],
      ['Founders’ hoodie', 2400, 24],
      ['€10 bookshop voucher', 1000, 48],
      ['Early-access badge', 0, 60],
      ['Mechanical keyboard', 12800, 0],
      ['One-to-one mentoring', 3500, 5],
      ['Plant a mangrove', 450, 60],
    ]);
  });
});
