import {parse} from 'csv-parse/sync';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gather, withDates} from '../../../demo/store/import/table.ts';
import {listOf, oneOf} from '../../gateway/support/store.ts';

const CATALOGUE = join(import.meta.dirname, '../../../demo/store/catalogue');

/** What the measurements need to know of a product; the rest is the gateway's to read. */
interface Product {
  readonly name: string;
  readonly categoryID: string;
  readonly [member: string]: unknown;
}

/** The records of a Store API. */
export interface Records {
  readonly products: readonly Product[];
  readonly categories: readonly {readonly _id: string; readonly name: string}[];
  readonly store: object;
}

/**
 * The catalogue of the demo, as a Store API has it.
 *
 * @param pictures - The origin that serves its pictures.
 * @param count - So many products: the same ones again and again, each time with another number in their names.
 */
export function catalogueOf(pictures: string, count?: number): Records {
  const json = (name: string) =>
    JSON.parse(
      readFileSync(join(CATALOGUE, name), 'utf8').replaceAll('"/pictures/', `"${pictures}/pictures/`),
    ) as unknown;
  const categories = (json('categories.json') as {name: string}[]).map((category, at) => ({
    ...category,
    _id: idOf(at),
    isArchived: false,
  }));
  const known = rows().map((cell) => ({
    name: cell('Name'),
    description: cell('Description'),
    image: pictures + cell('Image'),
    price: Number(cell('Price')),
    type: 'voucher',
    categoryID: categories.find(({name}) => name === cell('Category Name'))?._id ?? '',
    stocks: cell('Vouchers').split(',').filter(Boolean).length,
    isDiscountEnabled: cell('Discount Enabled') === 'true',
    discountPrice: Number(cell('Discount Price')),
    discountStartDate: cell('Discount Start Date') || null,
    discountEndDate: cell('Discount End Date') || null,
    shouldDisplayRemainingQuantity: cell('Display Remaining Quantity') === 'true',
  }));
  const products = Array.from({length: count ?? known.length}, (_, at) => {
    const product = known[at % known.length]!;
    const turn = Math.floor(at / known.length);
    return {...product, name: turn ? `${product.name} ${turn}` : product.name, _id: idOf(at)};
  });
  return {products, categories, store: json('store.json') as object};
}

/** Answers as a Store API that has these records, in the place of `fetch`. */
export function answering({products, categories, store}: Records): typeof fetch {
  return async (input) => {
    const {pathname, searchParams} = new URL(input instanceof Request ? input.url : input);
    if (pathname.endsWith('/stores')) return oneOf(store);
    if (pathname.endsWith('/categories')) return listOf(categories);
    const category = searchParams.get('filter')?.replace('categoryID:', '');
    const all = category ? products.filter(({categoryID}) => categoryID === category) : products;
    const skip = Number(searchParams.get('skip'));
    const limit = Number(searchParams.get('limit') ?? 20);
    return listOf(all.slice(skip, skip + limit), {skip, limit, total: all.length});
  };
}

/** The rows that start a product which is on sale, each as a function from a column's name to its cell. */
function rows(): ((column: string) => string)[] {
  const file = readFileSync(join(CATALOGUE, 'products.csv'));
  const [headers = [], ...lines] = parse(file, {bom: true, relaxColumnCount: true});
  return gather(headers, lines)
    .map(({rows: [row = []]}) => withDates(headers, row, Date.now()))
    .map((row) => (column: string) => row[headers.indexOf(column)] ?? '')
    .filter((cell) => cell('Archived') !== 'true');
}

const idOf = (at: number) => (at + 1).toString(16).padStart(24, '0');
