import type {ReactiveControllerHost} from 'lit';
import type {StoreClient} from '../api/client.ts';
import type {ProductQuery} from '../api/requests.ts';
import type {Product} from '../catalog/product.ts';
import {Loading} from './loading.ts';

/** The products that a query has brought so far. */
export interface ProductList {
  readonly query: ProductQuery;
  readonly products: readonly Product[];
  readonly total: number;
}

type Args = readonly [StoreClient | undefined, ...unknown[]];

/**
 * The products of a query, a page at a time. The newest query wins: the one before it is aborted, and until the new
 * one is answered the old list stays to be shown.
 */
export class ProductListController {
  readonly #first: Loading<Args, ProductList | undefined>;
  readonly #further: Loading<Args, ProductList | undefined>;

  /** @param query - What to list; it is asked again when it differs. */
  constructor(
    host: ReactiveControllerHost,
    client: () => StoreClient | undefined,
    query: () => ProductQuery,
  ) {
    const args = (): Args => [client(), ...whatItSays(query())];
    this.#first = new Loading(host, {
      args,
      task: async ([client], {signal}) => {
        this.#further.abort();
        return client && this.#read(client, query(), undefined, signal);
      },
    });
    this.#further = new Loading(host, {
      args,
      autoRun: false,
      task: async ([client], {signal}) => client && this.#read(client, query(), this.value, signal),
    });
  }

  /** What there is to show: of the newest query, or of the last one while that is on its way. */
  get value(): ProductList | undefined {
    const first = this.#first.value;
    const further = this.#further.value;
    return further && further.query === first?.query ? further : first;
  }

  /** Whether the newest query waits for its first page. */
  get isPending(): boolean {
    return this.#first.isPending;
  }

  /** Whether a further page is on its way. */
  get isPendingMore(): boolean {
    return this.#further.isPending;
  }

  /** Why the newest query has no first page. */
  get error(): unknown {
    return this.isPending ? undefined : this.#first.error;
  }

  /** Why the last further page did not come. */
  get moreError(): unknown {
    return this.isPendingMore ? undefined : this.#further.error;
  }

  /** Asks for the next page. Does nothing while one is on its way. */
  more(): void {
    if (!this.isPending && !this.isPendingMore) void this.#further.run();
  }

  /** Asks the same again. */
  retry(): void {
    void this.#first.run();
  }

  async #read(
    client: StoreClient,
    query: ProductQuery,
    before: ProductList | undefined,
    signal: AbortSignal,
  ): Promise<ProductList> {
    const shown = before?.products ?? [];
    const page = await client.products({...query, skip: shown.length}, signal);
    const known = new Set(shown.map(({id}) => id));
    const products = [...shown, ...page.products.filter(({id}) => !known.has(id))];
    // A total that promises more than an empty page brings would offer "more" for ever.
    return {
      query: before?.query ?? query,
      products,
      total: page.products.length ? page.total : products.length,
    };
  }
}

/** Two queries are the same if these are. */
const whatItSays = ({parts, lang, category, search, sort, limit}: ProductQuery) => [
  parts.join(),
  lang,
  category,
  search,
  sort,
  limit,
];
