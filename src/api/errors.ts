/**
 * Why an answer is missing, by what somebody can do about it:
 * `offline` (no answer arrived), `slow` (none in time), `refused` (401, 403), `gone` (404), `busy` (429), `failed` (any other
 * status), `malformed` (an answer that is not what the Store API promises).
 */
export type FailureKind = 'offline' | 'slow' | 'refused' | 'gone' | 'busy' | 'failed' | 'malformed';

/** A request for the store's data that brought none. `cause` holds what a developer wants to see. */
export class StoreRequestError extends Error {
  override readonly name = 'StoreRequestError';
  readonly kind: FailureKind;
  /** The HTTP status, where one arrived. */
  readonly status: number | undefined;

  constructor(kind: FailureKind, message: string, options: {status?: number; cause?: unknown} = {}) {
    super(message, {cause: options.cause});
    this.kind = kind;
    this.status = options.status;
  }
}

/** The kind of failure that an HTTP status other than 2xx stands for. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'gone';
  return status === 429 ? 'busy' : 'failed';
}
