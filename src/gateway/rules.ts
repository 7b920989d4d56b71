import {ID_PATTERN, PAGE_LIMIT, PRODUCT_SORT_FIELDS, type QUERY_NAMES} from '../api/contract.ts';

/** What can be read. */
export type Resource = keyof typeof QUERY_NAMES;

const CATEGORY_SORT_FIELDS = ['displayOrder', 'name', 'createdAt', 'updatedAt'];

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

/** For each thing that can be read, the query names that it takes, with the rule for each one's value. */
export const RULES: Readonly<Record<Resource, Readonly<Record<string, Rule>>>> = {
  products: {
    ...LIST_RULES,
    sort: sortBy(PRODUCT_SORT_FIELDS),
    filter: matching(/^(?:categoryID:[0-9a-fA-F]{24}|type:[\w-]{1,40})$/),
  },
  product: {lang: language},
  categories: {...LIST_RULES, sort: sortBy(CATEGORY_SORT_FIELDS), filter: matching(/^isArchived:false$/)},
  category: {lang: language},
  store: {lang: language},
};
