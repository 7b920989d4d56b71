import type {Read} from './allow.ts';
import {Fault, Refusal} from './errors.ts';
import {boundedJson} from './json.ts';
import {upstreamFields} from './rebuild.ts';
import {waitOf} from './retry-after.ts';

/** The credentials that hold at the moment, the preferred one first. */
export type Keys = () => readonly string[] | Promise<readonly string[]>;

/** How the Store API is reached. */
export interface UpstreamOptions {
  /** The Store API's base address, such as `https://api.returning.ai/v1`. */
  readonly upstream: string;
  /** The credential, or what gives the ones that hold now. It goes into one header of a request and nowhere else. */
  readonly key: string | Keys;
  /** Stands in for the runtime's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What the Store API sent. */
export interface Reading {
  /** Whatever JSON it was. */
  readonly json: unknown;
  /** Whether the store lets its answer be kept for others: it set no cookie and did not call it private. */
  readonly isShared: boolean;
}

/** Reads from the Store API once. */
export type Upstream = (read: Read, signal: AbortSignal) => Promise<Reading>;

/**
 * Makes the one way to the Store API. Each request is built from a checked read, nothing of the caller's own request
 * is handed on, and no redirect is followed. A refused key is followed by the next one, which is then preferred.
 *
 * The promise rejects with a {@link Refusal} for 400 and 404, as the store says them, with a {@link Fault} for
 * everything else that the store does, and with the signal's reason once that is aborted.
 */
export function upstreamOf({upstream, key, fetch = globalThis.fetch}: UpstreamOptions): Upstream {
  const base = upstream.replace(/\/+$/, '');
  const keys: Keys = typeof key === 'string' ? () => [key] : key;
  let preferred: string | undefined;

  const ask = async (address: string, credential: string, signal: AbortSignal) => {
    try {
      return await fetch(address, {
        headers: {
          Accept: 'application/json',
          'Accept-Encoding': 'gzip, deflate',
          Authorization: `Bearer ${credential}`,
          'User-Agent': 'rai-store-gateway',
        },
        redirect: 'manual',
        signal,
      });
    } catch (error) {
      signal.throwIfAborted();
      throw new Fault(502, 'The store cannot be reached.', {isPassing: true, cause: error});
    }
  };

  return async (read, signal) => {
    const address = `${base}${read.path}?${queryOf(read).toString()}`;
    let failure: Refusal = new Fault(502, 'The store failed.', {cause: new Error('there is no key')});
    for (const credential of preferring(preferred, await keys())) {
      const response = await ask(address, credential, signal);
      if (response.ok) {
        preferred = credential;
        return await reading(response, credential, signal);
      }
      void response.body?.cancel();
      failure = refused(response, read);
      if (response.status !== 401 && response.status !== 403) break;
    }
    throw failure;
  };
}

async function reading(response: Response, credential: string, signal: AbortSignal): Promise<Reading> {
  const {headers} = response;
  const isShared =
    !headers.has('set-cookie') && !/\b(?:private|no-store)\b/i.test(headers.get('cache-control') ?? '');
  try {
    return {json: await boundedJson(response, credential), isShared};
  } catch (error) {
    if (error instanceof Refusal) throw error;
    signal.throwIfAborted();
    throw new Fault(502, 'The store broke off its answer.', {isPassing: true, cause: error});
  }
}

/** The keys to try in turn; at most two, so that a list of old ones does not multiply the requests. */
function preferring(preferred: string | undefined, keys: readonly string[]): readonly string[] {
  const order = preferred !== undefined && keys.includes(preferred) ? [preferred, ...keys] : keys;
  return [...new Set(order)].slice(0, 2);
}

function queryOf(read: Read): URLSearchParams {
  return new URLSearchParams([
    ...read.query.map((pair) => [...pair]),
    ['fields', upstreamFields(read).join(',')],
  ]);
}

function refused({status, headers}: Response, {resource}: Read): Refusal {
  if (status === 400) return new Refusal(400, 'The store does not accept this query.');
  // A list is always there: where it is not, the base address is wrong.
  if (status === 404 && (resource === 'product' || resource === 'category'))
    return new Refusal(404, 'The store has no such record.');
  const cause = new Error(`upstream status ${status}`);
  const waitFor = waitOf(headers.get('retry-after'), Date.now()) ?? (status === 429 ? 5000 : undefined);
  if (waitFor !== undefined && (status === 429 || status === 503)) return resting(waitFor, cause);
  return new Fault(502, 'The store failed.', {isPassing: [500, 502, 503, 504].includes(status), cause});
}

/** The store asks to be left alone for a while. */
export function resting(waitFor: number, cause?: unknown): Fault {
  return new Fault(503, 'The store rests for a moment.', {
    waitFor,
    cause,
    solution: 'Try again after the time in Retry-After.',
    headers: {'Retry-After': String(Math.max(1, Math.ceil(waitFor / 1000)))},
  });
}
