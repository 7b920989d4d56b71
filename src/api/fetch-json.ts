import {STALE_HEADER} from './contract.ts';
import {momentOf} from './members.ts';
import {ATTEMPT_LIMIT, REQUEST, takeEarly} from './early.ts';
import {kindOfStatus, StoreRequestError, type FailureKind} from './errors.ts';

/** An answer with the moment at which its sender says that it was true. */
export interface Answer {
  readonly body: unknown;
  /** Epoch ms by the server's clock, from `Date` and `Age` (RFC 9110, 9111); absent where a proxy hides them. */
  readonly serverTime: number | undefined;
  /** Epoch ms at which it was true, where it is the last good one of a store that fails at the moment. */
  readonly asOf: number | undefined;
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
    if (!ok) throw new StoreRequestError(kindOfStatus(status), url, status);
    const body: unknown = await response.json();
    either.throwIfAborted();
    const date = momentOf(headers.get('date'));
    return {
      body,
      serverTime: date && date + (Number(headers.get('age')) || 0) * 1000,
      asOf: headers.has(STALE_HEADER) ? date : undefined,
    };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof StoreRequestError) throw cause;
    throw new StoreRequestError(KINDS[(cause as Error).name] ?? 'offline', url, cause);
  }
}

/** What the browser's own errors mean, by their names; any other of `fetch` means that no answer came. */
const KINDS: Readonly<Record<string, FailureKind>> = {TimeoutError: 'slow', SyntaxError: 'malformed'};
