import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {PAGE_LIMIT} from '../api/contract.ts';
import {isWhole} from '../api/surroundings.ts';
import type {Product} from '../catalog/product.ts';
import type {SceneGiver} from './nearest-scene.ts';
import type {ProductList} from './product-list.ts';
import {withRenewed} from './renewal.ts';
import type {Scene} from './scene.ts';

/** A store with the part `grid`, whose items say their place where not all are drawn. */
export interface RefreshedHost extends ReactiveControllerHost, HTMLElement, SceneGiver {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** A list whose products can be renewed. */
export interface RenewableList {
  readonly value: ProductList | undefined;
  /** Why the newest query has none. */
  readonly error: unknown;
  /** Asks for its first page again. */
  retry(): void;
  renew(change: (list: ProductList) => ProductList): void;
}

/** After so long out of sight, in ms, prices and stock may well have changed. */
const LONG_UNSEEN = 60_000;

/** How soon a store that could not be reached, or not be read whole, is asked again, in ms; each time twice as long, up to the longest. */
const FIRST_PAUSE = 20_000;
const LONGEST_PAUSE = 300_000;

/** No more requests than this at once, however long the list is. */
const MOST_PAGES = 5;

/**
 * Reads again what a list shows: when the page is looked at after a while, when the network is back, and now and then as long as
 * what is shown is only the last good, or lacks what stands around the products or the words for them. Each product stays at its place; what cannot be
 * read stays as it was, marked with its time. Of a list that is not drawn whole, what is drawn is read.
 */
export class RefreshController implements ReactiveController {
  readonly #host: RefreshedHost;
  readonly #list: RenewableList;
  readonly #opening: {retry(): void};
  #scene: Scene | undefined;
  /** The list that was read last, and when, in epoch ms by the server's clock. */
  #query: unknown;
  #readAt = 0;
  #unseenSince = Infinity;
  #reading: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST_PAUSE;

  /** @param opening - Reads again what stands around the products, and their first page with it. */
  constructor(host: RefreshedHost, list: RenewableList, opening: {retry(): void}) {
    this.#host = host;
    this.#list = list;
    this.#opening = opening;
    host.addController(this);
    host.follow((scene) => {
      // When something fails, the network that brings how to go on may be what is missing.
      if (scene.client !== this.#scene?.client) scene.client.prepare().catch(() => {});
      this.#scene = scene;
    });
  }

  hostConnected() {
    if (document.visibilityState === 'hidden') this.#unseenSince = Date.now();
    document.addEventListener('visibilitychange', this.#look);
    addEventListener('online', this.#refresh);
    this.#host.requestUpdate();
  }

  hostUpdated() {
    const {value} = this.#list;
    // Of a store that was taken from the page while it was read, nothing is to go on.
    if (!value || !this.#scene || !this.#host.isConnected) return;
    if (value.query !== this.#query) {
      this.#query = value.query;
      this.#readAt = this.#scene.clock.now();
    }
    if (!this.#isWanting) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#pause = FIRST_PAUSE;
      // Not all at the same moment, when many pages wait for the same store.
    } else this.#timer ??= setTimeout(this.#refresh, this.#pause * (0.5 + Math.random()));
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#look);
    removeEventListener('online', this.#refresh);
    this.#reading?.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #look = () => {
    if (document.visibilityState === 'hidden') this.#unseenSince = Date.now();
    else if (Date.now() - this.#unseenSince >= LONG_UNSEEN || this.#isWanting) this.#refresh();
  };

  /** Whether what is shown is only the last good, or lacks something. */
  get #isWanting(): boolean {
    return this.#list.value?.asOf !== undefined || this.#isLacking;
  }

  /** Whether what stands around the products has not come, or the words of their language have not. */
  get #isLacking(): boolean {
    const {value, error} = this.#list;
    if (!value || !this.#scene) return false;
    return !isWhole(this.#scene) || (!error && value.query.lang !== this.#scene.lang);
  }

  readonly #refresh = () => {
    this.#timer = undefined;
    const {value} = this.#list;
    if (!value || !this.#scene || this.#reading || document.visibilityState === 'hidden') return;
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    if (this.#isLacking) this.#opening.retry();
    // Of an empty one there is nothing to renew.
    if (!value.products.length && !value.narrowed?.isOn) return this.#list.retry();
    this.#reading = new AbortController();
    void this.#read(value, this.#scene, this.#reading.signal).finally(() => {
      this.#reading = undefined;
      this.#host.requestUpdate();
    });
  };

  async #read(value: ProductList, {client, clock}: Scene, signal: AbortSignal) {
    const {query} = value;
    const renew = (change: (list: ProductList) => ProductList) =>
      // A newer question has its own answer.
      this.#list.renew((list) => (list.query === query && !signal.aborted ? change(list) : list));
    try {
      const fresh: Product[] = [];
      let total = 0;
      const [first, end] = this.#drawn(value);
      for (let skip = first; skip < end; skip += PAGE_LIMIT) {
        const limit = Math.min(PAGE_LIMIT, end - skip);
        const page = await client.products({...query, skip, limit}, signal);
        fresh.push(...page.products);
        total = page.total;
      }
      this.#readAt = clock.now();
      renew((list) => ({
        ...withRenewed(list, fresh),
        total: Math.max(total, list.products.length),
        asOf: client.asOf,
      }));
    } catch {
      renew((list) => ({...list, asOf: list.asOf ?? this.#readAt}));
    }
  }

  /** Which of the query's products are drawn, as far as it can be said. */
  #drawn({products, narrowed}: ProductList): readonly [first: number, end: number] {
    const count = narrowed?.count ?? products.length;
    const places = [...(this.#host.renderRoot.querySelector('[part~="grid"]')?.children ?? [])].map((item) =>
      Number(item.getAttribute('aria-posinset')),
    );
    const isPart = !narrowed?.isOn && places.length > 0 && places.length < count && !places.includes(0);
    const first = isPart ? Math.min(...places) - 1 : 0;
    return [first, Math.min(isPart ? Math.max(...places) : count, first + MOST_PAGES * PAGE_LIMIT)];
  }
}
