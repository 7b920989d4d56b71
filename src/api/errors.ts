/**
 * Why an answer is missing, by what somebody can do about it:
 * `offline` (no answer arrived), `slow` (none in time), `refused` (401, 403), `gone` (404 or 410 for a single product), `busy` (429),
 * `failed` (any other status), `malformed` (an answer that is not what the Store API promises).
 */
export type FailureKind = 'offline' | 'slow' | 'refused' | 'gone' | 'busy' | 'failed' | 'malformed';

/** What statuses mean, and the browser's own errors by their names. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  200: 'malformed',
  401: 'refused',
  403: 'refused',
  404: 'gone',
  410: 'gone',
  429: 'busy',
  SyntaxError: 'malformed',
  TimeoutError: 'slow',
};

/** The kind of failure that an answer, or what was thrown in its place, stands for. */
export const kindOf = ({status, name}: Partial<Response & Error>): FailureKind =>
  KINDS[status ?? name ?? 200] ?? (status === undefined ? 'offline' : 'failed');

/** A request for the store's data that brought none. `cause` holds what a developer wants to see. */
export class StoreRequestError extends Error {
  override readonly name = 'StoreRequestError';
  readonly kind: FailureKind;

  /** The status of the answer, where one came. */
  readonly status: number | undefined;

  /** The id by which the gateway's log knows the request, where the answer told it. */
  readonly requestId: string | undefined;

  /** Epoch ms before which it is of no use to ask again, where the server said so. */
  retryAt?: number;

  /**
   * @param url - What was asked for.
   * @param cause - The answer, or what was thrown in its place: a `SyntaxError` for what cannot be read.
   */
  constructor(url: string, cause: Partial<Response & Error>) {
    const said = kindOf(cause);
    // One product can be gone; what else is not found is a gateway that is not where it should be.
    const kind = said === 'gone' && !/\/products\/[^/]+$/.test(url.split('?', 1)[0]!) ? 'failed' : said;
    super(`${kind}: ${url}`, {cause});
    this.kind = kind;
    this.status = cause.status;
    this.requestId = cause.headers?.get('X-Request-Id') ?? undefined;
  }
}
