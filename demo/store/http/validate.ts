import * as v from 'valibot';
import {ID_PATTERN} from '../ids.ts';
import {invalid, type Problem} from './errors.ts';
import {problemOf} from './problems.ts';

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

/** What is wrong with `body`, or nothing. */
export function problemsOf(schema: v.GenericSchema, body: unknown): readonly Problem[] {
  const result = v.safeParse(schema, body);
  return result.success ? [] : result.issues.map(problemOf);
}

/**
 * An object with these members and no other. Unlike Valibot's own it takes no array for an object, and it names every
 * member that does not belong, not only the first.
 */
export function objectOf<const Entries extends v.ObjectEntries>(entries: Entries, expected = 'an object') {
  const schema = v.strictObject(entries, expected);
  const run: (typeof schema)['~run'] = function (this: typeof schema, dataset, config) {
    const input = dataset.value;
    if (Array.isArray(input)) {
      v._addIssue(this, 'type', dataset, config);
      return dataset as unknown as ReturnType<(typeof schema)['~run']>;
    }
    const output = schema['~run'].call(this, dataset, config);
    const strangers = Object.keys(input ?? {}).filter((key) => !Object.hasOwn(this.entries, key));
    for (const key of strangers.slice(1)) {
      const path = [{type: 'object', origin: 'key', input, key, value: undefined}] as const;
      v._addIssue(this, 'key', output, config, {input: key, expected: 'never', path: path as never});
    }
    return output;
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

const DATE = /^([1-9]\d{3}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?)?$/;
const DATE_EXPECTED = 'a date such as 2026-04-28T00:00:00.000Z, or null';

/** A moment in ISO 8601, a day meaning its beginning in UTC; '' for none. */
export const date = v.pipe(
  v.string(DATE_EXPECTED),
  v.regex(DATE, DATE_EXPECTED),
  v.check(isOnCalendar, DATE_EXPECTED),
);

/** A moment, null or '' for none. */
export const moment = v.nullable(date);

function isOnCalendar(value: string): boolean {
  if (!DATE.test(value) || value === '') return true;
  // JavaScript takes the 30th of February for the 2nd of March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(Date.parse(value)) && day.getUTCDate() === Number(value.slice(8, 10));
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
