import {LRUCache} from 'lru-cache';
import {Refusal} from './errors.ts';

/** So many requests in a window of so many seconds. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}

/** Which limits there are; a limit that is not given is off. */
export interface Rates {
  /** For each client. */
  readonly client?: Rate;
  /** For all clients on the pages of one origin. */
  readonly origin?: Rate;
  /** For all requests together. */
  readonly global?: Rate;
}

/** How a count stands. */
export interface Count {
  /** How many requests the window has seen, this one included. */
  readonly used: number;
  /** Milliseconds until the window ends. */
  readonly resetIn: number;
}

/** Counts a request under a key and says how the count stands. A shared one makes limits hold across instances. */
export type Counter = (key: string, rate: Rate) => Count | Promise<Count>;

/** The header fields that tell a client how it stands (draft-ietf-httpapi-ratelimit-headers). */
export type RateHeaders = Readonly<Record<string, string>>;

/** Counts a request by who sent it, and says how that stands. Throws a 429 when it is one too many. */
export type Limiter = (client: string, origin: string | undefined) => Promise<RateHeaders>;

/** So many counts are kept; beyond them the least used are forgotten, so that memory stays bounded. */
const MOST_COUNTS = 100_000;

/** Counts in this process. A window begins with its first request. */
export function memoryCounter(most = MOST_COUNTS): Counter {
  const windows = new LRUCache<string, {used: number; readonly ends: number}>({max: most});
  return (key, {seconds}) => {
    const now = Date.now();
    let window = windows.get(key);
    if (!window || window.ends <= now) {
      window = {used: 0, ends: now + seconds * 1000};
      windows.set(key, window);
    }
    window.used++;
    return {used: window.used, resetIn: window.ends - now};
  };
}

/** Makes the limits. They are looked at from the narrowest on, and a refused request counts nowhere else. */
export function limiterOf(rates: Rates, count: Counter): Limiter {
  return async (client, origin) => {
    const headers: Record<string, string> = {};
    if (rates.client) Object.assign(headers, await spend('client', client, rates.client, count));
    if (rates.origin && origin !== undefined) await spend('origin', origin, rates.origin, count);
    if (rates.global) await spend('global', '', rates.global, count);
    return headers;
  };
}

async function spend(name: string, key: string, rate: Rate, count: Counter): Promise<RateHeaders> {
  const {used, resetIn} = await count(`${name}:${key}`, rate);
  const wait = Math.max(1, Math.ceil(resetIn / 1000));
  const headers = {
    'RateLimit-Policy': `"${name}";q=${rate.requests};w=${rate.seconds}`,
    RateLimit: `"${name}";r=${Math.max(0, rate.requests - used)};t=${wait}`,
  };
  if (used <= rate.requests) return headers;
  throw new Refusal(429, 'There were too many requests.', {
    solution: 'Try again after the time in Retry-After.',
    headers: {...headers, 'Retry-After': String(wait)},
  });
}
