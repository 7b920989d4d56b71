import {
  CATEGORY_FIELDS,
  ID_PATTERN,
  PATHS,
  PRODUCT_FIELDS,
  QUERY_NAMES,
  STORE_FIELDS,
  STOREFRONT_QUERY_NAMES,
  SUMMARY_FIELD,
} from '../api/contract.ts';
import {Refusal} from './errors.ts';
import {RULES, type Resource} from './rules.ts';

/** What `GET /storefront` gives together. */
export type Part = 'products' | 'categories' | 'store';

/** A read of the Store API of which every part has been checked and put into one way of writing it. */
export interface Read {
  readonly resource: Resource;
  /** The path below the upstream's base address. */
  readonly path: string;
  /** The public fields to answer with, in the contract's order; `_id` always where there is one. */
  readonly fields: readonly string[];
  /** Every other query name with its value, in the contract's order. */
  readonly query: ReadonlyArray<readonly [name: string, value: string]>;
  /** What its answer is kept under. No two reads share one. */
  readonly key: string;
}

/** A read of checked parts. No value holds a line break, so that no two reads have one key. */
export function readOf(
  resource: Resource,
  fields: readonly string[],
  query: Read['query'] = [],
  id?: string,
): Read {
  const path = pathOf(resource, id);
  return {resource, path, fields, query, key: [path, ...query.flat(), fields.join()].join('\n')};
}

/** What an operator may switch on. */
export interface AllowOptions {
  /** Lets the visibility filter `userID` through. It gives no rights, and it makes answers private. */
  readonly userID?: boolean;
}

const FIELDS: Readonly<Record<Resource, readonly string[]>> = {
  products: PRODUCT_FIELDS,
  product: PRODUCT_FIELDS,
  categories: CATEGORY_FIELDS,
  category: CATEGORY_FIELDS,
  store: STORE_FIELDS,
};

const PATH_OF: Readonly<Record<Resource, string>> = {
  products: PATHS.products,
  product: PATHS.products,
  categories: PATHS.categories,
  category: PATHS.categories,
  store: PATHS.store,
};

/**
 * The read that a request asks for.
 *
 * @param id - What stood in the path behind the list's name, for a single record.
 * @throws {Refusal} 400 for an id, a name or a value outside the contract. It names the name, never the value.
 */
export function readFor(
  resource: Resource,
  id: string | undefined,
  params: URLSearchParams,
  options: AllowOptions = {},
): Read {
  const names = namesOf(resource, options);
  const values = valuesOf(params, names);
  return readOf(resource, fieldsOf(resource, values.get('fields')), queryOf(resource, names, values), id);
}

/** The reads that `GET /storefront` stands for: the first page of products, the categories and the configuration. */
export function storefrontReads(params: URLSearchParams, options: AllowOptions = {}): Record<Part, Read> {
  const products = namesOf('products', options).filter((name) => name !== 'skip');
  const values = valuesOf(params, [...products, ...STOREFRONT_QUERY_NAMES]);
  const shared = new Map([...values].filter(([name]) => name === 'lang' || name === 'userID'));
  const {categoryFields, storeFields} = Object.fromEntries(values);
  return {
    products: readOf(
      'products',
      fieldsOf('products', values.get('fields')),
      queryOf('products', products, values),
    ),
    categories: readOf(
      'categories',
      fieldsOf('categories', categoryFields, 'categoryFields'),
      queryOf('categories', namesOf('categories', options), shared),
    ),
    store: readOf('store', fieldsOf('store', storeFields, 'storeFields'), queryOf('store', ['lang'], shared)),
  };
}

/** Whether an answer to this read is for the asker alone. */
export function isPersonal({query}: Read): boolean {
  return query.some(([name]) => name === 'userID');
}

function namesOf(resource: Resource, {userID}: AllowOptions): readonly string[] {
  const isList = resource === 'products' || resource === 'categories';
  return [...QUERY_NAMES[resource], ...(userID && isList ? ['userID'] : [])];
}

function valuesOf(params: URLSearchParams, names: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of params) {
    if (!names.includes(name)) throw unknownName(name, names);
    if (values.has(name)) throw new Refusal(400, `The query name ${name} stands more than once.`);
    values.set(name, value);
  }
  return values;
}

function queryOf(
  resource: Resource,
  names: readonly string[],
  values: ReadonlyMap<string, string>,
): Read['query'] {
  const query: [string, string][] = [];
  for (const name of names) {
    const value = values.get(name);
    if (value === undefined || name === 'fields') continue;
    const accepted = RULES[resource][name]?.(value);
    if (accepted === undefined) throw new Refusal(400, `The value of ${name} is not acceptable.`);
    query.push([name, accepted]);
  }
  // Archived categories are for the merchant's eyes.
  if (resource === 'categories' && !values.has('filter')) query.push(['filter', 'isArchived:false']);
  return query;
}

function pathOf(resource: Resource, id: string | undefined): string {
  if (id === undefined) return PATH_OF[resource];
  if (!ID_PATTERN.test(id)) {
    throw new Refusal(400, 'The id is not acceptable.', {solution: 'An id is 24 hexadecimal digits.'});
  }
  return `${PATH_OF[resource]}/${id.toLowerCase()}`;
}

function fieldsOf(resource: Resource, asked: string | undefined, name = 'fields'): readonly string[] {
  if (asked === undefined) return FIELDS[resource];
  const isProduct = resource === 'products' || resource === 'product';
  const known = [...FIELDS[resource], ...(isProduct ? [SUMMARY_FIELD] : [])];
  const wanted = new Set(asked.split(','));
  for (const field of wanted) {
    if (!known.includes(field)) {
      throw new Refusal(400, `The value of ${name} names ${quoted(field)}, which is not public.`, {
        solution: `Name some of: ${known.join(', ')}.`,
      });
    }
  }
  return known.filter((field) => field === '_id' || wanted.has(field));
}

function unknownName(name: string, names: readonly string[]): Refusal {
  return new Refusal(400, `The query name ${quoted(name)} is not known here.`, {
    solution: `Known are: ${names.join(', ')}.`,
  });
}

/** A caller's word as far as it is one: an error must not repeat whatever somebody put into a link. */
const quoted = (name: string) => (/^[\w.$-]{1,40}$/.test(name) ? `"${name}"` : 'of odd characters');
