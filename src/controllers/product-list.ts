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

/**
 * The products of a query, a page at a time. The newest query wins: what was asked before it is aborted, and until it is
 * answered the old list stays to be shown.
 */
export class ProductListController {
  readonly #reading: Loading<readonly [StoreClient | undefined, ...unknown[]], void>;
  /** The list that a further page is wanted for. */
  #continued: ProductList | undefined;
  #value: ProductList | undefined;
  readonly #host: ReactiveControllerHost;

  /** @param query - What to list; it is asked again when it says something else. */
  constructor(
    host: ReactiveControllerHost,
    client: () => StoreClient | undefined,
    query: () => ProductQuery,
  ) {
    this.#host = host;
    this.#reading = new Loading(host, {
      args: () => [client(), ...whatItSays(query())] as const,
      task: async ([client, ...says], {signal}) => {
        const before = this.#continued;
        if (before && String(whatItSays(before.query)) !== String(says)) this.#continued = undefined;
        if (client) this.#value = await read(client, query(), this.#continued, signal);
      },
    });
  }

  /** What there is to show: of the newest query, or of the last one while that is on its way. */
  get value(): ProductList | undefined {
    return this.#value;
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

  /** Takes over what is known of a product since the list was read. */
  renew(product: Product): void {
    const {products = []} = this.#value ?? {};
    this.#value = this.#value && {
      ...this.#value,
      products: products.map((listed) => (listed.id === product.id ? {...listed, ...product} : listed)),
    };
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

async function read(
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
  return {query, products, total: page.products.length ? page.total : products.length};
}

/** Two queries are the same if these are. */
const whatItSays = ({parts, lang, category, search, sort, limit}: ProductQuery) => [
  lang,
  sort,
  limit,
  category,
  search,
  parts.join(),
];
