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

/** Counts a request by who sent it. Throws a 429 when it is one too many. */
export type Limiter = (client: string, origin: string | undefined) => Promise<void>;

/** Makes the limits. They are looked at from the narrowest on, and a refused request counts nowhere else. */
export function limiterOf({client, origin, global}: Rates, count: Counter): Limiter {
  return async (clientKey, originKey) => {
    if (client) await spend('client', clientKey, client, count);
    if (origin && originKey !== undefined) await spend('origin', originKey, origin, count);
    if (global) await spend('global', '', global, count);
  };
}

/** A refusal tells how things stand in the fields of draft-ietf-httpapi-ratelimit-headers. */
async function spend(name: string, key: string, rate: Rate, count: Counter): Promise<void> {
  const counted = count(`${name}:${key}`, rate);
  const {used, resetIn} = counted instanceof Promise ? await counted : counted;
  if (used <= rate.requests) return;
  const wait = Math.max(1, Math.ceil(resetIn / 1000));
  throw new Refusal(429, 'There were too many requests.', {
    solution: 'Try again after the time in Retry-After.',
    headers: {
      'RateLimit-Policy': `"${name}";q=${rate.requests};w=${rate.seconds}`,
      RateLimit: `"${name}";r=0;t=${wait}`,
      'Retry-After': String(wait),
    },
  });
}
