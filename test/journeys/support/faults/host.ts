import {once} from 'node:events';
import {createReadStream, existsSync, readFileSync} from 'node:fs';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join, normalize} from 'node:path';
import {ROOT} from '../../../../scripts/install.mjs';
import {FIRST_ID} from './catalogue.ts';

const PROBE = readFileSync(new URL('./probe.js', import.meta.url));

/** A site that has the widget on its pages, and another origin that knows nothing of it. */
export interface Host {
  /** The address of a page with a store, or a card, of each gateway. */
  pageOf(gateways: readonly string[], options?: PageOptions): string;
  /** The other origin. */
  readonly foreign: string;
  /** Has the connection lost that asks for a file whose address is like this, until it is called without anything. */
  lose(file?: RegExp): void;
  /** Keeps a file waiting whose address is like this, until it is called without anything. */
  hang(file?: RegExp): void;
  close(): Promise<void>;
}

interface PageOptions {
  readonly isCard?: boolean;
  /** Of each element, besides. */
  readonly attributes?: string;
  /** How many times faster time passes from the beginning. */
  readonly speed?: number;
}

/** Starts both on ports of their own. */
export async function startHost(): Promise<Host> {
  const foreign = createServer(({url}, response) => {
    const headers = {
      'Content-Type': 'text/html',
      ...(url === '/open' && {'Access-Control-Allow-Origin': '*'}),
    };
    response.writeHead(200, headers).end('<!doctype html><title>Sign in</title><form></form>');
  });
  let lost: RegExp | undefined;
  let hanging: RegExp | undefined;
  let waiting: (() => void)[] = [];
  const site = createServer(({url = '', socket}, response) => {
    if (lost?.test(url)) return void socket.destroy();
    const {pathname, searchParams} = new URL(url, 'http://site');
    if (pathname === '/probe.js') response.writeHead(200, {'Content-Type': 'text/javascript'}).end(PROBE);
    else if (hanging?.test(url)) waiting.push(() => sendFile(pathname, response));
    else if (pathname.startsWith('/dist/')) sendFile(pathname, response);
    else if (pathname === '/page')
      response.writeHead(200, {'Content-Type': 'text/html'}).end(page(searchParams));
    else response.writeHead(204).end();
  });
  const origins = await Promise.all([foreign, site].map(listen));
  return {
    foreign: origins[0]!,
    lose: (file) => (lost = file),
    hang(file) {
      hanging = file;
      if (file) return;
      for (const answer of waiting) answer();
      waiting = [];
    },
    pageOf: (gateways, {isCard = false, attributes, speed} = {}) => {
      const query = new URLSearchParams(gateways.map((gateway) => ['gateway', gateway]));
      if (isCard) query.set('card', '');
      if (attributes) query.set('attributes', attributes);
      if (speed) query.set('speed', String(speed));
      return `${origins[1]}/page?${query.toString()}`;
    },
    async close() {
      for (const server of [foreign, site]) {
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
      }
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function sendFile(pathname: string, response: ServerResponse) {
  const path = join(ROOT, normalize(pathname));
  if (!existsSync(path)) return void response.writeHead(404).end();
  response.writeHead(200, {'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=3600'});
  createReadStream(path).pipe(response);
}

function page(query: URLSearchParams): string {
  const element = (gateway: string) =>
    query.has('card')
      ? `<rai-product-card data-cell gateway="${gateway}" product-id="${FIRST_ID}"></rai-product-card>`
      : `<rai-store data-cell gateway="${gateway}" page-size="10" ${query.get('attributes') ?? ''}></rai-store>`;
  return `<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <title>A page</title>
      <script src="/probe.js" data-speed="${query.get('speed') ?? ''}"></script>
      <script type="module" src="/dist/rai-store.js"></script>
      ${query.getAll('gateway').map(element).join('\n')}
    </html>`;
}
