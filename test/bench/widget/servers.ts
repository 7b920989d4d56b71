import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {minify} from 'terser';
import {pictureRoutes} from '../../../demo/store/pictures.ts';
import {startGateway} from '../../../src/gateway/node.ts';
import {createAdaptorServer} from '@hono/node-server';
import {answering, catalogueOf, type Records} from './catalogue.ts';

const ROOT = join(import.meta.dirname, '../../..');
const VANILLA = join(import.meta.dirname, '../vanilla');

/** How many products the long list has. */
export const MANY = 10_000;

/** A page to measure: its address with the demo's catalogue, and with the long list. */
export interface Site {
  readonly name: 'ours' | 'vanilla';
  readonly url: string;
  readonly longUrl: string;
}

/** Both pages and what stands behind them. */
export interface Servers {
  readonly sites: readonly [ours: Site, vanilla: Site];
  /** Categories that one can switch to, each with the name of its first product. */
  readonly categories: readonly {readonly name: string; readonly firstProduct: string}[];
  readonly close: () => Promise<void>;
}

/**
 * Starts three origins, as a partner has them: the pages, the gateway, and the pictures. Scripts and data of either page
 * come from the gateway, by the same code, compressed in the same way, with the vanilla page's script minified as ours is.
 */
export async function startServers(): Promise<Servers> {
  // A copy: whoever builds meanwhile empties the folder first.
  const files = mkdtempSync(join(tmpdir(), 'widget-bench-'));
  cpSync(join(ROOT, 'dist'), files, {
    recursive: true,
    filter: (from) => !from.endsWith('.map') && basename(from) !== 'lib',
  });
  const script = await minify(readFileSync(join(VANILLA, 'vanilla.js'), 'utf8'), {module: true});
  writeFileSync(join(files, 'chunks/vanilla.js'), script.code ?? '');
  cpSync(join(VANILLA, 'vanilla.css'), join(files, 'chunks/vanilla.css'));

  const pictures = createAdaptorServer({
    fetch: (request) => {
      const url = new URL(request.url);
      url.pathname = url.pathname.replace('/pictures', '');
      return pictureRoutes().fetch(new Request(url));
    },
  }) as Server;
  const picturesUrl = await listen(pictures);
  let gatewayUrl = '';
  const pages = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://page.example');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(pageOf(pathname, gatewayUrl, searchParams.has('long')));
  });
  const pagesUrl = await listen(pages);

  const few = catalogueOf(picturesUrl);
  const store = (records: Records) => ({
    upstream: 'http://store.example/v1',
    key: 'benchmark',
    origins: [pagesUrl],
    fetch: answering(records),
  });
  const gateway = await startGateway({
    port: 0,
    ...store(few),
    stores: {many: store(catalogueOf(picturesUrl, MANY))},
    // Every visit finds what an earlier one has warmed, however long the run takes.
    lifetimes: {fresh: 3_600_000, stale: 3_600_000},
    widgetDir: files,
  });
  gatewayUrl = gateway.url;

  const site = (name: Site['name']): Site => ({
    name,
    url: `${pagesUrl}/${name}`,
    longUrl: `${pagesUrl}/${name}?long`,
  });
  return {
    sites: [site('ours'), site('vanilla')],
    categories: few.categories.map(({_id, name}) => ({
      name,
      firstProduct: few.products.find(({categoryID}) => categoryID === _id)?.name ?? '',
    })),
    close: async () => {
      await gateway.close();
      for (const server of [pictures, pages]) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(files, {recursive: true});
    },
  };
}

function pageOf(pathname: string, gateway: string, isLong: boolean): string {
  const data = `${gateway}${isLong ? '/s/many' : ''}/v1`;
  const [head, body] =
    pathname === '/ours'
      ? [
          `<script type="module" src="${gateway}/widget/rai-store.js"></script>`,
          `<rai-store gateway="${data}" ${isLong ? 'scroll="auto" page-size="100"' : ''}></rai-store>`,
        ]
      : [
          `<link rel="stylesheet" href="${gateway}/widget/chunks/vanilla.css">
           <script type="module" src="${gateway}/widget/chunks/vanilla.js"></script>`,
          `<div id="store" data-gateway="${data}" ${isLong ? 'data-long' : ''}></div>`,
        ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Rewards</title><link rel="icon" href="data:,">
    <style>body { margin: 0 auto; padding: 24px; max-width: 1120px; font-family: sans-serif }</style>
    ${head}</head><body>${body}</body></html>`;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
