import {ATTEMPT_LIMIT, REQUEST, takeEarly} from './early.ts';
import {kindOfStatus, StoreRequestError} from './errors.ts';

/** An answer with the moment at which its sender says that it was true. */
export interface Answer {
  readonly body: unknown;
  /** Epoch ms by the server's clock, from `Date` and `Age` (RFC 9110, 9111); absent where a proxy hides them. */
  readonly serverTime: number | undefined;
}

/**
 * Reads JSON by a simple request.
 *
 * Rejects with {@link StoreRequestError}; when `signal` aborts, with the signal's reason.
 */
export async function fetchJson(
  url: string,
  signal?: AbortSignal,
  fetch = globalThis.fetch,
): Promise<Answer> {
  const limit = AbortSignal.timeout(ATTEMPT_LIMIT);
  try {
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    const response = await (takeEarly(url) ?? fetch(url, {...REQUEST, signal: either}));
    const {ok, status, headers} = response;
    if (!ok) throw new StoreRequestError(kindOfStatus(status), `Answered ${status}: ${url}`, {status});
    const body: unknown = await response.json();
    either.throwIfAborted();
    return {body, serverTime: serverTime(headers)};
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof StoreRequestError) throw cause;
    if (limit.aborted || isTimeout(cause))
      throw new StoreRequestError('slow', `No answer in time: ${url}`, {cause});
    const isBroken = cause instanceof SyntaxError;
    throw new StoreRequestError(isBroken ? 'malformed' : 'offline', `No usable answer: ${url}`, {cause});
  }
}

const isTimeout = (cause: unknown) => cause instanceof DOMException && cause.name === 'TimeoutError';

function serverTime(headers: Headers): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date + (Number(headers.get('age')) || 0) * 1000;
}
