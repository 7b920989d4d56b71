import type {Lifetimes} from './cache.ts';
import type {Observer} from './observe.ts';
import {Store, type StoreOptions} from './store.ts';

/** Which stores a gateway has: one under `/v1`, those with a name, or both. */
export interface StoresOptions extends Partial<StoreOptions> {
  /** Further stores by name; each answers under `/s/<name>/v1`. */
  readonly stores?: Readonly<Record<string, StoreOptions>>;
  /** How much memory the answers of one store may take, in bytes; 64 MiB if not given. */
  readonly cacheBytes?: number;
  readonly lifetimes?: Lifetimes;
  readonly observer?: Observer;
}

/** What names of stores consist of. */
export const STORE_NAME = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

const PREFIX = /^\/s\/([a-z0-9-]{1,40})\/(?:v1\/|channel(?:\?|$))/;

/** The stores of a gateway. */
export class Stores {
  readonly all: readonly Store[];
  readonly #byName: ReadonlyMap<string | undefined, Store>;

  /** @throws {TypeError} No store, one that lacks something, or a name that no path could hold. */
  constructor({
    stores = {},
    cacheBytes = 64 * 1024 * 1024,
    lifetimes = {},
    observer = {},
    ...unnamed
  }: StoresOptions) {
    const share = {cacheBytes, lifetimes, observer};
    this.all = [
      ...(isStore(unnamed) ? [new Store(undefined, unnamed, share)] : []),
      ...Object.entries(stores).map(([name, options]) => {
        if (!STORE_NAME.test(name)) throw new TypeError('A store has a name that cannot stand in a path.');
        return new Store(name, options, share);
      }),
    ];
    if (this.all.length === 0) throw new TypeError('A gateway needs a store: upstream, key and origins.');
    this.#byName = new Map(this.all.map((store) => [store.name, store]));
  }

  /** The store that a path is about, by its beginning. */
  at(target: string): Store | undefined {
    if (/^\/(?:v1\/|channel(?:\?|$))/.test(target)) return this.#byName.get(undefined);
    const name = PREFIX.exec(target)?.[1];
    return name === undefined ? undefined : this.#byName.get(name);
  }
}

function isStore(options: Partial<StoreOptions>): options is StoreOptions {
  const {upstream, key, origins} = options;
  const given = [upstream, key, origins].filter((part) => part !== undefined).length;
  if (given % 3 !== 0) throw new TypeError('A store needs all of upstream, key and origins.');
  return given === 3;
}
