/** The servers that the benchmark compares, one to a process. Prints its address. */
import {serve} from '@hono/node-server';
import {Hono} from 'hono';
import type {AddressInfo} from 'node:net';
import {logger, logging} from '../../src/gateway/log.ts';
import {readNodeConfig} from '../../src/gateway/node-config.ts';
import {startGateway} from '../../src/gateway/node.ts';
import {aCategory, aConfiguration, aProduct, listOf, oneOf, scriptedStore} from '../gateway/support/store.ts';

const store = scriptedStore(({url}) => {
  if (url.includes('/stores')) return oneOf(aConfiguration());
  if (url.includes('/categories'))
    return listOf(Array.from({length: 8}, (_, index) => aCategory({_id: idOf(index)})));
  const description = '<p>Two tickets with a <b>drink</b> each, on any day but holidays.</p>'.repeat(4);
  return listOf(Array.from({length: 24}, (_, index) => aProduct({_id: idOf(index), description})));
});

const idOf = (index: number) => index.toString(16).padStart(24, '0');

const config = readNodeConfig(
  {
    UPSTREAM_URL: 'https://store.example/v1',
    UPSTREAM_KEY: 'benchmark',
    ALLOWED_ORIGINS: 'https://shop.example',
    CLIENT_LIMIT: '100000000/60',
    ORIGIN_LIMIT: '100000000/60',
    GLOBAL_LIMIT: '100000000/60',
    PORT: '0',
  },
  'dist',
);
// All that a gateway does in earnest: limits, numbers and a log line for every request, which here goes nowhere.
const log = logger('info', config.secrets, {write: () => undefined});
const gateway = await startGateway({...config.gateway, fetch: store.fetch, observer: logging(log)});

const kind = process.argv[2] ?? 'gateway';
if (kind === 'gateway') console.log(gateway.url);
else {
  const path = kind === 'constant-storefront' ? '/v1/storefront?limit=24' : '/v1/products?limit=24';
  const body = await (await fetch(gateway.url + path)).text();
  const app = new Hono();
  app.get('/v1/:what', (c) => c.body(body, 200, {'Content-Type': 'application/json; charset=utf-8'}));
  const server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'}, ({port}: AddressInfo) =>
    console.log(`http://127.0.0.1:${port}`),
  );
  process.once('SIGTERM', () => server.close());
}
process.once('SIGTERM', () => process.exit(0));
