import type {Json} from '../../src/api/members.ts';
import {aCategoryRecord, aStoreRecord, productRecords, type Translated} from './record.ts';

type Answer = (usual: () => Promise<Response>, url: URL) => Response | Promise<Response>;

interface Stock {
  readonly url?: string;
  readonly products?: readonly Translated[];
  readonly categories?: readonly Translated[];
  readonly store?: Translated;
  /** Whether it is a proxy that speaks the Store API alone. */
  readonly isPlain?: boolean;
}

/** A gateway in the place of `fetch`: it answers what a store's gateway would, and remembers what it was asked. */
export class Gateway {
  /** Its base URL. */
  readonly url: string;
  /** Every request that it got, in order. */
  readonly requests: URL[] = [];
  /** The options of each of these requests. */
  readonly options: RequestInit[] = [];
  /** What it says that the time is (epoch ms); unless this is set, it does not. */
  time: number | undefined;
  products: readonly Translated[];
  categories: readonly Translated[];
  store: Translated;
  readonly #isPlain: boolean;
  readonly #asked: URL[] = [];
  readonly #exceptions = new Set<{part: string; answer: Answer}>();

  constructor({url, products, categories, store, isPlain}: Stock = {}) {
    this.url = url ?? 'https://gateway.test/v1';
    this.products = products ?? productRecords(3);
    this.categories = categories ?? [aCategoryRecord()];
    this.store = store ?? aStoreRecord();
    this.#isPlain = isPlain ?? false;
  }

  /** What was asked for at a path, such as `/products`, in order, whether by itself or as a part of a storefront. */
  asked(path: string): readonly URL[] {
    return this.#asked.filter((url) => this.#pathOf(url) === path);
  }

  /**
   * Answers requests, and parts of a storefront, whose address holds `part` in another way, until the function that comes
   * back is called.
   */
  instead(part: string, answer: Answer): () => void {
    const exception = {part, answer};
    this.#exceptions.add(exception);
    return () => this.#exceptions.delete(exception);
  }

  /** Refuses what has `part` in its address with a status, or with no answer at all, until the function is called. */
  fail(part: string, how: number | 'offline'): () => void {
    return this.instead(part, () => {
      if (how === 'offline') throw new TypeError('Failed to fetch');
      return refusal(how);
    });
  }

  /** Keeps the answers to what has `part` in its address until the function that comes back is called. */
  hold(part: string): () => void {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const end = this.instead(part, async (usual) => gate.then(usual));
    return () => {
      end();
      open();
    };
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    this.requests.push(url);
    this.options.push(init);
    return untilAborted(init.signal, async () => this.#respond(url));
  };

  async #respond(url: URL): Promise<Response> {
    this.#asked.push(url);
    const address = decodeURIComponent(url.href);
    const exception = [...this.#exceptions].reverse().find(({part}) => address.includes(part));
    const usual = () => this.#usual(url);
    return exception ? exception.answer(usual, url) : usual();
  }

  async #usual(url: URL): Promise<Response> {
    const path = this.#pathOf(url);
    if (path === '/storefront') return this.#isPlain ? refusal(404) : this.#storefront(url);
    // The Store API knows no summary.
    if (this.#isPlain && url.searchParams.get('fields')?.includes('summary')) return refusal(400);
    if (path === '/products') return this.#list(url, this.#productsFor(url));
    if (path === '/categories') return this.#list(url, this.categories);
    if (path === '/stores') return this.#success(shown(this.store, url), {});
    const product = this.products.find(({_id}) => path === `/products/${String(_id)}`);
    return product ? this.#success(shown(product, url), {}) : refusal(404);
  }

  /** Three answers in one; where one of them failed, its error stands in its place. */
  async #storefront({searchParams}: URL): Promise<Response> {
    const {categoryFields, storeFields, ...products} = Object.fromEntries(searchParams);
    const {lang} = products;
    const read = async (path: string, query: Json) =>
      this.#respond(
        new URL(`${this.url}${path}?${new URLSearchParams(query as Record<string, string>).toString()}`),
      );
    const parts = {
      store: await read('/stores', {fields: storeFields, lang}),
      categories: await read('/categories', {fields: categoryFields, lang, limit: '100'}),
      products: await read('/products', products),
    };
    if (Object.values(parts).every(({ok}) => !ok)) return parts.products;
    const bodies = Object.entries(parts).map(async ([name, part]) => [name, await part.json()] as const);
    return this.#success({...Object.fromEntries(await Promise.all(bodies)), counts: this.#counts()}, {});
  }

  #counts(): Json {
    const of = (id: unknown) => this.products.filter(({categoryID}) => categoryID === id).length;
    return Object.fromEntries(this.categories.map(({_id}) => [String(_id), of(_id)]));
  }

  #productsFor({searchParams}: URL): Translated[] {
    const category = searchParams.get('filter')?.replace('categoryID:', '');
    const words = searchParams.get('search')?.replace('keyword:', '').toLowerCase();
    const [field = '', direction] = searchParams.get('sort')?.split(':') ?? [];
    const sign = direction === 'desc' ? -1 : 1;
    return this.products
      .filter(({categoryID}) => !category || categoryID === category)
      .filter(({name}) => !words || String(name).toLowerCase().includes(words))
      .sort((a, b) => sign * order(a[field] as number, b[field] as number));
  }

  #list(url: URL, records: readonly Translated[]): Response {
    const skip = Number(url.searchParams.get('skip'));
    const limit = Number(url.searchParams.get('limit'));
    const data = records.slice(skip, skip + limit).map((record) => shown(record, url));
    return this.#success(data, {skip, limit, total: records.length});
  }

  #success(data: unknown, meta: Json): Response {
    const headers = new Headers();
    if (this.time !== undefined) headers.set('date', new Date(this.time).toUTCString());
    const body = {meta: {status: 'success', statusCode: 200, ...meta}, message: 'Read success.', data};
    return Response.json(body, {headers});
  }

  #pathOf({pathname}: URL): string {
    return pathname.slice(new URL(this.url).pathname.length);
  }
}

const order = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

const refusal = (status: number) =>
  Response.json({status: 'error', message: 'No.', meta: {statusCode: status, status: 'error'}}, {status});

/** What of a record is asked for, in the language asked for. */
function shown({translations, ...record}: Translated, {searchParams}: URL): Json {
  const fields = searchParams.get('fields')?.split(',') ?? [];
  const said = Object.entries({...record, ...translations?.[searchParams.get('lang') ?? '']});
  return Object.fromEntries(said.filter(([name]) => name === '_id' || fields.includes(name)));
}

/** As `fetch` does, rejects with the signal's reason as soon as that aborts. */
async function untilAborted<T>(signal: AbortSignal | null | undefined, act: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
  return Promise.race([act(), aborted]);
}

const {fetch} = globalThis;

/** Puts gateways in the place of the network for their own addresses, until the test is over. */
export function open(...gateways: readonly Gateway[]): void {
  globalThis.fetch = (input, init) => {
    const {href} = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const gateway = gateways.find(({url}) => href.startsWith(url));
    return gateway ? gateway.fetch(input, init) : fetch(input, init);
  };
}

/** A gateway that is asked instead of the network, until the test is over. */
export function aGateway(stock?: Stock): Gateway {
  const gateway = new Gateway(stock);
  open(gateway);
  return gateway;
}

afterEach(() => {
  globalThis.fetch = fetch;
});
