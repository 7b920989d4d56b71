import {aCategoryRecord, aStoreRecord, productRecords} from '../../../support/record.ts';

/** What the Store API answers with. */
export type Envelope = Readonly<Record<string, unknown>>;

const PRODUCTS = productRecords(30, {shouldDisplayRemainingQuantity: true});
const CATEGORY = aCategoryRecord();

const success = (data: unknown, page: Envelope = {}): Envelope => ({
  meta: {status: 'success', statusCode: 200, ...page},
  message: 'Read success.',
  data,
});

/** What a gateway in good order answers to a path and query. */
export function answerTo(url: string): Envelope {
  const {pathname, searchParams} = new URL(url, 'http://127.0.0.1');
  const skip = Number(searchParams.get('skip') ?? 0);
  const limit = Number(searchParams.get('limit') ?? 24);
  const words = searchParams.get('search')?.replace('keyword:', '') ?? '';
  const found = PRODUCTS.filter(({name}) => String(name).includes(words));
  const products = success(found.slice(skip, skip + limit), {skip, limit, total: found.length});
  if (pathname.endsWith('/storefront')) {
    const store = success(aStoreRecord());
    return success({store, products, categories: success([CATEGORY]), counts: {}});
  }
  if (pathname.endsWith('/products')) return products;
  if (pathname.endsWith('/stores')) return success(aStoreRecord());
  if (pathname.endsWith('/categories')) return success([CATEGORY]);
  const id = pathname.split('/').at(-1);
  return success(PRODUCTS.find(({_id}) => _id === id) ?? null);
}

/** The envelope with its list of products, or its one product, changed; also where that is a part of a storefront. */
export function withPart(envelope: Envelope, change: (part: Envelope) => unknown): unknown {
  const {data} = envelope;
  const isFront = typeof data === 'object' && data !== null && 'products' in data;
  return isFront
    ? {...envelope, data: {...data, products: change(data.products as Envelope)}}
    : change(envelope);
}

/** The envelope with each record of its list, or its one record, changed. */
export const withRecords = (envelope: Envelope, change: (record: Envelope) => unknown): unknown =>
  withPart(envelope, (part) => ({
    ...part,
    data: Array.isArray(part.data) ? part.data.map(change) : change(part.data as Envelope),
  }));

/** The id of the first product. */
export const FIRST_ID = String(PRODUCTS[0]!._id);

/** The first ten products, as a gateway answers them. */
export const FIRST_PAGE = PRODUCTS.slice(0, 10);
