import fc from 'fast-check';
import {csvOf, type CsvRow, HEADERS} from './csv.ts';

/** A CSV that must not be accepted, and why. */
export interface Damaged {
  readonly why: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Table = readonly CsvRow[];

/** Cells by column that are wrong wherever they stand. */
const WRONG: readonly (readonly [column: (typeof HEADERS)[number], values: readonly string[]])[] = [
  ['Price', ['free', '-1', '1,50', '1e5', 'NaN', '∞', '0x10']],
  ['Discount Price', ['ten', '-0.01']],
  ['Discount Enabled', ['maybe', '2', 'TRUE FALSE']],
  ['Discount Start Date', ['soon', '2026-13-01', '2026-02-30', '01/02/2026', '1777777777']],
  ['Voucher Expire Date', ['never', '2026-4-1']],
  ['Category Name', ['No such category', 'food']],
  ['Purchase Status Override Name', ['Lost']],
  ['Expiring Highlight Duration', ['0', '1.5', 'a week']],
  ['Expiring Highlight Timeframe', ['moons', 'DAYS']],
  ['Permission Type', ['rule']],
  ['Purchase Limit Interval Unit', ['fortnights']],
  ['Purchase Limit Quantity', ['0', 'one']],
  ['Image', ['javascript:alert(1)', 'picture.svg', '//example.com/a.png', 'https://']],
  ['Name', ['x'.repeat(501), 'A\0B']],
  ['Vouchers', ['y'.repeat(201), 'same,same']],
];

const number = (below: number) => fc.nat(below - 1);

/** A good table of a few products, every one with vouchers of its own and some with permissions. */
const table: fc.Arbitrary<Table> = fc
  .array(
    fc.record({
      name: fc.string({minLength: 1, unit: 'grapheme'}),
      price: number(1_000),
      permissions: number(3),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((products) =>
    products.flatMap(({name, price, permissions}, at): CsvRow[] => [
      {
        Name: `Product ${name.replaceAll('\0', '')}`,
        Price: String(price),
        'Category Name': 'Food',
        Vouchers: `code-${at}-1,code-${at}-2`,
        Description: '<p>Two\nlines, "quoted"</p>',
      },
      ...Array.from({length: permissions}, (): CsvRow => ({'Permission Type': 'role', Roles: 'VIP'})),
    ]),
  );

const bytesOf = (text: string) => new TextEncoder().encode(text);

const changed = (table: Table, at: number, cells: CsvRow): Table =>
  table.map((row, place) => (place === at % table.length ? {...row, ...cells} : row));

/** A place in a table where a product starts. */
const starts = (table: Table, at: number) => {
  const places = table.flatMap(({Name}, place) => (Name === undefined ? [] : [place]));
  return places[at % places.length]!;
};

const damages: readonly ((table: Table) => fc.Arbitrary<Damaged>)[] = [
  (rows) =>
    fc.tuple(fc.constantFrom(...WRONG), number(99), number(99)).map(([[column, values], which, at]) => ({
      why: `a wrong ${column}`,
      bytes: bytesOf(csvOf(changed(rows, starts(rows, at), {[column]: values[which % values.length]}))),
    })),
  (rows) =>
    fc.constantFrom(...HEADERS).map((missing) => ({
      why: `no column ${missing}`,
      bytes: bytesOf(csvOf(rows, {headers: HEADERS.filter((header) => header !== missing)})),
    })),
  (rows) =>
    fc.tuple(number(HEADERS.length), number(HEADERS.length - 1)).map(([from, by]) => {
      const headers = [...HEADERS] as string[];
      const to = (from + 1 + by) % HEADERS.length;
      [headers[from], headers[to]] = [headers[to]!, headers[from]!];
      return {why: 'two columns changed places', bytes: bytesOf(csvOf(rows, {headers}))};
    }),
  (rows) =>
    fc.tuple(number(HEADERS.length), fc.constantFrom(...HEADERS, 'Colour', '')).map(([at, header]) => ({
      why: 'a column too many',
      bytes: bytesOf(csvOf(rows, {headers: HEADERS.toSpliced(at, 0, header as never)})),
    })),
  (rows) =>
    fc.constant({
      why: 'a quote that is not closed',
      bytes: bytesOf(csvOf([...rows, {Name: 'MARK', Price: '1'}]).replace('MARK', '"MARK')),
    }),
  (rows) =>
    number(99).map((at) => ({
      why: 'a quote inside a cell',
      bytes: bytesOf(csvOf(changed(rows, starts(rows, at), {Name: 'MARK'})).replace('MARK', 'MA"RK')),
    })),
  (rows) =>
    fc
      .constantFrom<CsvRow>({Roles: 'VIP'}, {Price: '1'}, {'Permission Type': 'tag', Tags: 'A'})
      .map((stray) => ({
        why: 'a row of no product',
        bytes: bytesOf(csvOf([stray, ...rows])),
      })),
  (rows) =>
    fc
      .constantFrom<CsvRow>({Price: '1'}, {Vouchers: 'z'}, {'Category Name': 'Food'}, {Archived: 'no'})
      .map((cells) => ({
        why: 'a permission row with a cell of a product',
        bytes: bytesOf(csvOf([...rows, {Roles: 'VIP', ...cells}])),
      })),
  (rows) =>
    number(99).map((at) => ({
      why: 'a code that stands twice',
      bytes: bytesOf(
        csvOf([
          ...rows,
          {Name: 'Twice', Price: '1', Vouchers: `new,code-${at % rows.filter(({Name}) => Name).length}-1`},
        ]),
      ),
    })),
  (rows) =>
    fc
      .constantFrom([0xff], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf5, 0x80], [0xe0, 0x9f, 0x80])
      .map((broken) => {
        const good = bytesOf(csvOf(rows));
        return {
          why: 'bytes that are no character',
          bytes: new Uint8Array([...good.slice(0, 900), ...broken, ...good.slice(900)]),
        };
      }),
  (rows) =>
    number(1_000_000).map((at) => {
      // Behind the headers and before the last cell of the last row there is always a row that is too short.
      const good = csvOf([...rows, {Name: 'Last', Price: '1', 'Exclusive Tag Enabled': 'true'}]);
      const row = good.lastIndexOf('Last');
      return {why: 'a file that was cut off', bytes: bytesOf(good.slice(0, row + 4 + (at % 30)))};
    }),
  (rows) =>
    fc.constantFrom(',', ',x', ',,,').map((more) => ({
      why: 'a row that is too long',
      bytes: bytesOf(csvOf(rows).trimEnd() + more),
    })),
  () =>
    number(50).map((more) => ({
      why: 'more than 100 products',
      bytes: bytesOf(csvOf(Array.from({length: 101 + more}, (_, at) => ({Name: `P${at}`, Price: '1'})))),
    })),
  () =>
    fc.uint8Array({maxLength: 2_000}).map((bytes) => ({why: 'no CSV at all', bytes: new Uint8Array(bytes)})),
  () =>
    fc
      .string({unit: 'binary', maxLength: 500})
      .map((text) => ({why: 'text that is no table', bytes: bytesOf(text)})),
];

/** Files that are wrong in one way or another, each in a way that leaves no doubt. */
export const damaged: fc.Arbitrary<Damaged> = fc
  .tuple(table, number(damages.length))
  .chain(([rows, which]) => damages[which]!(rows));
