import {describeRoute, resolver} from 'hono-openapi';
import * as v from 'valibot';
import {MAX_PROBLEMS} from '../assumptions.ts';
import type {ErrorStatus} from './errors.ts';

/** What the description of one operation says. */
export interface Operation {
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The media types of the body, each with its schema. */
  readonly body?: Readonly<Record<string, v.GenericSchema>>;
  readonly status?: 200 | 201;
  /** The media type of an answer that is no JSON in the envelope; `data` is its schema then. */
  readonly streams?: string;
  readonly message: string;
  readonly data: v.GenericSchema;
  /** What `meta` has besides `status` and `statusCode`. */
  readonly meta?: v.ObjectEntries;
  /** Failures besides 400, 401, 403 and 500, which every operation has. */
  readonly errors?: readonly ErrorStatus[];
}

/** Describes an operation with the very schemas by which it is checked. */
export function operation({
  tag,
  summary,
  description,
  body,
  status = 200,
  streams,
  message,
  ...answer
}: Operation) {
  const envelope = v.object({
    meta: v.object({status: v.literal('success'), statusCode: v.literal(status), ...answer.meta}),
    message: v.literal(message),
    data: answer.data,
  });
  const failures = [400, 401, 403, ...(answer.errors ?? []), 500] as const;
  const contentOf = (schemas: Readonly<Record<string, v.GenericSchema>>) =>
    Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, {schema: resolver(schema)}]));
  const failure = contentOf({[JSON_TYPE]: errorEnvelope});
  return describeRoute({
    tags: [tag],
    summary,
    ...(description !== undefined && {description}),
    ...(body && {requestBody: {required: true, content: contentOf(body)}}),
    responses: {
      [status]: {
        description: message,
        content: contentOf(streams === undefined ? {[JSON_TYPE]: envelope} : {[streams]: answer.data}),
      },
      ...Object.fromEntries(failures.map((code) => [code, {description: MEANINGS[code], content: failure}])),
    },
  });
}

const JSON_TYPE = 'application/json';

/** `meta` of a list. */
export const listMeta = {
  skip: v.pipe(v.number(), v.integer()),
  limit: v.pipe(v.number(), v.integer()),
  total: v.pipe(v.number(), v.integer()),
};

/** A form with a CSV in the field `file`. */
export const csvForm = v.pipe(
  v.object({
    file: v.pipe(
      v.string(),
      v.description('A CSV of at most 10 MiB: text/csv, application/csv or application/vnd.ms-excel.'),
    ),
  }),
  v.metadata({ref: 'CsvForm'}),
);

const MEANINGS: Readonly<Record<ErrorStatus, string>> = {
  400: 'The body, query, id, paging, file or a field is not acceptable.',
  401: 'The key is missing, unknown or expired.',
  403: 'The key lacks the permission.',
  404: 'There is no such record.',
  409: 'It is there already, or what is there is against it.',
  500: 'The service failed.',
};

const errorEnvelope = v.pipe(
  v.looseObject({
    status: v.literal('error'),
    message: v.string(),
    detail: v.optional(v.string()),
    solution: v.optional(v.string()),
    reason: v.optional(v.string()),
    missing: v.optional(v.number()),
    errors: v.optional(
      v.pipe(
        v.array(
          v.object({
            path: v.optional(v.string()),
            row: v.optional(v.number()),
            column: v.optional(v.string()),
            value: v.optional(v.unknown()),
            expected: v.string(),
          }),
        ),
        v.maxLength(MAX_PROBLEMS),
      ),
    ),
    errorCount: v.optional(v.number()),
    meta: v.object({statusCode: v.number(), status: v.literal('error')}),
  }),
  v.metadata({ref: 'Error'}),
);
