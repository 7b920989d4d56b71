import assert from 'node:assert/strict';
import {spawn, type ChildProcessByStdio} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {after, describe, it} from 'node:test';
import {ROOT} from '../../scripts/install.mjs';

const KEY = 'start-key-41c7';
const dataDir = mkdtempSync(join(tmpdir(), 'rai-store-start-'));

after(() => rmSync(dataDir, {recursive: true}));

describe('npm start', {timeout: 120_000}, () => {
  it('prints three addresses that answer, keeps the data for the next start, and Ctrl-C ends all of it', async () => {
    const first = await start();
    await createReward(first.store, 'A reward of my own');
    const all = await countRewards(first.store);
    await end(first, 'SIGINT');

    const second = await start();

    assert.equal(await countRewards(second.store), all);
    assert.equal(await countRewards(second.store, 'A reward of my own'), 1);
    await end(second, 'SIGTERM');
  });

  it('begins afresh with the catalogue when it is reset', async () => {
    const kept = await start();
    await createReward(kept.store, 'A reward to forget');
    await end(kept, 'SIGINT');

    const fresh = await start(['scripts/start.mjs', '--reset']);

    assert.match(fresh.output, /Removed the data/);
    assert.equal(await countRewards(fresh.store, 'A reward to forget'), 0);
    assert.ok((await countRewards(fresh.store)) >= 48);
    await end(fresh, 'SIGINT');
  });

  it('ends with npm, where only that was told to', {timeout: 30_000}, async () => {
    const started = await start(['start'], 'npm');
    started.child.kill('SIGTERM');

    // The pipes close when the last process that holds them is gone.
    await once(started.child, 'close');

    await assertNothingListens(started);
  });

  for (const variable of ['STORE_PORT', 'GATEWAY_PORT', 'PAGES_PORT']) {
    it(`says in one sentence that the port of ${variable} is taken, and starts nothing`, async () => {
      const holder = createServer().listen(0, '127.0.0.1');
      await once(holder, 'listening');
      const {port} = holder.address() as AddressInfo;

      const child = run({[variable]: String(port)});
      const [output, errors, [code]] = await Promise.all([
        all(child.stdout),
        all(child.stderr),
        once(child, 'exit') as Promise<[number]>,
      ]);

      assert.equal(code, 1);
      assert.equal(output, '');
      assert.match(errors, new RegExp(`^Port ${port} is taken: [^\\n]*${variable}=\\d+[^\\n]*\\n$`));
      holder.close();
    });
  }

  it('names a setting that is not a port', async () => {
    const child = run({GATEWAY_PORT: '42OO'});
    const [errors, [code]] = await Promise.all([all(child.stderr), once(child, 'exit') as Promise<[number]>]);

    assert.equal(code, 1);
    assert.match(errors, /GATEWAY_PORT is not a port/);
  });
});

interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly store: string;
  readonly gateway: string;
  readonly pages: string;
  readonly output: string;
}

/** The demo in a process of its own, on free ports unless told otherwise. */
function run(
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = ['scripts/start.mjs'],
  command = process.execPath,
): Started['child'] {
  return spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{
        STORE_PORT: '0',
        GATEWAY_PORT: '0',
        PAGES_PORT: '0',
        STORE_API_KEY: KEY,
        DATA_DIR: dataDir,
        DATABASE_URL: '',
      },
      ...env,
    },
  });
}

/** Starts the demo and waits until it has told its addresses, and each of them answers. */
async function start(args?: readonly string[], command?: string): Promise<Started> {
  const child = run({}, args, command);
  const output = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (chunk) => {
      told += String(chunk);
      if (told.includes('Ctrl-C')) resolve(told);
    });
    void all(child.stderr).then((errors) => reject(new Error(`It did not start: ${errors}`)));
  });
  const address = (line: RegExp) => line.exec(output)?.[1] ?? assert.fail(output);
  const store = address(/Store API +(\S+)\/v1/);
  const gateway = address(/Gateway +(\S+)\/v1/);
  const pages = address(/All demos +(\S+)\//);
  const answers = [
    `${store}/v1/stores`,
    `${gateway}/v1/stores`,
    `${gateway}/widget/rai-store.js`,
    `${pages}/partner.html`,
  ];
  for (const url of answers) assert.equal((await read(url)).status, 200, url);
  return {child, store, gateway, pages, output};
}

/** Ends it as a terminal does, and demands that nothing of it is left. */
async function end(started: Started, signal: NodeJS.Signals) {
  started.child.kill(signal);
  const [code] = (await once(started.child, 'exit')) as [number];

  assert.equal(code, 0);
  await assertNothingListens(started);
}

async function assertNothingListens({store, gateway, pages}: Started) {
  for (const url of [store, gateway, pages]) await assert.rejects(fetch(url), url);
}

const read = (url: string) => fetch(url, {headers: {Authorization: `Bearer ${KEY}`}});

async function createReward(store: string, name: string) {
  const answer = await fetch(`${store}/v1/products/bulk`, {
    method: 'POST',
    headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
    body: JSON.stringify([{name, price: 5}]),
  });
  assert.equal(answer.status, 201, await answer.text());
}

async function countRewards(store: string, name?: string): Promise<number> {
  const search = name === undefined ? '' : `&search=${encodeURIComponent(`name:${name}`)}`;
  const answer = await read(`${store}/v1/products?limit=1${search}`);
  return ((await answer.json()) as {meta: {total: number}}).meta.total;
}

async function all(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
