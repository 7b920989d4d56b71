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

  /** @param url - What was asked for. */
  constructor(kind: FailureKind, url: string, cause?: unknown) {
    super(`${kind}: ${url}`, {cause});
    this.kind = kind;
  }
}

/** The kind of failure that an HTTP status other than 2xx stands for. */
export const kindOfStatus = (status: number): FailureKind =>
  (({401: 'refused', 403: 'refused', 404: 'gone', 429: 'busy'}) as const)[status] ?? 'failed';
