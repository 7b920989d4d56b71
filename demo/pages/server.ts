import {createAdaptorServer} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {secureHeaders} from 'hono/secure-headers';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {chatRoutes} from './chat.ts';
import {docsRoutes} from './docs.ts';
import {configuratorRoutes} from './configurator/routes.ts';
import {hostRoutes} from './hosts/routes.ts';
import {Purse, type Account} from './purse.ts';
import {fromOwnPages, redeemRoutes} from './redeem.ts';
import {stateRoutes} from './states/routes.ts';

/** Where the pages are, and where they find what they show. */
export interface Addresses {
  /** The gateway's origin. */
  readonly gateway: string;
  /** The store service's origin; the products' pictures come from there. */
  readonly store: string;
  /** The pages' own origin. */
  readonly pages: string;
}

/** The addresses that the pages are written with: the gateway's and the store service's usual ports. */
const WRITTEN = /http:\/\/127\.0\.0\.1:(4200|4100)\b/g;

/** The origins under which a server of this machine is known, of which one is given. */
export const originsOf = (origin: string): readonly string[] => [
  origin,
  origin.replace('127.0.0.1', 'localhost'),
];

/**
 * The demo pages and the server that a partner has behind them as a function from request to response, with the
 * addresses in the pages put right at each request.
 *
 * @param account - Who is signed in there.
 */
export function createPages(addresses: () => Addresses, account: Account): Hono {
  const gateway = () => addresses().gateway;
  const store = () => addresses().store;
  const own = secureHeaders({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });
  // As strict as a careful partner would have it: what the store needs is named, and nothing else.
  const strict = {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", gateway],
    styleSrc: ["'self'"],
    connectSrc: ["'self'", gateway],
    imgSrc: ["'self'", store, 'data:'],
    baseUri: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['returningai-store'],
  };
  const partner = secureHeaders({strictTransportSecurity: false, contentSecurityPolicy: strict});
  // The same, with the gateway's presets.
  const presets = secureHeaders({
    strictTransportSecurity: false,
    contentSecurityPolicy: {...strict, styleSrc: ["'self'", gateway]},
  });
  // The store stands in a frame of the gateway's, and only the script that makes it comes from there.
  const community = secureHeaders({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", gateway],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'"],
      frameSrc: [gateway],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
    },
  });

  const app = new Hono();
  app.use((c, next) => {
    // What stands below `/hosts/` and in the docs, and the configurator, say themselves what they allow.
    if (/^\/(?:hosts\/.|docs(?:\/|$)|configurator[\w-]*\.html$)/.test(c.req.path)) return next();
    if (c.req.path === '/community.html') return community(c, next);
    if (c.req.path === '/presets.html') return presets(c, next);
    return (/^\/(?:partner\.html$|states\/.)/.test(c.req.path) ? partner : own)(c, next);
  });
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache');
    if (!c.res.headers.get('Content-Type')?.startsWith('text/html')) return;
    const page = await c.res.text();
    c.res.headers.delete('Content-Length');
    c.res = c.html(page.replaceAll(WRITTEN, (_, port) => (port === '4200' ? gateway() : store())));
  });
  app.route(
    '/',
    redeemRoutes(new Purse(store, account), account, () => originsOf(addresses().pages)),
  );
  app.route('/', chatRoutes(account.name, fromOwnPages));
  app.route('/', stateRoutes(gateway));
  app.route('/', hostRoutes(gateway));
  app.route('/', docsRoutes({gateway, store}));
  app.route('/', configuratorRoutes(gateway, store));
  app.use(serveStatic({root: join(import.meta.dirname, 'public')}));
  app.notFound((c) => c.text('There is no such page. All demos are listed at /', 404));
  return app;
}

/** The demo pages on a port of this machine. */
export interface RunningPages {
  readonly url: string;
  /** Ends every connection and resolves when the port is free again. */
  close(): Promise<void>;
}

/**
 * Starts the demo pages; port 0 takes any free one.
 *
 * @throws The listening error of Node, such as `EADDRINUSE` for a taken port.
 */
export async function startPages(
  port: number,
  addresses: () => Omit<Addresses, 'pages'>,
  account: Account,
): Promise<RunningPages> {
  let url = '';
  const pages = createPages(() => ({...addresses(), pages: url}), account);
  const server = createAdaptorServer({fetch: pages.fetch}) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
