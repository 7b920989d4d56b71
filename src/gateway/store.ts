import {LRUCache} from 'lru-cache';
import {readOf, type AllowOptions, type Read} from './allow.ts';
import {AnswerCache, type Caller, type Hit, type Keepable, type Lifetimes} from './cache.ts';
import {Counts} from './counts.ts';
import {AllowedDomains} from './domains.ts';
import {Refusal} from './errors.ts';
import type {Observer} from './observe.ts';
import {originOf, originsOf, type OriginRule} from './origins.ts';
import {rebuild} from './rebuild.ts';
import {resilient, type ResilienceOptions, type ResilientUpstream} from './resilience.ts';
import {sealed, type Sealed} from './sealed.ts';
import {upstreamOf, type Upstream, type UpstreamOptions} from './upstream.ts';

/** What one store needs. */
export interface StoreOptions extends UpstreamOptions, AllowOptions, ResilienceOptions {
  /** The origins of the pages that may read, exactly as browsers write them. */
  readonly origins: readonly string[];
  /** Lets the origins of the store's own `widget.allowedDomains` read too. */
  readonly originsFromStore?: boolean;
  /** With this secret the pages' server signs the tokens (JWT, HS256, with an expiry) that every read then has to carry. */
  readonly tokenSecret?: string;
  /** Keeps also answers that the store calls private, for a store that says so of all that it sends. */
  readonly keepsPrivate?: boolean;
}

/** What a store shares with the others of the same gateway. */
export interface StoreShare {
  readonly cacheBytes: number;
  readonly lifetimes: Lifetimes;
  readonly observer: Observer;
}

/** An answer of the store, rebuilt and ready. */
export interface StoredAnswer extends Keepable {
  readonly sealed: Sealed;
  /** How many records there are in all, where a list says so. */
  readonly total: number | undefined;
  /** The ids of a list's records. */
  readonly ids: readonly string[];
}

/** One store behind the gateway: its credential, its cache, and the pages that may read it. */
export class Store {
  readonly name: string | undefined;
  readonly options: StoreOptions;
  readonly counts: Counts;
  readonly #listed: OriginRule;
  readonly #domains: AllowedDomains | undefined;
  readonly #upstream: ResilientUpstream;
  readonly #cache: AnswerCache<StoredAnswer>;
  readonly #ask: Upstream;
  readonly #observer: Observer;
  #hasNoticed = false;
  readonly #parsed = new LRUCache<string, object>({max: 2000});

  constructor(
    name: string | undefined,
    options: StoreOptions,
    {cacheBytes, lifetimes, observer}: StoreShare,
  ) {
    this.name = name;
    this.options = options;
    this.#observer = observer;
    this.#listed = originsOf(options.origins.map(originOf));
    this.#upstream = resilient(upstreamOf(options), options);
    this.#cache = new AnswerCache(cacheBytes, lifetimes);
    this.#ask = observed(this.#upstream.read, name, observer);
    this.#domains = options.originsFromStore ? new AllowedDomains(this.#ask) : undefined;
    this.counts = new Counts(async (categoryID) => (await this.read(countOf(categoryID))).value.total);
  }

  /** Whether pages of the origin are known to be allowed. Asks nobody. */
  knows(origin: string): boolean {
    return this.#listed(origin) || (this.#domains?.knows(origin) ?? false);
  }

  /** Whether pages of the origin may read; asks the store where that is the operator's wish. */
  async allows(origin: string, caller: Caller): Promise<boolean> {
    if (this.#listed(origin)) return true;
    return origin !== 'null' && this.#domains !== undefined && (await this.#domains.allows(origin, caller));
  }

  /**
   * The origins of the pages that may have the store in a frame: the listed ones and, where that is the operator's wish, those that the
   * store's configuration names. While that cannot be read, none of those.
   */
  async parents(caller: Caller): Promise<readonly string[]> {
    const named = await this.#domains?.all(caller).catch(() => undefined);
    return [...new Set([...this.options.origins.map(originOf), ...(named ?? [])])];
  }

  /** What `parse` makes of a target. The same targets come again and again, and are parsed once. */
  parsed<T extends object>(target: string, parse: () => T): T {
    let parsed = this.#parsed.get(target) as T | undefined;
    if (!parsed) {
      parsed = parse();
      this.#parsed.set(target, parsed);
    }
    return parsed;
  }

  /** The answer to a read. Rejects with a `Refusal` where there is none. */
  read(read: Read, caller: Caller = {}): Promise<Hit<StoredAnswer>> {
    return this.#cache.read(read.key, (signal) => this.#load(read, signal), caller);
  }

  /** How the store does: whether it answers, only the last good answer is left, or nothing. */
  async health(): Promise<'ready' | 'stale' | 'failing'> {
    try {
      const {isLastGood} = await this.read(HEALTH);
      return isLastGood || this.#upstream.isBroken() ? 'stale' : 'ready';
    } catch {
      return 'failing';
    }
  }

  async #load(read: Read, signal: AbortSignal): Promise<StoredAnswer> {
    const {json, isShared} = await this.#ask(read, signal);
    if (!isShared && !this.options.keepsPrivate) this.#noticePrivate();
    const answer = await rebuild(read, json);
    const seal = await sealed(JSON.stringify(answer));
    const list = Array.isArray(answer.data) ? (answer.data as {readonly _id?: string}[]) : [];
    return {
      sealed: seal,
      total: answer.meta.total as number | undefined,
      ids: read.resource === 'categories' ? list.flatMap(({_id}) => _id ?? []) : [],
      // The bytes, the text (two bytes a character where it is not Latin), and the compressed forms.
      size: 3 * seal.body.byteLength,
      isShared: isShared || this.options.keepsPrivate === true,
    };
  }

  #noticePrivate() {
    if (this.#hasNoticed) return;
    this.#hasNoticed = true;
    this.#observer.noticed?.(
      'The store calls its answers private, or sets cookies: none is cached, and none is left when the store fails. ' +
        'If they are the same for everybody, set KEEP_PRIVATE to true.',
    );
  }
}

const HEALTH = readOf('store', ['isEnabled']);

const countOf = (categoryID: string): Read =>
  readOf(
    'products',
    ['_id'],
    [
      ['limit', '1'],
      ['filter', `categoryID:${categoryID}`],
    ],
  );

function observed(ask: Upstream, store: string | undefined, observer: Observer): Upstream {
  return async (read, signal) => {
    const began = performance.now();
    let outcome = 'left';
    try {
      const reading = await ask(read, signal);
      outcome = 'ok';
      return reading;
    } catch (error) {
      if (error instanceof Refusal) outcome = String(error.status);
      throw error;
    } finally {
      observer.asked?.({
        ...(store && {store}),
        resource: read.resource,
        outcome,
        took: performance.now() - began,
      });
    }
  };
}
