import {readOf} from './allow.ts';
import {AnswerCache, type Caller, type Keepable} from './cache.ts';
import {originOf} from './origins.ts';
import type {Upstream} from './upstream.ts';

interface Domains extends Keepable {
  readonly origins: ReadonlySet<string>;
}

/** The configuration's `widget` is asked for by itself, and only its domains are taken over. */
const READ = readOf('store', ['widget']);

/** The origins that the store's own configuration allows, in `widget.allowedDomains`. */
export class AllowedDomains {
  readonly #upstream: Upstream;
  readonly #cache = new AnswerCache<Domains>(256 * 1024, {fresh: 300_000, stale: 3_600_000});
  #known: ReadonlySet<string> = new Set();

  constructor(upstream: Upstream) {
    this.#upstream = upstream;
  }

  /** Whether the origin was allowed when the configuration was last read; asks nobody. */
  knows(origin: string): boolean {
    return this.#known.has(origin);
  }

  /** All of them. Rejects with a `Fault` where the configuration cannot be read and never was. */
  async all(caller: Caller): Promise<ReadonlySet<string>> {
    const {value} = await this.#cache.read('', (signal) => this.#load(signal), caller);
    return (this.#known = value.origins);
  }

  /** Whether the origin is allowed. Rejects with a `Fault` where the configuration cannot be read and never was. */
  async allows(origin: string, caller: Caller): Promise<boolean> {
    return (await this.all(caller)).has(origin);
  }

  async #load(signal: AbortSignal): Promise<Domains> {
    const {json} = await this.#upstream(READ, signal);
    const {data} = json as {data?: {widget?: {allowedDomains?: unknown}}};
    const domains = data?.widget?.allowedDomains;
    const origins = new Set((Array.isArray(domains) ? domains : []).flatMap(originsOf));
    return {origins, size: 100 * origins.size, isShared: true};
  }
}

/** A domain is written with or without its scheme. Patterns and what cannot be read allow nobody. */
function originsOf(domain: unknown): string[] {
  if (typeof domain !== 'string') return [];
  try {
    return [originOf(domain.includes('://') ? domain : `https://${domain}`)];
  } catch {
    return [];
  }
}
