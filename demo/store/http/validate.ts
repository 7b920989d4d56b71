import * as v from 'valibot';
import {ID_PATTERN} from '../ids.ts';
import {invalid, type Problem, shown} from './errors.ts';

/**
 * A body as its schema types it.
 *
 * @throws {StoreError} 400 that lists every wrong member, each with its path, what stood there and what was expected.
 */
export function validate<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw invalid(result.issues.map(problemOf));
}

/** What is wrong with `body`, or nothing. Messages in our schemas are written as the end of "expected …". */
export function problemsOf(schema: v.GenericSchema, body: unknown): readonly Problem[] {
  const result = v.safeParse(schema, body);
  return result.success ? [] : result.issues.map(problemOf);
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = pathOf(issue);
  const place = path === '' ? {} : {path};
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {...place, expected: 'no member of this name'};
  }
  if (issue.type === 'strict_object' && issue.expected?.startsWith('"')) {
    return {...place, expected: 'a value, since it is required'};
  }
  const value = shown(issue.input);
  return {...place, expected: issue.message, ...(value !== undefined && {value})};
}

/** `[3].productPermission[0].type`, as one would write it in code. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const parts = (issue.path ?? []).map(({key}) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return parts.join('').replace(/^\./, '');
}

/** An object with these members and no other. Valibot's own takes an array for an object without members. */
export function objectOf<const Entries extends v.ObjectEntries>(entries: Entries, expected = 'an object') {
  const schema = v.strictObject(entries, expected);
  const run: (typeof schema)['~run'] = function (this: typeof schema, dataset, config) {
    if (!Array.isArray(dataset.value)) return schema['~run'].call(this, dataset, config);
    v._addIssue(this, 'type', dataset, config);
    return dataset as unknown as ReturnType<(typeof schema)['~run']>;
  };
  return {...schema, '~run': run};
}

/** Text that a database can hold: no NUL, no half of a surrogate pair. */
export const text = (maxLength: number) =>
  v.pipe(
    v.string('a text'),
    v.maxLength(maxLength, `a text of at most ${maxLength} characters`),
    v.check((value) => !value.includes('\0'), 'a text without NUL characters'),
    v.check(
      (value) => !/\p{Surrogate}/u.test(value),
      'a text of whole characters (a lone surrogate is none)',
    ),
  );

/** Text with something in it besides spaces. */
export const filledText = (maxLength: number) =>
  v.pipe(
    text(maxLength),
    v.check((value) => value.trim() !== '', 'a text that is not empty'),
  );

export const flag = v.boolean('true or false');

/** An amount in the store's currency. */
export const amount = v.pipe(
  v.number('a number of 0 or more'),
  v.finite('a number of 0 or more'),
  v.minValue(0, 'a number of 0 or more'),
);

/** A whole number that fits the database's. */
export const count = (least: number) =>
  v.pipe(
    v.number(`a whole number of ${least} or more`),
    v.integer(`a whole number of ${least} or more`),
    v.minValue(least, `a whole number of ${least} or more`),
    v.maxValue(2_147_483_647, 'a whole number of at most 2147483647'),
  );

export const id = v.pipe(
  v.string('an id of 24 hexadecimal digits'),
  v.regex(ID_PATTERN, 'an id of 24 hexadecimal digits'),
);

export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  v.picklist(names, `one of ${names.join(', ')}`);

/** The address of a picture: absolute, or from `/` for a file of this service; '' for none. */
export const pictureAddress = (maxLength: number) =>
  v.pipe(
    text(maxLength),
    v.check(isPictureAddress, 'an absolute http or https address, a path from /, or an empty text'),
  );

function isPictureAddress(value: string): boolean {
  if (value === '' || /^\/(?!\/)/.test(value)) return true;
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

const DATE = /^[1-9]\d{3}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;
const DATE_EXPECTED = 'a date such as 2026-04-28T00:00:00.000Z, or null';

/** A moment in ISO 8601, a day meaning its beginning in UTC; null or '' for none. */
export const moment = v.nullable(
  v.pipe(
    v.string(DATE_EXPECTED),
    v.check((value) => value === '' || isMoment(value), DATE_EXPECTED),
  ),
);

function isMoment(value: string): boolean {
  // JavaScript takes the 30th of February for the 2nd of March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return (
    DATE.test(value) && !Number.isNaN(Date.parse(value)) && day.getUTCDate() === Number(value.slice(8, 10))
  );
}

/** The moment that a checked text means. */
export const toDate = (value: string | null | undefined): Date | null => (value ? new Date(value) : null);

/** A list of translations of one field. */
export const translations = (maxLength: number) =>
  v.array(
    v.strictObject(
      {
        language: v.pipe(
          v.string('a language tag such as en or th'),
          v.regex(/^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i, 'a language tag such as en or th'),
        ),
        value: text(maxLength),
      },
      'a translation {language, value}',
    ),
    'a list of translations',
  );
