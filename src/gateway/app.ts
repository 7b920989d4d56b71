import {Hono, type Context} from 'hono';
import {STOREFRONT_PATH} from '../api/contract.ts';
import {namesOf} from './address.ts';
import {isPersonal, readFor, storefrontReads, type Resource} from './allow.ts';
import type {Caller} from './cache.ts';
import type {Compressors} from './coding.ts';
import {Refusal, refusalOf} from './errors.ts';
import {guard, METHODS, notFound, targetOf} from './guard.ts';
import {limiterOf, memoryCounter, type Counter, type Rates} from './limit.ts';
import {content, failure, json, preflight, type Frame} from './respond.ts';
import type {Store} from './store.ts';
import {storefront} from './storefront.ts';
import {Stores, type StoresOptions} from './stores.ts';

/** What a gateway is made of. */
export interface GatewayOptions extends StoresOptions {
  /** How many requests are answered; no limit if not given. */
  readonly rates?: Rates;
  /** Where requests are counted; in this process if not given. */
  readonly counter?: Counter;
  /** Compresses answers, where the host does not. */
  readonly compressors?: Compressors;
  /** Whether the host is about to stop, so that it is sent no more requests. */
  readonly isDraining?: () => boolean;
}

/** What an adapter may know beyond the request itself. */
export interface Bindings {
  /** The request's target as it came over the wire, before any URL parser smoothed it. */
  readonly target?: string;
  /** The client's address. */
  readonly client?: string;
  /** Keeps the host awake for work that goes on after the answer. */
  readonly waitUntil?: (work: Promise<unknown>) => void;
}

interface Environment {
  Bindings: Bindings;
  Variables: {frame: Frame; store: Store | undefined};
}

/** The gateway: the Store API's read half as a function from `Request` to `Response`, to be run by any host. */
export type Gateway = Hono<Environment>;

/**
 * Makes a gateway. It holds the keys, asks the Store API only what the contract names, and answers only what the
 * schema names. Errors come in the Store API's envelope.
 *
 * @throws {TypeError} An origin that is not one exact http or https origin, no store, or one that lacks something.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const {observer = {}, isDraining = () => false} = options;
  const stores = new Stores(options);
  const limit = limiterOf(options.rates ?? {}, options.counter ?? memoryCounter());
  const sending = {
    compressors: options.compressors,
    fresh: Math.round((options.lifetimes?.fresh ?? 30_000) / 1000),
    stale: Math.round((options.lifetimes?.stale ?? 600_000) / 1000),
  };
  const app: Gateway = new Hono<Environment>();

  app.use(async (c, next) => {
    const began = performance.now();
    const frame: Frame = {id: crypto.randomUUID(), route: 'none'};
    c.set('frame', frame);
    await next();
    observer.answered?.({
      ...frame,
      method: c.req.method,
      status: c.res.status,
      took: performance.now() - began,
      client: namesOf(bindingsOf(c).client ?? '').network,
    });
  });

  app.use(async (c, next) => {
    const frame = c.get('frame');
    const {target = targetOf(c.req.url), client = ''} = bindingsOf(c);
    const store = stores.at(target);
    c.set('store', store);
    if (store?.name !== undefined) frame.store = store.name;
    const origin = c.req.raw.headers.get('origin');
    if (origin !== null && (store ? store.knows(origin) : stores.all.some((one) => one.knows(origin)))) {
      frame.origin = origin;
    }
    guard(c.req.raw, target);
    // Before anything goes upstream: CORS alone would only hide the answer from the page.
    if (origin !== null && frame.origin === undefined) {
      if (!(await store?.allows(origin, callerOf(c)))) throw foreign();
      frame.origin = origin;
    }
    if (store) await limit(`${store.name ?? ''} ${namesOf(client).key}`, origin ?? undefined);
    if (c.req.method !== 'OPTIONS') return next();
    frame.route = 'preflight';
    return preflight(frame, METHODS);
  });

  const answer = (resource: Resource) => async (c: Context<Environment>) => {
    const frame = c.get('frame');
    const store = c.get('store');
    if (!store) throw notFound();
    frame.route = resource;
    const read = readFor(resource, c.req.param('id'), new URL(c.req.url).searchParams, store.options);
    const {value, at, isLastGood, source} = await store.read(read, callerOf(c));
    frame.source = source;
    const kept = value.isShared ? (isPersonal(read) ? 'private' : 'shared') : 'not';
    return content(frame, c.req.raw, {sealed: value.sealed, at, isLastGood, kept}, sending);
  };
  for (const prefix of ['/v1', '/s/:store/v1']) {
    app.get(`${prefix}/products`, answer('products'));
    app.get(`${prefix}/products/:id`, answer('product'));
    app.get(`${prefix}/categories`, answer('categories'));
    app.get(`${prefix}/categories/:id`, answer('category'));
    app.get(`${prefix}/stores`, answer('store'));
    app.get(`${prefix}${STOREFRONT_PATH}`, async (c) => {
      const frame = c.get('frame');
      const store = c.get('store');
      if (!store) throw notFound();
      frame.route = 'storefront';
      const reads = storefrontReads(new URL(c.req.url).searchParams, store.options);
      const whole = await storefront(store, reads, frame.id, callerOf(c));
      frame.source = whole.source;
      return content(frame, c.req.raw, whole, sending);
    });
  }

  app.get('/healthz', (c) => {
    c.get('frame').route = 'health';
    return json(c.get('frame'), {status: 'ok'});
  });
  app.get('/readyz', async (c) => {
    c.get('frame').route = 'health';
    const found = await Promise.all(stores.all.map((store) => store.health()));
    const count = (state: string) => found.filter((one) => one === state).length;
    const counted = {ready: count('ready'), stale: count('stale'), failing: count('failing')};
    const status = isDraining() ? 'draining' : counted.failing === found.length ? 'failing' : 'ready';
    return json(c.get('frame'), {status, stores: counted}, status === 'ready' ? 200 : 503);
  });

  app.notFound((c) => failure(c.get('frame'), notFound()));
  app.onError((error, c) => failure(c.get('frame'), refusalOf(error)));
  return app;
}

const foreign = () =>
  new Refusal(403, 'This origin may not read here.', {
    solution: 'The operator of the gateway lists the allowed origins.',
  });

/** Without an adapter there are no bindings at all. */
function bindingsOf(c: Context<Environment>): Bindings {
  const bindings: Bindings | undefined = c.env;
  return bindings ?? {};
}

function callerOf(c: Context<Environment>): Caller {
  const {waitUntil} = bindingsOf(c);
  return {signal: () => c.req.raw.signal, ...(waitUntil && {waitUntil})};
}
