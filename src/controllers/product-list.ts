import type {ReactiveControllerHost} from 'lit';
import type {ProductPage, StoreClient} from '../api/client.ts';
import type {ProductQuery} from '../api/requests.ts';
import type {Narrowing} from '../catalog/narrowing.ts';
import type {Product} from '../catalog/product.ts';
import {Loading} from './loading.ts';

/** The products that a query has brought so far. */
export interface ProductList {
  readonly query: ProductQuery;
  readonly products: readonly Product[];
  readonly total: number;
  /** Epoch ms at which it was true, where that is not now. */
  readonly asOf?: number | undefined;
  /** What the shopper wants to see of it, once that can be said. */
  readonly narrowed?: Narrowed;
}

/** What is left out of a list by the shopper's wish. */
export interface Narrowed extends Narrowing {
  /** The kinds of products that have been seen, for a shopper to choose from. */
  readonly types: readonly string[];
  /** Whether anything can be left out as it is. */
  readonly isOn: boolean;
  /** Whether all products of the query have been looked at. */
  readonly isWhole: boolean;
  /** How many have been looked at. */
  readonly count: number;
}

/**
 * The products of a query, a page at a time. The newest query wins: what was asked before it is aborted, and until it is
 * answered the old list stays to be shown.
 */
export class ProductListController {
  readonly #reading: Loading<readonly [StoreClient | undefined, string], void>;
  /** The list that a further page is wanted for. */
  #continued: ProductList | undefined;
  #value: ProductList | undefined;
  /** Who was asked last, and what. */
  #asked: string | undefined;
  readonly #host: ReactiveControllerHost;

  /** What of the list is shown: all of it, until somebody else decides. */
  narrow = (list: ProductList): ProductList => list;

  /** @param query - What to list; it is asked again when it says something else. */
  constructor(
    host: ReactiveControllerHost,
    client: () => StoreClient | undefined,
    query: () => ProductQuery,
  ) {
    this.#host = host;
    this.#reading = new Loading(host, {
      args: () => [client(), whatItSays(query())] as const,
      task: async ([client, said], {signal}) => {
        if (!client) return;
        const asked = client.gateway + said;
        if (asked !== this.#asked) this.#continued = undefined;
        this.#asked = asked;
        const before = this.#continued ?? {products: [], query: query()};
        const page = await client.products({...before.query, skip: before.products.length}, signal);
        // What cannot be stopped may still come, when a newer answer is there already.
        signal.throwIfAborted();
        // What goes on may have been read again meanwhile.
        this.#value = listOf(before.query, page, client.asOf, this.#continued && this.#value);
      },
    });
  }

  /** What there is to show: of the newest query, or of the last one while that is on its way. */
  get value(): ProductList | undefined {
    return this.#value && this.narrow(this.#value);
  }

  /** Whether the newest query waits for its first page. */
  get isPending(): boolean {
    return this.#reading.isPending && !this.#continued;
  }

  /** Whether a page, the first or a further one, is on its way. */
  get isBusy(): boolean {
    return this.#reading.isPending;
  }

  /** Why the newest query has no first page. */
  get error(): unknown {
    return this.#continued ? undefined : this.#reading.error;
  }

  /** Why the last further page did not come. */
  get moreError(): unknown {
    return this.#continued && this.#reading.error;
  }

  /** Changes the list into what has become known of it since it was read; the query stays as it is. */
  renew(change: (list: ProductList) => ProductList): void {
    this.#value = this.#value && change(this.#value);
    this.#host.requestUpdate();
  }

  /** Asks for the next page. Does nothing while something is on its way. */
  more(): void {
    if (this.#reading.isPending) return;
    this.#continued = this.#value;
    void this.#reading.run();
  }

  /** Asks for the first page again. */
  retry(): void {
    this.#continued = undefined;
    void this.#reading.run();
  }
}

/** The list that a page makes, or goes on with; it is as old as the older part of it. */
function listOf(
  query: ProductQuery,
  page: ProductPage,
  asOf: number | undefined,
  before: ProductList | undefined,
): ProductList {
  const shown = before?.products ?? [];
  const known = new Set(shown.map(({id}) => id));
  const products = [...shown, ...page.products.filter(({id}) => !known.has(id))];
  // A total that promises more than an empty page brings would offer "more" for ever.
  const total = page.products.length ? page.total : products.length;
  return {query, products, total, asOf: before?.asOf ?? asOf};
}

/** Two queries are the same if this is: each has the same members in the same order. */
const whatItSays = (query: ProductQuery) => Object.values(query).join('\n');
