import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {importCatalogue, isEmpty, needsCatalogue} from '../../demo/store/import.ts';
import {startStore, type Store, type StoreOptions} from '../../demo/store/server.ts';
import {aSchema} from './support/database.ts';

const MAIN = path.join(import.meta.dirname, '..', '..', 'demo', 'store', 'main.ts');
const START = Date.UTC(2026, 3, 28);
const KEY = 'key-of-the-hikers';

let folder: string;
let schema: Awaited<ReturnType<typeof aSchema>>;

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'store data '));
  schema = await aSchema();
});
after(async () => {
  await rm(folder, {recursive: true, force: true});
  await schema.drop();
});

describe('the store service on a port', () => {
  let store: Store;
  const clock = {now: () => START};
  const options = (): StoreOptions => ({
    ...{port: 0, apiKey: KEY, clock},
    ...{dataDir: folder, databaseUrl: schema.databaseUrl},
  });
  const target = () => ({url: `${store.url}/v1`, apiKey: KEY});
  const get = async (address: string) => {
    const answer = await fetch(store.url + address, {headers: {Authorization: `Bearer ${KEY}`}});
    return {headers: answer.headers, ...((await answer.json()) as {meta: {total: number}; data: unknown})};
  };

  before(async () => {
    store = await startStore(options());
  });
  after(() => store.close());

  it('is empty at first, takes the demo catalogue by HTTP alone, and then needs it no more', async () => {
    assert.deepEqual([await isEmpty(target()), await needsCatalogue(target())], [true, true]);

    const {categories, products} = await importCatalogue({...target(), now: START});

    assert.ok(categories >= 6 && products >= 48, `${categories} categories, ${products} products`);
    assert.deepEqual([await isEmpty(target()), await needsCatalogue(target())], [false, false]);
    assert.deepEqual(await importCatalogue({...target(), now: START}), {categories: 0, products: 0});
  });

  it('says which step of an import was refused, and why', async () => {
    const refused = importCatalogue({...target(), apiKey: 'wrong'});

    await assert.rejects(refused, {
      name: 'ImportError',
      message: /^Reading categories failed: 401 .*invalid/,
    });
  });

  it('serves its pictures at its own address, to every origin, unable to run a script', async () => {
    const {data} = await get('/v1/products?fields=image&limit=1');
    const {image} = (data as {image: string}[])[0]!;
    const picture = await fetch(image);

    assert.ok(image.startsWith(`${store.url}/pictures/`), image);
    assert.equal(picture.status, 200);
    assert.equal(picture.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
    assert.equal(picture.headers.get('access-control-allow-origin'), '*');
    assert.equal(picture.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(picture.headers.get('x-content-type-options'), 'nosniff');
    assert.match(picture.headers.get('content-security-policy')!, /^default-src 'none'/);
    assert.match(picture.headers.get('cache-control')!, /max-age=\d+/);
  });

  it('reaches no file outside the pictures', async () => {
    for (const name of [
      '..%2Fstore.json',
      '%2e%2e%2fproducts.csv',
      'none.svg',
      '.svg',
      'coin-light.svg%00',
    ]) {
      assert.equal((await fetch(`${store.url}/pictures/${name}`)).status, 404, name);
    }
  });

  it('tells its own time in the Date header', async () => {
    assert.equal((await get('/v1/stores')).headers.get('date'), new Date(START).toUTCString());
  });

  it('has members whose eyes and purse the demo can use', async () => {
    const {data} = await get('/demo/members');

    assert.deepEqual(
      (data as {username: string}[]).map(({username}) => username),
      ['alex', 'kim', 'sam'],
    );
  });

  it('refuses a second start in its folder with one clear sentence and exit code 1', async (t) => {
    if (schema.databaseUrl !== undefined) return t.skip('a server has no folder');
    const second = await run({STORE_PORT: '0', DATA_DIR: folder});

    assert.equal(second.code, 1);
    assert.match(
      second.errors,
      new RegExp(`^The store's data folder .* is in use by process ${process.pid}\\.`),
    );
    assert.equal(second.errors.trim().split('\n').length, 1);
  });

  it('keeps everything when it stops and starts again', async () => {
    const {total} = (await get('/v1/products')).meta;
    await store.close();

    store = await startStore(options());

    assert.equal((await get('/v1/products')).meta.total, total);
    assert.equal(await needsCatalogue(target()), false);
  });
});

describe('the command that starts the store service', () => {
  it('says that a port is taken, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const {port} = other.address() as {port: number};

    const {code, errors} = await run({STORE_PORT: String(port)});
    other.close();

    assert.equal(code, 1);
    assert.equal(
      errors,
      `Port ${port} is taken. Stop what listens there, or set STORE_PORT to another port.\n`,
    );
  });

  it('says that a port is none, and ends with 1', async () => {
    const {code, errors} = await run({STORE_PORT: 'http'});

    assert.equal(code, 1);
    assert.equal(errors, 'STORE_PORT is "http". Set it to a port from 0 to 65535.\n');
  });

  it('says that a PostgreSQL server does not answer, without its password', async () => {
    const {code, errors} = await run({
      STORE_PORT: '0',
      DATABASE_URL: 'postgres://me:secret-word@127.0.0.1:1/none',
    });

    assert.equal(code, 1);
    assert.match(errors, /^The PostgreSQL server of DATABASE_URL cannot be used \(ECONNREFUSED/);
    assert.doesNotMatch(errors, /secret-word/);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends with 0 at ${signal}, and gives back its folder`, async () => {
      const {code} = await run({STORE_PORT: '0', DATA_DIR: folder, DATABASE_URL: schema.databaseUrl}, signal);

      assert.equal(code, 0);
    });
  }
});

/** Runs the command to its end; with a signal, sends it once the service says where it listens. */
async function run(env: Record<string, string | undefined>, signal?: NodeJS.Signals) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: {...process.env, DATABASE_URL: undefined, ...env},
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', () => signal && child.kill(signal));
  const [code] = (await once(child, 'close')) as [number | null];
  return {code, errors};
}
