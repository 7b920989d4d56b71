import type {Json} from '../../src/api/members.ts';
import {aCategoryRecord, aStoreRecord, productRecords, type Translated} from './record.ts';

type Answer = (usual: () => Response, url: URL) => Response | Promise<Response>;

interface Stock {
  readonly url?: string;
  readonly products?: readonly Translated[];
  readonly categories?: readonly Translated[];
  readonly store?: Translated;
}

/** A gateway in the place of `fetch`: it answers what a store's gateway would, and remembers what it was asked. */
export class Gateway {
  /** Its base URL. */
  readonly url: string;
  /** Everything that it was asked for, in order. */
  readonly requests: URL[] = [];
  /** The options of each of these requests. */
  readonly options: RequestInit[] = [];
  /** What it says that the time is (epoch ms); unless this is set, it does not. */
  time: number | undefined;
  products: readonly Translated[];
  categories: readonly Translated[];
  store: Translated;
  readonly #exceptions = new Set<{part: string; answer: Answer}>();

  constructor({url, products, categories, store}: Stock = {}) {
    this.url = url ?? 'https://gateway.test/v1';
    this.products = products ?? productRecords(3);
    this.categories = categories ?? [aCategoryRecord()];
    this.store = store ?? aStoreRecord();
  }

  /** What was asked for at a path, such as `/products`, in order. */
  asked(path: string): readonly URL[] {
    return this.requests.filter(({pathname}) => pathname === new URL(this.url + path).pathname);
  }

  /** Answers requests whose address holds `part` in another way, until the function that comes back is called. */
  instead(part: string, answer: Answer): () => void {
    const exception = {part, answer};
    this.#exceptions.add(exception);
    return () => this.#exceptions.delete(exception);
  }

  /** Refuses requests whose address holds `part` with a status, or with no answer at all, until the function is called. */
  fail(part: string, how: number | 'offline'): () => void {
    return this.instead(part, () => {
      if (how === 'offline') throw new TypeError('Failed to fetch');
      return Response.json({status: 'error', message: 'No.'}, {status: how});
    });
  }

  /** Keeps the answers to requests whose address holds `part` until the function that comes back is called. */
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
    const address = decodeURIComponent(url.href);
    const exception = [...this.#exceptions].reverse().find(({part}) => address.includes(part));
    const usual = () => this.#answer(url);
    return untilAborted(init.signal, async () => exception?.answer(usual, url) ?? usual());
  };

  #answer(url: URL): Response {
    const path = url.pathname.slice(new URL(this.url).pathname.length);
    if (path === '/products') return this.#list(url, this.#productsFor(url));
    if (path === '/categories') return this.#list(url, this.categories);
    if (path === '/stores') return this.#one(url, this.store);
    const product = this.products.find(({_id}) => path === `/products/${String(_id)}`);
    return product ? this.#one(url, product) : Response.json({status: 'error'}, {status: 404});
  }

  #productsFor({searchParams}: URL): Translated[] {
    const category = searchParams.get('filter')?.replace('categoryID:', '');
    const words = searchParams.get('search')?.replace('keyword:', '').toLowerCase();
    const [field = '', direction] = searchParams.get('sort')?.split(':') ?? [];
    const sign = direction === 'desc' ? -1 : 1;
    return this.products
      .filter(({categoryID}) => !category || categoryID === category)
      .filter(({name}) => !words || String(name).toLowerCase().includes(words))
      .sort((a, b) => ((a[field] as number) < (b[field] as number) ? -sign : sign));
  }

  #list(url: URL, records: readonly Translated[]): Response {
    const skip = Number(url.searchParams.get('skip'));
    const limit = Number(url.searchParams.get('limit'));
    const data = records.slice(skip, skip + limit).map((record) => shown(record, url));
    return this.#success(data, {skip, limit, total: records.length});
  }

  #one(url: URL, record: Translated): Response {
    return this.#success(shown(record, url), {});
  }

  #success(data: unknown, meta: Json): Response {
    const headers = new Headers();
    if (this.time !== undefined) headers.set('date', new Date(this.time).toUTCString());
    const body = {meta: {status: 'success', statusCode: 200, ...meta}, message: 'Read success.', data};
    return Response.json(body, {headers});
  }
}

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
