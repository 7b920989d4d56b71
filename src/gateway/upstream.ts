import type {Read} from './allow.ts';
import {Refusal} from './errors.ts';
import {boundedJson} from './json.ts';
import {upstreamFields} from './rebuild.ts';

/** How the Store API is reached. */
export interface UpstreamOptions {
  /** The Store API's base address, such as `https://api.returning.ai/v1`. */
  readonly upstream: string;
  /** The credential. It goes into one header of one request and nowhere else. */
  readonly key: string;
  /** Stands in for the runtime's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long one read may take in all, in milliseconds; 5000 if not given. */
  readonly timeout?: number;
}

/** Reads from the Store API; the value is whatever JSON it sent. */
export type Upstream = (read: Read, signal?: AbortSignal) => Promise<unknown>;

/**
 * Makes the one way to the Store API. Each request is built from a checked read, nothing of the caller's own request
 * is handed on, and no redirect is followed.
 *
 * The promise rejects with a {@link Refusal}: 400 and 404 as the store says them, 503 when it is over its limit,
 * 504 when it takes too long, 502 for everything else.
 */
export function upstreamOf({
  upstream,
  key,
  fetch = globalThis.fetch,
  timeout = 5000,
}: UpstreamOptions): Upstream {
  const base = upstream.replace(/\/+$/, '');
  const headers = {
    Accept: 'application/json',
    'Accept-Encoding': 'gzip, deflate',
    Authorization: `Bearer ${key}`,
    'User-Agent': 'rai-store-gateway',
  };
  return async (read, signal) => {
    const limit = AbortSignal.timeout(timeout);
    const address = `${base}${read.path}?${queryOf(read).toString()}`;
    try {
      const response = await fetch(address, {
        headers,
        redirect: 'manual',
        signal: signal ? AbortSignal.any([limit, signal]) : limit,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw refused(response);
      }
      return await boundedJson(response);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (limit.aborted) throw new Refusal(504, 'The store took too long to answer.', {cause: error});
      throw new Refusal(502, 'The store cannot be reached.', {cause: error});
    }
  };
}

function queryOf(read: Read): URLSearchParams {
  return new URLSearchParams([
    ...read.query.map((pair) => [...pair]),
    ['fields', upstreamFields(read).join(',')],
  ]);
}

function refused({status, headers}: Response): Refusal {
  if (status === 400) return new Refusal(400, 'The store does not accept this query.');
  if (status === 404) return new Refusal(404, 'The store has no such record.');
  if (status === 429) {
    const wait = /^\d{1,5}$/.exec(headers.get('retry-after') ?? '')?.[0] ?? '5';
    return new Refusal(503, 'The store is over its limit.', {headers: {'Retry-After': wait}});
  }
  return new Refusal(502, 'The store failed.', {cause: new Error(`upstream status ${status}`)});
}
