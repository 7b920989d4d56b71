import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {aSchema, prepareFolder} from './support/database.ts';

const MAIN = path.join(import.meta.dirname, '..', '..', 'demo', 'store', 'main.ts');
const KEY = 'demo-store-key';
const PRODUCTS = 100;
const VOUCHERS = 30;

/** At which part of the time that an import takes the process is killed. */
const MOMENTS = process.env['LONG'] ? Array.from({length: 40}, (_, at) => at / 40) : [0.2, 0.5, 0.8];

describe('a service that is killed', () => {
  let folder: string;
  let schema: Awaited<ReturnType<typeof aSchema>>;
  let child: ChildProcess;
  let url: string;
  let batches = 0;

  const start = async () => {
    const env = {...process.env, STORE_PORT: '0', DATA_DIR: folder, DATABASE_URL: schema.databaseUrl};
    child = spawn(process.execPath, ['--import', 'tsx', MAIN], {env, stdio: ['ignore', 'pipe', 'inherit']});
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    url = /http:\S+/.exec(line.toString())![0];
  };
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const importBatch = () => {
    batches++;
    const products = Array.from({length: PRODUCTS}, (_, at) => ({
      name: `Batch ${batches}, product ${at}`,
      price: at,
      vouchers: Array.from({length: VOUCHERS}, (_, code) => `${batches}-${at}-${code}`),
    }));
    return fetch(`${url}/products/bulk`, {
      method: 'POST',
      body: JSON.stringify(products),
      headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
    }).then(
      ({status}) => status,
      () => undefined,
    );
  };
  const get = async (address: string) => {
    const answer = await fetch(url + address, {headers: {Authorization: `Bearer ${KEY}`}});
    return (await answer.json()) as {meta: {total: number}; data: Record<string, unknown>[]};
  };
  /** How many products each batch has, by all the ways that lead to them. */
  const found = async () => {
    const counts = new Map<string, number>();
    const {meta} = await get('/products?limit=1');
    for (let skip = 0; skip < meta.total; skip += 100) {
      const {data} = await get(`/products?fields=name,stocks&limit=100&skip=${skip}`);
      for (const {name, stocks} of data) {
        assert.equal(stocks, VOUCHERS);
        const batch = /^Batch \d+/.exec(name as string)![0];
        counts.set(batch, (counts.get(batch) ?? 0) + 1);
      }
    }
    for (const [batch, count] of counts) {
      const search = `/products?search=${encodeURIComponent(`name:${batch},`)}&limit=1`;
      assert.deepEqual([count, (await get(search)).meta.total], [PRODUCTS, PRODUCTS], batch);
    }
    assert.equal(meta.total, counts.size * PRODUCTS);
    const root = url.replace('/v1', '');
    const events = await fetch(`${root}/demo/events?limit=100`, {headers: {Authorization: `Bearer ${KEY}`}});
    const {data} = (await events.json()) as {data: unknown[]};
    assert.equal(data.length, counts.size);
    return counts.size;
  };

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'store-crash-'));
    schema = await aSchema();
    if (schema.databaseUrl === undefined) await prepareFolder(folder);
    await start();
  });
  after(async () => {
    await kill();
    await rm(folder, {recursive: true, force: true});
    await schema.drop();
  });

  it('has all of an import that it has answered, and of one that it has not, all or nothing', async () => {
    const began = performance.now();
    assert.equal(await importBatch(), 201);
    const duration = performance.now() - began;
    let least = 1;

    for (const moment of MOMENTS) {
      const importing = importBatch();
      await wait(duration * moment);
      await kill();
      if ((await importing) === 201) least++;
      await start();
      const batchesFound = await found();
      assert.ok(batchesFound >= least, `${batchesFound} batches, of which ${least} were answered`);
      least = batchesFound;
    }
  });

  it('keeps what was answered a moment before', async () => {
    const before = await found();
    assert.equal(await importBatch(), 201);
    await kill();

    await start();

    assert.equal(await found(), before + 1);
  });
});
