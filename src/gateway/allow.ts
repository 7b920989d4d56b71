import {
  CATEGORY_FIELDS,
  ID_PATTERN,
  PAGE_LIMIT,
  PATHS,
  PRODUCT_FIELDS,
  PRODUCT_SORT_FIELDS,
  QUERY_NAMES,
  STORE_FIELDS,
} from '../api/contract.ts';
import {Refusal} from './errors.ts';

/** What can be read. */
export type Resource = keyof typeof QUERY_NAMES;

/** A read of the Store API of which every part has been checked and put into one way of writing it. */
export interface Read {
  readonly resource: Resource;
  /** The path below the upstream's base address. */
  readonly path: string;
  /** The public fields to answer with, in the contract's order; `_id` always where there is one. */
  readonly fields: readonly string[];
  /** Every other query name with its value, in the contract's order. */
  readonly query: ReadonlyArray<readonly [name: string, value: string]>;
}

/** What an operator may switch on. */
export interface AllowOptions {
  /** Lets the visibility filter `userID` through. It gives no rights, and it makes answers private. */
  readonly userID?: boolean;
}

const CATEGORY_SORT_FIELDS = ['displayOrder', 'name', 'createdAt', 'updatedAt'];

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

/** Puts a value into its one way of writing it, or says with `undefined` that it is not acceptable. */
type Rule = (value: string) => string | undefined;

const whole =
  (most: number): Rule =>
  (value) =>
    /^\d{1,9}$/.test(value) ? String(Math.min(Number(value), most)) : undefined;

const matching =
  (pattern: RegExp): Rule =>
  (value) =>
    pattern.test(value) ? value : undefined;

/** `field:asc` or `field:desc`. */
const sortBy = (fields: readonly string[]) => matching(new RegExp(`^(?:${fields.join('|')}):(?:asc|desc)$`));

/** `keyword:` and a value of up to 200 characters, which may hold colons but no control characters. */
const keyword: Rule = (value) => {
  const words = /^keyword:([^\p{Cc}\p{Cs}]{1,200})$/u.exec(value)?.[1]?.trim();
  return words ? `keyword:${words}` : undefined;
};

const language: Rule = (value) => {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value)) return undefined;
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
};

const limit: Rule = (value) => (Number(value) === 0 ? undefined : whole(PAGE_LIMIT)(value));

const LIST_RULES = {
  skip: whole(1_000_000),
  limit,
  search: keyword,
  lang: language,
  userID: matching(ID_PATTERN),
};

const RULES: Readonly<Record<Resource, Readonly<Record<string, Rule>>>> = {
  products: {
    ...LIST_RULES,
    sort: sortBy(PRODUCT_SORT_FIELDS),
    filter: matching(/^(?:categoryID:[0-9a-f]{24}|type:[\w-]{1,40})$/i),
  },
  product: {lang: language},
  categories: {...LIST_RULES, sort: sortBy(CATEGORY_SORT_FIELDS), filter: matching(/^isArchived:false$/)},
  category: {lang: language},
  store: {lang: language},
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
  const names: readonly string[] = [
    ...QUERY_NAMES[resource],
    ...(takesUser(resource, options) ? ['userID'] : []),
  ];
  const seen = new Map<string, string>();
  for (const [name, value] of params) {
    if (!names.includes(name)) throw unknownName(name, names);
    if (seen.has(name)) throw new Refusal(400, `The query name ${name} stands more than once.`);
    seen.set(name, value);
  }
  const query: [string, string][] = [];
  for (const name of names) {
    const value = seen.get(name);
    if (value === undefined || name === 'fields') continue;
    const accepted = RULES[resource][name]?.(value);
    if (accepted === undefined) throw new Refusal(400, `The value of ${name} is not acceptable.`);
    query.push([name, accepted]);
  }
  // Archived categories are for the merchant's eyes.
  if (resource === 'categories' && !seen.has('filter')) query.push(['filter', 'isArchived:false']);
  return {resource, path: pathOf(resource, id), fields: fieldsOf(resource, seen.get('fields')), query};
}

const takesUser = (resource: Resource, {userID}: AllowOptions) =>
  userID === true && (resource === 'products' || resource === 'categories');

function pathOf(resource: Resource, id: string | undefined): string {
  if (id === undefined) return PATH_OF[resource];
  if (!ID_PATTERN.test(id)) {
    throw new Refusal(400, 'The id is not acceptable.', {solution: 'An id is 24 hexadecimal digits.'});
  }
  return `${PATH_OF[resource]}/${id.toLowerCase()}`;
}

function fieldsOf(resource: Resource, asked: string | undefined): readonly string[] {
  const known = FIELDS[resource];
  if (asked === undefined) return known;
  const wanted = new Set(asked.split(','));
  for (const field of wanted) {
    if (!known.includes(field)) {
      throw new Refusal(400, `The value of fields names ${quoted(field)}, which is not public.`, {
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
