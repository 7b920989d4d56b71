import type {Context, Env} from 'hono';
import type {Json} from './catalogue.ts';
import type {Denial} from './state.ts';

/** What was read, in the Store API's envelope. */
export const envelope = (what: string, data: unknown, page: Json = {}): Json => ({
  meta: {status: 'success', statusCode: 200, ...page},
  message: `Read ${what} success.`,
  data,
});

/** A part of an answer that failed, which leaves the other parts. */
export class FailedPart {
  readonly denial: Denial;

  constructor(denial: Denial) {
    this.denial = denial;
  }

  /** It stands in its part's place as the error that it would have been by itself. */
  toJSON(): Json {
    return errorOf(this.denial);
  }
}

/** A part that came, in its envelope, or one that failed. */
export type Part = Json | FailedPart;

/** The answer that a part is by itself. */
export const send = <E extends Env>(c: Context<E>, part: Part): Response =>
  part instanceof FailedPart ? deny(c, part.denial) : c.json(part);

/** The answer that an error is. */
export const deny = <E extends Env>(
  c: Context<E>,
  denial: Omit<Denial, 'status'> & {readonly status: Denial['status'] | 404},
): Response => c.json(errorOf(denial), denial.status, {...denial.headers, 'Cache-Control': 'no-store'});

const errorOf = ({status, message}: {readonly status: number; readonly message: string}): Json => ({
  status: 'error',
  message,
  meta: {statusCode: status, status: 'error'},
});
