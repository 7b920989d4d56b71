import assert from 'node:assert/strict';
import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {redisCounter, type RedisCounter} from '../../src/gateway/redis.ts';
import {until} from './support/gateway.ts';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const rate = {requests: 5, seconds: 60};

describe('counts in Redis', {skip: hasRedis ? false : 'there is no redis-server on the path'}, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redis-'));
  let server: ChildProcess;
  let url: string;
  const counters: RedisCounter[] = [];
  const counter = () => {
    const made = redisCounter(url);
    counters.push(made);
    return made.count;
  };
  before(async () => {
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    server = spawn('redis-server', ['--port', String(port), '--dir', folder, '--save', ''], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const chunk of server.stdout!) if (/ready to accept/i.test(String(chunk))) break;
  });
  after(async () => {
    await Promise.all(counters.map((one) => one.close()));
    if (server.exitCode === null && server.kill()) await once(server, 'exit');
    rmSync(folder, {recursive: true});
  });

  it('are shared by all instances', async () => {
    const [one, other] = [counter(), counter()];
    // Until it is connected, each counts for itself.
    await until(async () => (await one('warm', rate)).used + 1 === (await other('warm', rate)).used);

    const counts = [];
    for (const count of [one, other, one, other]) counts.push((await count('client:a', rate)).used);

    assert.deepEqual(counts, [1, 2, 3, 4]);
    const {resetIn} = await one('client:a', rate);
    assert.ok(resetIn > 0 && resetIn <= 60_000);
  });

  it('go on in each instance by itself while the server is gone', async () => {
    const count = counter();
    await until(async () => (await count('warm', rate)).used > 2);
    server.kill();
    await once(server, 'exit');

    const counts = [];
    for (let time = 0; time < 3; time++) counts.push((await count('client:b', rate)).used);

    assert.deepEqual(counts, [1, 2, 3]);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
