/** A bare Hono app that answers one constant: what stands at the address in its argument. Prints its own address. */
import {serve} from '@hono/node-server';
import {Hono} from 'hono';
import type {AddressInfo} from 'node:net';

const body = await (await fetch(process.argv[2]!)).text();
const app = new Hono();
app.get('/v1/:what', (c) => c.body(body, 200, {'Content-Type': 'application/json; charset=utf-8'}));
serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'}, ({port}: AddressInfo) =>
  console.log(`http://127.0.0.1:${port}`),
);
process.once('SIGTERM', () => process.exit(0));
