import type {Product, StoreProfile} from '../catalog/product.ts';
import {productOf, profileOf} from './decode.ts';
import {kindOfStatus, StoreRequestError} from './errors.ts';
import {fetchJson} from './fetch-json.ts';
import {numberOf, objectOf, type Json} from './members.ts';
import type * as Plain from './plain.ts';
import type {ProductView} from './projection.ts';
import {productsUrl, productUrl, storefrontUrl, type ProductQuery} from './requests.ts';

/** Some of a list's products, and how many there are in all. */
export interface ProductPage {
  readonly products: readonly Product[];
  readonly total: number;
}

/**
 * What a store shows around its products; what could not be read is absent. What the first card does without is left as it came:
 * `surroundings.ts` reads it.
 */
export interface Surroundings {
  readonly profile: StoreProfile | undefined;
  /** The store's configuration. */
  readonly store: unknown;
  /** The list of its categories. */
  readonly categories: unknown;
  /** The number of products by category id, as far as the gateway tells. */
  readonly counts: Json;
}

interface ClientOptions {
  readonly fetch?: typeof fetch | undefined;
  /** Is told the server's time (epoch ms) whenever an answer carries it. */
  readonly onServerTime?: (time: number) => void;
}

/** Reads a store through its gateway. Every method rejects with `StoreRequestError`, or the reason of its `signal`. */
export class StoreClient {
  readonly #gateway: string;
  readonly #options: ClientOptions;
  /** How to read it, where it is a proxy that speaks the Store API alone. */
  #plain: typeof Plain | undefined;
  /** The first page that comes with a storefront, by the address that it would have by itself. */
  #coming: readonly [url: string, products: Promise<unknown>] | undefined;

  /** Epoch ms at which the last answer was true, where it was the last good one of a store that fails at the moment. */
  asOf: number | undefined;

  /** @param gateway - Base URL of the Store API's read half, such as `https://gateway.example/v1`. */
  constructor(gateway: string, options: ClientOptions = {}) {
    this.#gateway = gateway;
    this.#options = options;
  }

  /**
   * What stands around a store's products. Where the gateway has it, the first page of `query` comes in the same answer,
   * and {@link products} gives it to whoever asks for that page next; a proxy that only speaks the Store API is asked
   * one by one. It rejects only when aborted.
   */
  async surroundings(query: ProductQuery, signal?: AbortSignal): Promise<Surroundings> {
    const url = storefrontUrl(this.#gateway, query);
    const front = this.#read(url, signal).then(
      ({data}) => objectOf(data),
      async (error) => {
        if ((error as Partial<StoreRequestError> | undefined)?.kind !== 'gone') throw error;
        this.#plain = await import('./plain.ts');
        return this.#plain.storefrontOf(url, (part) => this.#read(part, signal));
      },
    );
    this.#coming = [productsUrl(this.#gateway, query), front.then(({products}) => products)];
    this.#coming[1].catch(() => {});
    const parts = await front.catch((): Json => ({}));
    signal?.throwIfAborted();
    const store = objectOf(parts.store).data;
    return {
      profile: store === undefined ? store : profileOf(store),
      store,
      categories: objectOf(parts.categories).data,
      counts: objectOf(parts.counts),
    };
  }

  /** A page of active products. A record without an id is left out. */
  async products(query: ProductQuery, signal?: AbortSignal): Promise<ProductPage> {
    const [address, part] = this.#coming ?? [];
    this.#coming = undefined;
    const came = address === productsUrl(this.#gateway, query) && (await part);
    const url = productsUrl(this.#gateway, query, !!this.#plain);
    const envelope = objectOf(came || (await this.#read(url, signal)));
    signal?.throwIfAborted();
    if (!('data' in envelope)) throw refusal(envelope, url);
    const products = this.#summarised(listOf(envelope.data, productOf));
    return {products, total: numberOf(objectOf(envelope.meta).total) ?? (query.skip ?? 0) + products.length};
  }

  /** One active product, as far as a view shows it. */
  async product(id: string, view: ProductView, lang: string, signal?: AbortSignal): Promise<Product> {
    const {data} = await this.#read(productUrl(this.#gateway, id, view, lang, !!this.#plain), signal);
    const [product] = this.#summarised(listOf([data], productOf));
    if (!product) throw new StoreRequestError('malformed', id, data);
    return {...product, ...view.decode?.(objectOf(data))};
  }

  #summarised(products: readonly Product[]): readonly Product[] {
    return this.#plain ? this.#plain.summarised(products) : products;
  }

  async #read(url: string, signal: AbortSignal | undefined) {
    const {body, serverTime, asOf} = await fetchJson(url, signal, this.#options.fetch);
    this.asOf = asOf;
    if (serverTime) this.#options.onServerTime?.(serverTime);
    const envelope = objectOf(body);
    if (!('data' in envelope)) throw new StoreRequestError('malformed', url, body);
    return envelope;
  }
}

/** An error's envelope within an answer, as the error that its status would have been. */
const refusal = ({meta}: Json, url: string) =>
  new StoreRequestError(kindOfStatus(numberOf(objectOf(meta).statusCode) ?? 0), url, meta);

function listOf<T>(data: unknown, decode: (record: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(data)) throw new StoreRequestError('malformed', 'list', data);
  return data.map(decode).filter((item) => item !== undefined);
}
