import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  CountBreaker,
  handleWhen,
} from 'cockatiel';
import type {Read} from './allow.ts';
import {Fault} from './errors.ts';
import {resting, type Reading, type Upstream} from './upstream.ts';

/** How much patience there is with a store. */
export interface ResilienceOptions {
  /** How long a read may take in all, its second try included, in milliseconds; 5000 if not given. */
  readonly timeout?: number;
  /** How many reads run at the same time; 32 if not given. Four times as many wait. */
  readonly concurrency?: number;
}

/** Reads from a store with patience; knows whether it is in trouble. */
export interface ResilientUpstream {
  readonly read: Upstream;
  /** Whether the store is left alone because too much failed. */
  readonly isBroken: () => boolean;
}

/** Half of the last reads, of at least 20, must fail before the store is left alone, for ten seconds at a time. */
const BREAKER = {threshold: 0.499, size: 40, minimumNumberOfCalls: 20};
const PAUSE = 10_000;

/** Second tries are at most one for ten reads, so that they never make an outage worse. */
const RETRY_SHARE = 0.1;
const MOST_SAVED_RETRIES = 10;
const RETRY_DELAY = 100;

/**
 * Gives an upstream a time limit, a second try while the budget for those lasts, a limit of reads at a time, and a
 * breaker that asks a failing store only once in ten seconds. A `Retry-After` of the store is obeyed.
 *
 * The promise rejects as the upstream's does, or with a {@link Fault} of 503 while the store is left alone, or of 504.
 */
export function resilient(
  upstream: Upstream,
  {timeout = 5000, concurrency = 32}: ResilienceOptions,
): ResilientUpstream {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof Fault),
    {halfOpenAfter: PAUSE, breaker: new CountBreaker(BREAKER)},
  );
  const places = bulkhead(concurrency, 4 * concurrency);
  let retries = 1;
  let restsUntil = 0;

  const attempt = async (read: Read, limit: AbortSignal, signal: AbortSignal) => {
    if (limit.aborted) throw tooLate();
    const rest = restsUntil - Date.now();
    if (rest > 0) throw resting(rest);
    // The breaker would let the others wait for its probe; they are better off with what was read before.
    if (breaker.state === CircuitState.HalfOpen) throw resting(PAUSE);
    // A probe runs to its end, whoever leaves: an aborted one would count as a success.
    const ends = breaker.state === CircuitState.Closed ? AbortSignal.any([limit, signal]) : limit;
    return breaker.execute(async () => {
      try {
        return await upstream(read, ends);
      } catch (error) {
        if (error instanceof Fault && error.waitFor > 0) restsUntil = Date.now() + error.waitFor;
        throw limit.aborted ? tooLate() : error;
      }
    });
  };

  const twice = async (read: Read, limit: AbortSignal, signal: AbortSignal): Promise<Reading> => {
    retries = Math.min(retries + RETRY_SHARE, MOST_SAVED_RETRIES);
    try {
      return await attempt(read, limit, signal);
    } catch (error) {
      if (!(error instanceof Fault && error.isPassing) || retries < 1 || signal.aborted) throw error;
      retries--;
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY * (0.5 + Math.random())));
      return attempt(read, limit, signal);
    }
  };

  return {
    isBroken: () => breaker.state !== CircuitState.Closed,
    read: async (read, signal) => {
      try {
        return await inTime(timeout, (limit) => places.execute(() => twice(read, limit, signal), signal));
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw resting(PAUSE);
        if (error instanceof BulkheadRejectedError) throw resting(1000);
        throw error;
      }
    },
  };
}

/** Runs work for at most so long. Waiting for a place counts too, and a host's own `fetch` may be slow to give up. */
function inTime<T>(milliseconds: number, work: (limit: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      limit.abort();
      reject(tooLate());
    }, milliseconds);
    work(limit.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

const tooLate = () => new Fault(504, 'The store took too long to answer.');
