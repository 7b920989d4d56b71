import type {Product, StoreProfile} from '../catalog/product.ts';
import {productOf, profileOf} from './decode.ts';
import type {StoreRequestError} from './errors.ts';
import {fetchJson} from './fetch-json.ts';
import {inTime} from './in-time.ts';
import {numberOf, objectOf, type Json} from './members.ts';
import type * as Plain from './plain.ts';
import {productsUrl, storefrontUrl, type ProductQuery} from './requests.ts';

/** Some of a list's products, and how many there are in all. */
export interface ProductPage {
  readonly products: readonly Product[];
  readonly total: number;
}

/** What a store shows around its products; what could not be read is absent. */
export interface Surroundings {
  readonly profile: StoreProfile | undefined;
  /** What came, as it came: `surroundings.ts` reads out of it what the first card does without. */
  readonly parts: Json;
}

interface ClientOptions {
  readonly fetch?: typeof fetch | undefined;
  /** Is told the server's time (epoch ms) whenever an answer carries it. */
  readonly onServerTime?: (time: number) => void;
}

/** Reads a store through its gateway. Every method rejects with `StoreRequestError`, or the reason of its `signal`. */
export class StoreClient {
  /** Base URL of the Store API's read half. */
  readonly gateway: string;
  readonly #options: ClientOptions;
  /** How to read it, where it is a proxy that speaks the Store API alone. */
  plain: typeof Plain | undefined;
  /** The first page that comes with a storefront, by the address that it would have by itself. */
  #coming: readonly [url: string, products: Promise<unknown>] | undefined;
  /** What stood around the products when that was last read. */
  #parts: Json = {};

  /** Epoch ms at which the last answer was true, where it was the last good one of a store that fails at the moment. */
  asOf: number | undefined;

  /** The headers of the last answer, once there was one. */
  headers: Headers | undefined;

  /** @param gateway - Base URL of the Store API's read half, such as `https://gateway.example/v1`. */
  constructor(gateway: string, options: ClientOptions = {}) {
    this.gateway = gateway;
    this.#options = options;
  }

  /**
   * What stands around a store's products. Where the gateway has it, the first page of `query` comes in the same answer,
   * and {@link products} gives it to whoever asks for that page meanwhile; a proxy that only speaks the Store API is asked
   * one by one. It rejects only when aborted.
   */
  async surroundings(query: ProductQuery, signal?: AbortSignal): Promise<Surroundings> {
    const url = storefrontUrl(this.gateway, query);
    const whole = ({data}: Json) => objectOf(data);
    const front = this.ask(url, signal, whole).catch(async (error: Partial<StoreRequestError>) => {
      if (error?.status !== 404) throw error;
      this.plain = await import('./plain.ts');
      return this.plain.storefrontOf(url, (part) => this.ask(part, signal, objectOf));
    });
    this.#coming = [productsUrl(this.gateway, query), front.then(({products}) => products)];
    this.#coming[1].catch(() => {});
    const parts = await front.catch(() => this.#parts);
    // What nobody has asked for by now would be old when somebody does.
    this.#coming = undefined;
    signal?.throwIfAborted();
    const {data} = objectOf((this.#parts = parts).store);
    return {profile: data ? profileOf(data) : undefined, parts};
  }

  /** A page of active products. A record without an id is left out. */
  async products(query: ProductQuery, signal?: AbortSignal): Promise<ProductPage> {
    const [address, part] = this.#coming ?? [];
    this.#coming = undefined;
    const came = address === productsUrl(this.gateway, query) && (await part);
    signal?.throwIfAborted();
    return this.ask(
      productsUrl(this.gateway, query, !!this.plain),
      signal,
      ({data, meta}) => {
        const {statusCode, total} = objectOf(meta);
        const products = this.productsIn(data, statusCode);
        return {products, total: numberOf(total) ?? (query.skip ?? 0) + products.length};
      },
      came,
    );
  }

  /** Loads how to go on when something fails, as long as the network is there. */
  readonly prepare = () => inTime(import('./again.ts'));

  /** The products in a list of records; throws what makes an error of it where it is no list, or one of nothing that can be read. */
  productsIn(data: unknown, status?: unknown): readonly Product[] {
    const records: unknown[] = Array.isArray(data) ? data : [undefined];
    const products = records.map(productOf).filter((product) => product !== undefined);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- it becomes the cause of an error
    if (records.length && !products.length) throw {status};
    return this.plain ? this.plain.summarised(products) : products;
  }

  /**
   * What is taken out of the envelope at an address, or out of the one that came already. What fails is tried again where that may
   * help; how to is a file of its own, for few visits need it.
   */
  async ask<T>(
    url: string,
    signal: AbortSignal | undefined,
    take: (envelope: Json) => T,
    came?: unknown,
  ): Promise<T> {
    const start = Date.now();
    const attempt = async (limit?: number) => {
      if (came) return take(objectOf(came));
      const {envelope, serverTime, asOf, headers} = await fetchJson(url, signal, this.#options.fetch, limit);
      this.asOf = asOf;
      this.headers = headers;
      if (serverTime) this.#options.onServerTime?.(serverTime);
      return take(envelope);
    };
    try {
      return await attempt();
    } catch (cause) {
      signal?.throwIfAborted();
      came = undefined;
      const {askAgain} = await this.prepare().catch(() => {
        throw cause;
      });
      return askAgain(this, attempt, url, cause as Error, start, signal);
    }
  }
}
