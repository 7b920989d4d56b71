import {LRUCache} from 'lru-cache';
import {Fault, Refusal} from './errors.ts';
import {Flights} from './flights.ts';

/** For how long an answer is good for what. All in milliseconds, counted from when it was read. */
export interface Lifetimes {
  /** As good as new; 30 seconds if not given. */
  readonly fresh?: number;
  /** Served at once while a new one is fetched; ten minutes if not given. */
  readonly stale?: number;
  /** Served when the store fails; 24 hours if not given. */
  readonly lastGood?: number;
  /** For how long a record is known to be missing; ten seconds if not given. */
  readonly missing?: number;
}

/** What an answer has to say of itself to be kept. */
export interface Keepable {
  /** What it takes, in whole bytes. */
  readonly size: number;
  /** Whether it may be kept at all. */
  readonly isShared: boolean;
}

/** Who asks, as far as it matters for how long. */
export interface Caller {
  /** Ends the waiting when the caller leaves. Asked for only where there is something to wait for. */
  readonly signal?: () => AbortSignal;
  /** Keeps the host awake for work that goes on after the answer. */
  readonly waitUntil?: (work: Promise<unknown>) => void;
}

/** An answer out of the cache, or by way of it. */
export interface Hit<T> {
  readonly value: T;
  /** When it was read from the store, in epoch milliseconds. */
  readonly at: number;
  /** Whether it is the last good one of a store that fails. */
  readonly isLastGood: boolean;
  readonly source: 'fresh' | 'stale' | 'store' | 'last good';
}

interface Entry<T> {
  readonly at: number;
  readonly value?: T;
  /** Set instead of a value where the store has no such record. */
  readonly missing?: Refusal;
  /** When refreshing it last failed. */
  failedAt?: number;
}

/** After a failed refresh, the same answer is not asked for again this long. */
const REST_AFTER_FAILURE = 5000;

/**
 * Keeps answers within a limit of bytes, the least used going first. Equal reads share one request; an older answer
 * is served at once while one request fetches a new one; the last good one is served while the store fails.
 * Failures are never kept.
 */
export class AnswerCache<T extends Keepable> {
  readonly #entries: LRUCache<string, Entry<T>>;
  readonly #flights = new Flights<Entry<T>>();
  readonly #lifetimes: Required<Lifetimes>;

  constructor(
    bytes: number,
    {fresh = 30_000, stale = 600_000, lastGood = 86_400_000, missing = 10_000}: Lifetimes = {},
  ) {
    this.#lifetimes = {fresh, stale, lastGood, missing: Math.min(missing, 30_000)};
    this.#entries = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({value}, key) => (value?.size ?? 0) + 2 * key.length + 500,
    });
  }

  /**
   * The answer for a key, which `load` fetches where it is not at hand.
   * Rejects as `load` does if there is nothing to serve instead, and with a 499 once the caller has left.
   */
  async read(key: string, load: (signal: AbortSignal) => Promise<T>, caller: Caller = {}): Promise<Hit<T>> {
    const entry = this.#entries.get(key);
    const age = entry ? Date.now() - entry.at : Infinity;
    if (entry && age < (entry.missing ? this.#lifetimes.missing : this.#lifetimes.fresh))
      return hit(entry, 'fresh');
    if (!entry || entry.missing) return hit(await this.#fetch(key, load, caller), 'store');
    const isFailing = Date.now() - (entry.failedAt ?? -Infinity) < REST_AFTER_FAILURE;
    if (isFailing && age < this.#lifetimes.lastGood) return hit(entry, 'last good');
    if (age < this.#lifetimes.stale) {
      const refresh = this.#fetch(key, load, {...(caller.waitUntil && {waitUntil: caller.waitUntil})});
      refresh.catch(() => undefined);
      return hit(entry, entry.failedAt === undefined ? 'stale' : 'last good');
    }
    try {
      return hit(await this.#fetch(key, load, caller), 'store');
    } catch (error) {
      if (error instanceof Fault && age < this.#lifetimes.lastGood) return hit(entry, 'last good');
      throw error;
    }
  }

  #fetch(
    key: string,
    load: (signal: AbortSignal) => Promise<T>,
    {signal, waitUntil}: Caller,
  ): Promise<Entry<T>> {
    const isLeader = !this.#flights.has(key);
    const flight = this.#flights.join(key, (ends) => this.#load(key, load, ends), signal?.());
    // On an edge host the work would end with the request that began it, and with it what others wait for.
    if (isLeader) waitUntil?.(flight.catch(() => undefined));
    return flight;
  }

  async #load(
    key: string,
    load: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<Entry<T>> {
    try {
      const value = await load(signal);
      const entry = {at: Date.now(), value};
      if (value.isShared) this.#entries.set(key, entry);
      else this.#entries.delete(key);
      return entry;
    } catch (error) {
      const kept = this.#entries.get(key);
      if (error instanceof Fault && kept) kept.failedAt = Date.now();
      else if (error instanceof Refusal && error.status === 404) {
        const entry = {at: Date.now(), missing: error};
        this.#entries.set(key, entry);
        return entry;
      } else if (error instanceof Refusal) this.#entries.delete(key);
      throw error;
    }
  }
}

function hit<T>({value, missing, at}: Entry<T>, source: Hit<T>['source']): Hit<T> {
  if (missing) throw missing;
  return {value: value!, at, source, isLastGood: source === 'last good'};
}
