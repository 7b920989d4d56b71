import {createAdaptorServer} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {secureHeaders} from 'hono/secure-headers';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';

/** The addresses that the pages are written with. */
const WRITTEN = {gateway: 'http://127.0.0.1:4200', store: 'http://127.0.0.1:4100'};

/** Where the pages find what they show. */
export interface PagesOptions {
  /** The gateway's origin. */
  readonly gatewayUrl: string;
  /** The store service's origin; the products' pictures come from there. */
  readonly storeUrl: string;
}

/** The demo pages as a function from request to response, with the addresses in them put right. */
export function createPages({gatewayUrl, storeUrl}: PagesOptions): Hono {
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
  const partner = secureHeaders({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", gatewayUrl],
      styleSrc: ["'self'"],
      connectSrc: [gatewayUrl],
      imgSrc: ["'self'", storeUrl, 'data:'],
      baseUri: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['returningai-store'],
    },
  });

  const app = new Hono();
  app.use((c, next) => (c.req.path === '/partner.html' ? partner : own)(c, next));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-cache');
    if (!c.res.headers.get('Content-Type')?.startsWith('text/html')) return;
    const page = await c.res.text();
    c.res.headers.delete('Content-Length');
    c.res = c.html(page.replaceAll(WRITTEN.gateway, gatewayUrl).replaceAll(WRITTEN.store, storeUrl));
  });
  app.use(serveStatic({root: join(import.meta.dirname, 'public')}));
  app.notFound((c) => c.text('There is no such page. All demos are listed at /', 404));
  return app;
}

/** The demo pages on a port of this machine. */
export interface RunningPages {
  readonly url: string;
  /** Takes no new connection and resolves when the last one is closed. */
  close(): Promise<void>;
}

/**
 * Starts the demo pages; port 0 takes any free one.
 *
 * @throws The listening error of Node, such as `EADDRINUSE` for a taken port.
 */
export async function startPages({
  port,
  ...options
}: PagesOptions & {readonly port: number}): Promise<RunningPages> {
  const server = createAdaptorServer({fetch: createPages(options).fetch}) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const {port: taken} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
