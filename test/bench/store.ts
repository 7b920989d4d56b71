/**
 * How fast the store service answers with 100,000 products, which it imports first, in batches of 100, over HTTP.
 * `npm run bench:store`, on PGlite in a folder and on PostgreSQL: the server of DATABASE_URL, or one of its own.
 * PRODUCTS and REQUESTS (of each kind) change the numbers.
 */
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {startStore} from '../../demo/store/server.ts';
import {manyProducts} from '../store/support/many.ts';
import {NoPostgresError, startPostgres} from '../support/postgres.ts';

const PRODUCTS = Number(process.env['PRODUCTS'] ?? 100_000);
const REQUESTS = Number(process.env['REQUESTS'] ?? 300);
const BATCH = 100;
const KEY = 'bench-key';
const CATEGORIES = Array.from({length: 20}, (_, at) => `Category ${at}`);

/** Times the service on one database and prints a table. */
async function bench(name: string, where: {dataDir?: string; databaseUrl?: string}) {
  const store = await startStore({port: 0, apiKey: KEY, ...where});
  const headers = {Authorization: `Bearer ${KEY}`};
  const get = async (address: string) => {
    const answer = await fetch(`${store.url}/v1${address}`, {headers});
    const body = (await answer.json()) as {meta: {total?: number}; data: {_id: string}[]};
    if (!answer.ok) throw new Error(`${address}: ${JSON.stringify(body)}`);
    return body;
  };
  const post = async (address: string, body: unknown) => {
    const sent = {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {...headers, 'Content-Type': 'application/json'},
    };
    const answer = await fetch(`${store.url}/v1${address}`, sent);
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
  };

  console.log(`\n${name}`);
  for (const category of CATEGORIES) await post('/categories', {name: category});
  const began = performance.now();
  for (let at = 0; at < PRODUCTS; at += BATCH) {
    await post('/products/bulk', manyProducts(at, Math.min(at + BATCH, PRODUCTS), CATEGORIES));
  }
  const took = (performance.now() - began) / 1000;
  console.log(
    `  imported ${PRODUCTS} products in ${took.toFixed(0)} s, ${(PRODUCTS / took).toFixed(0)} a second\n`,
  );

  const category = (await get('/categories?limit=1')).data[0]!._id;
  const ids = (await get('/products?limit=100')).data.map(({_id}) => _id);
  const kinds: [what: string, address: (at: number) => string][] = [
    ['list', () => '/products'],
    ['list of 100', () => '/products?limit=100'],
    ['page 1,000', () => '/products?skip=19980'],
    ['sorted by price', () => '/products?sort=price:desc'],
    ['category filter', () => `/products?filter=categoryID:${category}`],
    ['search, a rare word', (at) => `/products?search=keyword:kayak%20${at % 90}`],
    ['search, a word of one in ten', () => '/products?search=keyword:kayak'],
    ['search, a word of most', () => '/products?search=keyword:coffee'],
    ['as a member sees it', () => '/products?userID=507f1f77bcf86cd799439031'],
    ['read', (at) => `/products/${ids[at % ids.length]!}`],
  ];
  console.log(
    `  ${'milliseconds'.padEnd(30)}${'p50'.padStart(8)}${'p99'.padStart(8)}${'matches'.padStart(10)}`,
  );
  for (const [what, address] of kinds) {
    for (let at = 0; at < 10; at++) await get(address(at));
    const times: number[] = [];
    let matches: number | undefined;
    for (let at = 0; at < REQUESTS; at++) {
      const start = performance.now();
      matches = (await get(address(at))).meta.total;
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
    console.log(
      `  ${what.padEnd(30)}${at(0.5).padStart(8)}${at(0.99).padStart(8)}${String(matches ?? 1).padStart(10)}`,
    );
  }
  await store.close();
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'store-bench-'));
try {
  await bench('PGlite', {dataDir: folder});
} finally {
  await rm(folder, {recursive: true, force: true});
}

try {
  const given = process.env['DATABASE_URL'];
  const server = given ? {url: given, version: 'PostgreSQL', stop: async () => {}} : await startPostgres();
  // A schema of its own: whatever else is in the database stays as it is.
  const schema = `store_bench_${process.pid}`;
  const run = async (statement: string) => {
    const client = new pg.Client({connectionString: server.url});
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create schema ${schema}`);
  const url = new URL(server.url);
  url.searchParams.set('options', `-c search_path=${schema}`);
  await bench(server.version, {databaseUrl: url.href}).finally(() => run(`drop schema ${schema} cascade`));
  await server.stop();
} catch (error) {
  if (!(error instanceof NoPostgresError)) throw error;
  console.log(`\nPostgreSQL: left out. ${error.message}`);
}
