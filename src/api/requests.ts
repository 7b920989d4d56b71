import {PAGE_LIMIT, PATHS, STOREFRONT_PATH} from './contract.ts';
import {
  fieldsFor,
  NAV_FIELDS,
  PROFILE_FIELDS,
  cardParts,
  type ProductPart,
  type ProductView,
} from './projection.ts';

/** The orders that a shopper can choose; the first is the store's own. */
export const SORTS = ['displayOrder:asc', 'price:asc', 'price:desc', 'createdAt:desc', 'name:asc'] as const;

export type Sort = (typeof SORTS)[number];

/** Which products, in what order, and which of their parts. */
export interface ProductQuery {
  readonly parts: readonly ProductPart[];
  /** The language that texts are wanted in, as the Store API takes it. */
  readonly lang: string;
  /** Id of the only category wanted. */
  readonly category?: string | undefined;
  /** Words to look for. */
  readonly search?: string | undefined;
  readonly sort: Sort;
  /** How many at most, 1 to 100. */
  readonly limit: number;
  /** How many to pass over. */
  readonly skip?: number;
  /** Whose products; a filter of what is visible, no right. */
  readonly userID?: string | undefined;
}

/** How many products come at once, unless the page says otherwise. */
export const PAGE_SIZE = 24;

/** What a page's author may say about a store's list, as attributes or properties; anything unusable is as if unsaid. */
export interface ListOptions {
  readonly category?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly sort?: string | null | undefined;
  readonly pageSize?: string | number | null | undefined;
  readonly show?: string | null | undefined;
  readonly userId?: string | null | undefined;
}

/** The query for the first page of a store's cards. */
export function cardsQuery(
  lang: string,
  {category, search, sort, pageSize, show, userId}: ListOptions,
): ProductQuery {
  const size = Math.floor(Number(pageSize));
  return {
    parts: cardParts(show),
    lang,
    category: category || undefined,
    search: search || undefined,
    sort: SORTS.find((one) => one === sort) ?? SORTS[0],
    limit: size >= 1 ? Math.min(size, PAGE_LIMIT) : PAGE_SIZE,
    userID: userId || undefined,
  };
}

// The address of each request; `isPlain` says that a proxy is asked, which speaks the Store API alone. They are apart from the client, so that the first requests can be on their way before the
// client's code is there: an answer is known by its address alone.

/** A page of active products. */
export const productsUrl = (gateway: string, query: ProductQuery, isPlain?: boolean) =>
  address(gateway, PATHS.products, productsAsked(query, isPlain));

/** A first page of products, with the configuration and the categories; only our own gateway has it. */
export const storefrontUrl = (gateway: string, query: ProductQuery) =>
  address(gateway, STOREFRONT_PATH, {
    ...productsAsked(query),
    categoryFields: NAV_FIELDS.join(),
    storeFields: PROFILE_FIELDS.join(),
  });

const productsAsked = (
  {parts, lang, category, search, sort, limit, skip, userID}: ProductQuery,
  isPlain?: boolean,
) => ({
  fields: fieldsFor(parts, isPlain),
  lang,
  limit,
  sort,
  skip,
  filter: category && `categoryID:${category}`,
  search: search && `keyword:${search}`,
  userID,
});

/** One active product. */
export const productUrl = (
  gateway: string,
  id: string,
  {parts, fields = []}: ProductView,
  lang: string,
  isPlain?: boolean,
) =>
  address(gateway, `${PATHS.products}/${encodeURIComponent(id)}`, {
    fields: [fieldsFor(parts, isPlain), ...fields].join(),
    lang,
  });

/** An address below the gateway's, with the query that has a value. */
export function address(
  gateway: string,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const said = Object.entries(query).filter(([, value]) => value) as [string, string][];
  return `${gateway.replace(/\/*$/, path)}?${new URLSearchParams(said).toString()}`;
}
