import type {ValidationTargets} from 'hono';
import {validator} from 'hono-openapi';
import * as v from 'valibot';
import {ID_PATTERN} from '../ids.ts';
import {invalid} from './errors.ts';
import {isUnknownMember, problemOf} from './problems.ts';
import {objectOf} from './validate.ts';

/** The most records that one page holds; more is asked for in vain, not refused. */
const PAGE_LIMIT = 100;
const DEFAULT_LIMIT = 20;

/** Longer values are refused: no id, field list or search is that long. */
const MAX_VALUE = 1_000;

/** A value that stands once. */
const single = v.pipe(
  v.string('the name once'),
  v.maxLength(MAX_VALUE, `a text of at most ${MAX_VALUE} characters`),
  v.check((value) => !value.includes('\0'), 'a text without NUL characters'),
);

const wholeNumber = (least: number) =>
  v.pipe(
    single,
    v.regex(/^\d{1,9}$/, `a whole number from ${least} to 999999999`),
    v.check((value) => Number(value) >= least, `a whole number from ${least} to 999999999`),
    v.transform(Number),
  );

/** How many records a list leaves out at its beginning; default 0. */
export const skip = v.optional(wholeNumber(0), '0');

/** How many records a list gives; default 20, capped at 100. */
export const limit = v.optional(
  v.pipe(
    wholeNumber(1),
    v.transform((value) => Math.min(value, PAGE_LIMIT)),
  ),
  String(DEFAULT_LIMIT),
);

/** The part of a list that is asked for. */
export interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** The order of a list. Records of equal rank come in the order of their making, or its reverse. */
export interface Sort<Field extends string> {
  readonly field: Field;
  readonly direction: 'asc' | 'desc';
}

/** `field:asc` or `field:desc`; without it `displayOrder:asc`, the store's own order. */
export function sort<const Field extends string>(fields: readonly Field[]) {
  const choices = fields.flatMap((field) => [`${field}:asc`, `${field}:desc`] as const);
  return v.optional(
    v.pipe(
      single,
      v.picklist(choices, `one of ${fields.join(', ')}, then :asc or :desc`),
      v.transform((value) => {
        const [field, direction] = value.split(':');
        return {field, direction} as Sort<Field>;
      }),
    ),
    'displayOrder:asc',
  );
}

/** `keyword:<value>` or `<field>:<value>`; the value may hold further colons. An empty value looks for nothing. */
export function search<const Field extends string>(fields: readonly Field[]) {
  const names = ['keyword' as const, ...fields];
  return v.optional(
    v.pipe(
      single,
      v.regex(
        new RegExp(`^((${names.join('|')}):[\\s\\S]*)?$`),
        `keyword or one of ${fields.join(', ')}, then a colon and what to look for`,
      ),
      v.transform((text) => {
        const colon = text.indexOf(':');
        const value = text.slice(colon + 1).trim();
        return value === '' ? undefined : {field: text.slice(0, colon) as (typeof names)[number], value};
      }),
    ),
  );
}

/** What the values of one filter look like. */
interface FilterValue {
  readonly pattern: string;
  readonly expected: string;
  readonly read?: (value: string) => string;
}

/** `name:value` with one of the names. An empty text filters nothing. */
export function filter<const Name extends string>(values: Readonly<Record<Name, FilterValue>>) {
  const entries = Object.entries<FilterValue>(values);
  const patterns = entries.map(([name, {pattern}]) => `${name}:${pattern}`);
  const expected = entries.map(([name, value]) => `${name}:<${value.expected}>`);
  return v.optional(
    v.pipe(
      single,
      v.regex(new RegExp(`^(${patterns.join('|')})?$`), `${expected.join(' or ')}; nothing else filters`),
      v.transform((text) => {
        const colon = text.indexOf(':');
        const name = text.slice(0, colon) as Name;
        const value = text.slice(colon + 1);
        return text === '' ? undefined : {name, value: values[name].read?.(value) ?? value};
      }),
    ),
  );
}

/** An id as a filter's value. */
export const AN_ID: FilterValue = {
  pattern: '[0-9a-fA-F]{24}',
  expected: '24 hexadecimal digits',
  read: (value) => value.toLowerCase(),
};

/** The fields that are asked for, by commas; `_id` is always among them. `secret` ones are refused by name. */
export function fields<const Field extends string>(known: readonly Field[], secret: readonly string[] = []) {
  return v.optional(
    v.pipe(
      single,
      v.description(`Some of ${known.join(', ')}.`),
      v.rawTransform(({dataset, addIssue, NEVER}) => {
        const names = dataset.value.split(',').map((name) => name.trim());
        const wrong = names.filter((name) => !(known as readonly string[]).includes(name));
        for (const name of wrong) {
          const message = secret.includes(name)
            ? `${name} left out, which is never public`
            : `only names among ${known.join(', ')}`;
          addIssue({message, input: name});
        }
        return wrong.length > 0 ? NEVER : new Set(['_id', ...names] as Field[]);
      }),
    ),
  );
}

/** The language that is asked for; without it the original text. */
export const lang = v.optional(
  v.pipe(
    single,
    v.regex(/^([a-zA-Z]{2,8}([-_][a-zA-Z0-9]{1,8})*)?$/, 'a language tag such as en or th'),
    v.transform((tag) => (tag === '' ? undefined : tag.replaceAll('_', '-').toLowerCase())),
  ),
);

/** An id, in lower case. */
export const anId = v.pipe(
  single,
  v.regex(ID_PATTERN, 'an id of 24 hexadecimal digits'),
  v.transform((id) => id.toLowerCase()),
);

/** Whose eyes a list is for. Only a filter: it gives no rights. */
export const userID = v.optional(anId);

/** Checks a request's query against these names and no others. @throws {StoreError} 400 that lists every wrong value. */
export const query = <const Entries extends v.ObjectEntries>(entries: Entries) => checked('query', entries);

/** Checks the ids in a request's path. @throws {StoreError} 400. */
export const path = <const Entries extends v.ObjectEntries>(entries: Entries) => checked('param', entries);

function checked<
  Target extends 'query' | ('param' & keyof ValidationTargets),
  const Entries extends v.ObjectEntries,
>(target: Target, entries: Entries) {
  const schema = objectOf(entries);
  return validator(target, schema, (result) => {
    if (result.success) return;
    const {issues = []} = v.safeParse(schema, result.data);
    const names = Object.keys(entries).join(', ');
    throw invalid(
      issues.map((issue) => {
        const problem = problemOf(issue);
        return isUnknownMember(issue) ? {...problem, expected: `only the query names ${names}`} : problem;
      }),
    );
  });
}
