import type {Context} from 'hono';
import {ID_PATTERN} from '../ids.ts';
import {invalid, type Problem, StoreError} from './errors.ts';

/** The most records that one page holds; more is asked for in vain, not refused. */
const PAGE_LIMIT = 100;
const DEFAULT_LIMIT = 20;

/** Longer values are refused: no id, field list or search is that long. */
const MAX_VALUE = 1_000;

/** A language tag, loosely: `th`, `pt-BR`, `zh_Hant`. */
const LANGUAGE = /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i;

/**
 * The query of a request, one value a name.
 *
 * @throws {StoreError} 400 that lists every name that is not in `allowed`, stands twice, or has an unreadable value.
 */
export function readQuery<Name extends string>(
  c: Context,
  allowed: readonly Name[],
): Partial<Record<Name, string>> {
  const problems: Problem[] = [];
  const query: Partial<Record<string, string>> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [value = ''] = values;
    if (!(allowed as readonly string[]).includes(name)) {
      problems.push({
        path: name,
        expected: `one of the query names ${allowed.join(', ')}`,
        value: name.slice(0, 100),
      });
    } else if (values.length > 1) {
      problems.push({path: name, expected: 'the name once', value: `${values.length} times`});
    } else if (value.length > MAX_VALUE || value.includes('\0')) {
      problems.push({path: name, expected: `text of at most ${MAX_VALUE} characters without NUL`});
    } else {
      query[name] = value;
    }
  }
  if (problems.length > 0) throw invalid(problems);
  return query;
}

/** The part of a list that is asked for. */
export interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** `skip` from 0 (default 0), `limit` from 1 (default 20, capped at 100). */
export function readPage({skip, limit}: {skip?: string; limit?: string}): Page {
  return {
    skip: wholeNumber('skip', skip ?? '0', 0),
    limit: Math.min(wholeNumber('limit', limit ?? String(DEFAULT_LIMIT), 1), PAGE_LIMIT),
  };
}

function wholeNumber(path: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least) return value;
  throw invalid([{path, value: text.slice(0, 100), expected: `a whole number from ${least} to 999999999`}]);
}

/** The order of a list. Records of equal rank come in the order of their making, or its reverse. */
export interface Sort<Field extends string> {
  readonly field: Field;
  readonly direction: 'asc' | 'desc';
}

/** `field:asc` or `field:desc`; without it the store's own order. */
export function readSort<Field extends string>(
  text: string | undefined,
  fields: readonly Field[],
): Sort<Field | 'displayOrder'> {
  if (text === undefined) return {field: 'displayOrder', direction: 'asc'};
  const [name = '', direction = '', ...rest] = text.split(':');
  const field = fields.find((known) => known === name);
  if (field && (direction === 'asc' || direction === 'desc') && rest.length === 0) return {field, direction};
  throw invalid([
    {path: 'sort', value: text.slice(0, 100), expected: `${fields.join(', ')}, then :asc or :desc`},
  ]);
}

/** `keyword:<value>` or `<field>:<value>`; the value may hold further colons. An empty value looks for nothing. */
export function readSearch<Field extends string>(
  text: string | undefined,
  fields: readonly Field[],
): {field: Field | 'keyword'; value: string} | undefined {
  if (text === undefined || text === '') return undefined;
  const colon = text.indexOf(':');
  const field = [...fields, 'keyword' as const].find((known) => known === text.slice(0, colon));
  if (colon < 0 || !field) {
    const expected = `keyword or one of ${fields.join(', ')}, then a colon and what to look for`;
    throw invalid([{path: 'search', value: text.slice(0, 100), expected}]);
  }
  const value = text.slice(colon + 1).trim();
  return value === '' ? undefined : {field, value};
}

/** `name:value` with a known name; the value is checked by `names[name]`, which says what it expected or nothing. */
export function readFilter<Name extends string>(
  text: string | undefined,
  names: Record<Name, (value: string) => string | undefined>,
): {name: Name; value: string} | undefined {
  if (text === undefined || text === '') return undefined;
  const colon = text.indexOf(':');
  const name = text.slice(0, colon) as Name;
  const value = text.slice(colon + 1);
  const known = Object.keys(names);
  const expected = known.includes(name)
    ? names[name](value)
    : `${known.map((one) => `${one}:<value>`).join(' or ')}; nothing else filters`;
  if (expected === undefined) return {name, value};
  throw invalid([{path: 'filter', value: text.slice(0, 100), expected}]);
}

/** The fields that are asked for, or undefined for all. `_id` is always among them. */
export function readFields<Field extends string>(
  text: string | undefined,
  known: readonly Field[],
  secret: readonly string[] = [],
): ReadonlySet<Field> | undefined {
  if (text === undefined) return undefined;
  const problems: Problem[] = [];
  const fields = new Set<Field>(['_id' as Field]);
  for (const name of text.split(',').map((part) => part.trim())) {
    const field = known.find((one) => one === name);
    if (field) fields.add(field);
    else if (secret.includes(name))
      problems.push({path: 'fields', value: name, expected: `${name} left out: it is never public`});
    else
      problems.push({path: 'fields', value: name.slice(0, 100), expected: `names among ${known.join(', ')}`});
  }
  if (problems.length > 0) throw invalid(problems);
  return fields;
}

/** The language that is asked for, or undefined for the original text. */
export function readLanguage(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (LANGUAGE.test(text)) return text.replaceAll('_', '-').toLowerCase();
  throw invalid([{path: 'lang', value: text.slice(0, 100), expected: 'a language tag such as en or th'}]);
}

/** An id from a path or a query. */
export function readId(path: string, text: string): string {
  if (ID_PATTERN.test(text)) return text.toLowerCase();
  throw new StoreError(400, `${path} is not an id.`, {
    problems: [{path, value: text.slice(0, 100), expected: 'an id of 24 hexadecimal digits'}],
  });
}
