import {createAdaptorServer} from '@hono/node-server';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {ensureBuilt} from '../../../scripts/build.mjs';
import {ROOT} from '../../../scripts/install.mjs';
import {startGateway, type NodeGatewayOptions, type RunningGateway} from '../../../src/gateway/node.ts';
import {aConfiguration, aProduct, listOf, oneOf, scriptedStore} from '../../gateway/support/store.ts';

/** A page of somebody else's, as their server sends it. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it is, if not HTML. */
  readonly type?: string;
}

/** A site of somebody else's, and a gateway that its pages may read. */
export interface HostSite {
  /** The site's origin. */
  readonly url: string;
  readonly gateway: RunningGateway;
  /** Puts a page there, and gives its address. */
  put(path: string, page: HostPage): string;
  /** Every request that the site has had, as `METHOD /path`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** What such a site can be made with. */
export interface HostSiteOptions {
  /** How many products the store has; 3 unless it is said. */
  readonly products?: number;
  /** What each of them has besides a name and a price. */
  readonly product?: (index: number) => object;
  /** What of the store's configuration is different. */
  readonly configuration?: object;
  /** A folder of other releases of the widget. */
  readonly releasesDir?: string;
  /** Names of this machine under which the gateway lists the site, too. */
  readonly names?: readonly string[];
  /** What of the gateway is different. */
  readonly gateway?: Partial<NodeGatewayOptions>;
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#3a6" d="M0 0h4v3H0z"/></svg>';

/** Starts both, each on a free port of its own. */
export async function startHostSite({
  products = 3,
  product,
  configuration,
  releasesDir,
  names = [],
  gateway: changes,
}: HostSiteOptions = {}): Promise<HostSite> {
  ensureBuilt();
  const pages = new Map<string, HostPage>();
  pages.set('/picture.svg', {html: PICTURE, type: 'image/svg+xml'});
  pages.set('/favicon.ico', {html: '', type: 'image/x-icon'});
  const asked: string[] = [];
  const server = createAdaptorServer({
    fetch: async (request) => {
      const {pathname} = new URL(request.url);
      asked.push(`${request.method} ${pathname}`);
      const page = pages.get(pathname);
      if (!page) return new Response('There is no such page.', {status: 404});
      const type = page.type ?? 'text/html; charset=utf-8';
      return new Response(page.html, {headers: {'Content-Type': type, ...page.headers}});
    },
  }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const records = new Array(products).fill(0).map((_, index) =>
    aProduct({
      _id: `507f1f77bcf86cd7994390${String(index).padStart(2, '0')}`,
      name: `Reward ${index + 1}`,
      image: `${url}/picture.svg`,
      ...product?.(index),
    }),
  );
  const store = scriptedStore(({url: address}) => {
    const {pathname} = new URL(address);
    if (pathname.endsWith('/products')) return listOf(records);
    const one = records.find(({_id}) => pathname.endsWith(`/${String(_id)}`));
    if (one) return oneOf(one);
    if (pathname.endsWith('/categories')) return listOf([]);
    const pictures = {cover: {isEnabled: false}, currency: {isEnabled: true, name: 'Coins'}};
    return oneOf(aConfiguration({...pictures, ...configuration}));
  });
  const gateway = await startGateway({
    upstream: 'https://store.example/v1',
    key: 'host-site-key-1d2e3f4a5b6c',
    origins: [url, ...names.map((name) => url.replace('127.0.0.1', name))],
    fetch: store.fetch,
    port: 0,
    widgetDir: join(ROOT, 'dist'),
    ...(releasesDir !== undefined && {releasesDir}),
    ...changes,
  });
  return {
    url,
    gateway,
    asked,
    put: (path, page) => {
      pages.set(path, page);
      return url + path;
    },
    close: async () => {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
