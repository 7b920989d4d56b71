import {Hono, type Context} from 'hono';
import {readFor, type AllowOptions, type Resource} from './allow.ts';
import {Refusal, refusalOf} from './errors.ts';
import {guard, METHODS, notFound} from './guard.ts';
import {originOf, originsOf} from './origins.ts';
import {rebuild} from './rebuild.ts';
import {failure, json, preflight, type Frame} from './respond.ts';
import {upstreamOf, type UpstreamOptions} from './upstream.ts';

/** What a gateway is made of. */
export interface GatewayOptions extends UpstreamOptions, AllowOptions {
  /** The origins of the pages that may read, exactly as browsers write them. */
  readonly origins: readonly string[];
}

/** What an adapter may know beyond the request itself. */
export interface Bindings {
  /** The request's target as it came over the wire, before any URL parser smoothed it. */
  readonly target?: string;
}

interface Environment {
  Bindings: Bindings;
  Variables: {frame: Frame};
}

/** The gateway: the Store API's read half as a function from `Request` to `Response`, to be run by any host. */
export type Gateway = Hono<Environment>;

/**
 * Makes a gateway for one store. It holds the key, asks the Store API only what the contract names, and answers only
 * what the schema names. Errors come in the Store API's envelope.
 *
 * @throws {TypeError} An origin that is not one exact http or https origin.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const allowed = originsOf(options.origins.map(originOf));
  const upstream = upstreamOf(options);
  const app: Gateway = new Hono<Environment>();

  app.use(async (c, next) => {
    const frame: Frame = {id: crypto.randomUUID()};
    c.set('frame', frame);
    const origin = c.req.raw.headers.get('origin');
    const isAllowed = origin !== null && allowed(origin);
    if (isAllowed) frame.origin = origin;
    // Without an adapter there are no bindings at all.
    guard(c.req.raw, (c.env as Bindings | undefined)?.target);
    // Before anything goes upstream: CORS alone would only hide the answer from the page.
    if (origin !== null && !isAllowed) {
      throw new Refusal(403, 'This origin may not read here.', {
        solution: 'The operator of the gateway lists the allowed origins.',
      });
    }
    if (c.req.method === 'OPTIONS') return preflight(frame, METHODS);
    return next();
  });

  const answer = (resource: Resource) => async (c: Context<Environment>) => {
    const read = readFor(resource, c.req.param('id'), new URL(c.req.url).searchParams, options);
    const body = rebuild(read, await upstream(read, c.req.raw.signal));
    return json(c.var.frame, body, {'Cache-Control': 'no-cache'});
  };
  app.get('/v1/products', answer('products'));
  app.get('/v1/products/:id', answer('product'));
  app.get('/v1/categories', answer('categories'));
  app.get('/v1/categories/:id', answer('category'));
  app.get('/v1/stores', answer('store'));

  app.notFound((c) => failure(c.var.frame, notFound()));
  app.onError((error, c) => failure(c.var.frame, refusalOf(error)));
  return app;
}
