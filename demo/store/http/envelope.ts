import type {Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import {MAX_PROBLEMS} from '../assumptions.ts';
import type {StoreError} from './errors.ts';

/** Answers in the Store API's success envelope; `meta` adds to what every answer has. */
export function success(
  c: Context,
  message: string,
  data: unknown,
  meta: object = {},
  status: 200 | 201 = 200,
) {
  return c.json({meta: {status: 'success', statusCode: status, ...meta}, message, data}, status);
}

/** Answers in the Store API's error envelope, with the wrong values as `errors`, up to a bound. */
export function failure(c: Context, error: StoreError) {
  const {status, message, detail, solution, reason, missing, problems} = error;
  return c.json(
    {
      status: 'error',
      message,
      ...(detail !== undefined && {detail}),
      ...(solution !== undefined && {solution}),
      ...(reason !== undefined && {reason}),
      ...(missing !== undefined && {missing}),
      ...(problems.length > 0 && {errors: problems.slice(0, MAX_PROBLEMS), errorCount: problems.length}),
      meta: {statusCode: status, status: 'error'},
    },
    status as ContentfulStatusCode,
  );
}
