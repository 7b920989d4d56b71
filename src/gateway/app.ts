import {Hono, type Context} from 'hono';
import {STOREFRONT_PATH} from '../api/contract.ts';
import {namesOf} from './address.ts';
import {admit, type Arrival} from './admission.ts';
import {isPersonal, readFor, storefrontReads} from './allow.ts';
import type {Resource} from './rules.ts';
import type {Caller} from './cache.ts';
import type {Compressors} from './coding.ts';
import {channelPage, type ChannelOptions} from './channel.ts';
import {memoryCounter} from './counter.ts';
import {refusalOf} from './errors.ts';
import {METHODS, notFound, targetOf} from './guard.ts';
import {readiness} from './health.ts';
import {limiterOf, type Counter, type Rates} from './limit.ts';
import {content, failure, json, preflight, type Frame} from './respond.ts';
import type {Store} from './store.ts';
import {storefront} from './storefront.ts';
import {Stores, type StoresOptions} from './stores.ts';
import {checkToken} from './token.ts';

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
  /** Serves each store's page for an iframe channel, where the host serves the widget's files too. */
  readonly channel?: ChannelOptions;
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
  Variables: {arrival: Arrival; frame: Frame; store: Store | undefined};
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
    const {target = targetOf(c.req.url), client = '', waitUntil} = bindingsOf(c);
    const {key, network} = namesOf(client);
    const frame: Frame = {id: crypto.randomUUID(), route: 'none'};
    const request = c.req.raw;
    const caller: Caller = {signal: () => request.signal, ...(waitUntil && {waitUntil})};
    c.set('frame', frame);
    c.set('arrival', {request, target, client: key, caller});
    try {
      c.set('store', await admit(c.get('arrival'), frame, stores, limit));
      if (request.method === 'OPTIONS') {
        frame.route = 'preflight';
        c.res = preflight(frame, METHODS);
      } else await next();
    } catch (error) {
      c.res = failure(frame, refusalOf(error));
    }
    observer.answered?.(
      Object.assign(frame, {
        method: request.method,
        status: c.res.status,
        took: performance.now() - began,
        client: network,
      }),
    );
  });

  const answer = (resource: Resource) => async (c: Context<Environment>) => {
    const frame = c.get('frame');
    const {store, params, caller} = asked(c, resource);
    await checkToken(c.req.raw, store.options);
    const id = c.req.param('id');
    const read = store.parsed(c.get('arrival').target, () => readFor(resource, id, params(), store.options));
    const {value, at, isLastGood, source} = await store.read(read, caller);
    frame.source = source;
    const isForOne = isPersonal(read) || store.options.tokenSecret !== undefined;
    const kept = value.isShared ? (isForOne ? 'private' : 'shared') : 'not';
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
      const {store, params, caller} = asked(c, 'storefront');
      await checkToken(c.req.raw, store.options);
      const reads = store.parsed(c.get('arrival').target, () => storefrontReads(params(), store.options));
      const whole = await storefront(store, reads, frame.id, caller);
      frame.source = whole.source;
      return content(frame, c.req.raw, whole, sending);
    });
  }

  const {channel} = options;
  if (channel) {
    app.on('GET', ['/channel', '/s/:store/channel'], async (c) => {
      const {store, params, caller} = asked(c, 'channel');
      return channelPage({store, query: params(), frame: c.get('frame'), caller}, channel);
    });
  }

  app.get('/healthz', (c) => {
    c.get('frame').route = 'health';
    return json(c.get('frame'), {status: 'ok'});
  });
  app.get('/readyz', async (c) => {
    c.get('frame').route = 'health';
    const state = await readiness(stores, isDraining());
    return json(c.get('frame'), state, state.status === 'ready' ? 200 : 503);
  });

  app.notFound((c) => failure(c.get('frame'), notFound()));
  app.onError((error, c) => failure(c.get('frame'), refusalOf(error)));
  return app;
}

/** What a route of a store works with. Throws where the path names no store. */
function asked(c: Context<Environment>, route: string) {
  c.get('frame').route = route;
  const store = c.get('store');
  if (!store) throw notFound();
  const {target, caller} = c.get('arrival');
  const query = target.indexOf('?');
  return {store, caller, params: () => new URLSearchParams(query < 0 ? '' : target.slice(query + 1))};
}

/** Without an adapter there are no bindings at all. */
function bindingsOf(c: Context<Environment>): Bindings {
  const bindings: Bindings | undefined = c.env;
  return bindings ?? {};
}
