import type {Category, Product, StoreProfile} from '../catalog/product.ts';
import {categoryOf, productOf, profileOf} from './decode.ts';
import {StoreRequestError} from './errors.ts';
import {fetchJson} from './fetch-json.ts';
import {numberOf, objectOf} from './members.ts';
import type {ProductView} from './projection.ts';
import {categoriesUrl, productsUrl, productUrl, profileUrl, type ProductQuery} from './requests.ts';

/** Some of a list's products, and how many there are in all. */
export interface ProductPage {
  readonly products: readonly Product[];
  readonly total: number;
}

interface ClientOptions {
  readonly fetch?: typeof fetch;
  /** Is told the server's time (epoch ms) whenever an answer carries it. */
  readonly onServerTime?: (time: number) => void;
}

/** Reads a store through its gateway. Every method rejects with `StoreRequestError`, or the reason of its `signal`. */
export class StoreClient {
  readonly #gateway: string;
  readonly #options: ClientOptions;

  /** @param gateway - Base URL of the Store API's read half, such as `https://gateway.example/v1`. */
  constructor(gateway: string, options: ClientOptions = {}) {
    this.#gateway = gateway;
    this.#options = options;
  }

  /** A page of active products. A record without an id is left out. */
  async products(query: ProductQuery, signal?: AbortSignal): Promise<ProductPage> {
    const {data, meta} = await this.#read(productsUrl(this.#gateway, query), signal);
    const products = listOf(data, productOf);
    return {products, total: numberOf(objectOf(meta).total) ?? (query.skip ?? 0) + products.length};
  }

  /** One active product, as far as a view shows it. */
  async product(id: string, view: ProductView, lang: string, signal?: AbortSignal): Promise<Product> {
    const {data} = await this.#read(productUrl(this.#gateway, id, view, lang), signal);
    const product = productOf(data);
    if (!product) throw new StoreRequestError('malformed', id, data);
    return product;
  }

  /** The categories that are not archived, in the merchant's order; the first hundred. */
  async categories(lang: string, signal?: AbortSignal): Promise<readonly Category[]> {
    const {data} = await this.#read(categoriesUrl(this.#gateway, lang), signal);
    return listOf(data, categoryOf);
  }

  /** The store's name, look and currency. */
  async profile(lang: string, signal?: AbortSignal): Promise<StoreProfile> {
    const {data} = await this.#read(profileUrl(this.#gateway, lang), signal);
    return profileOf(data);
  }

  async #read(url: string, signal: AbortSignal | undefined) {
    const {body, serverTime} = await fetchJson(url, signal, this.#options.fetch);
    if (serverTime !== undefined) this.#options.onServerTime?.(serverTime);
    const envelope = objectOf(body);
    if (!('data' in envelope)) throw new StoreRequestError('malformed', url, body);
    return envelope;
  }
}

function listOf<T>(data: unknown, decode: (record: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(data)) throw new StoreRequestError('malformed', 'list', data);
  return data.map(decode).filter((item) => item !== undefined);
}
