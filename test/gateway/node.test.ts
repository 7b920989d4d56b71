import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {KEY, SHOP} from './support/gateway.ts';
import {sampleStore} from './support/store.ts';

const store = sampleStore();
let gateway: RunningGateway;

before(async () => {
  gateway = await startGateway({
    upstream: 'https://store.example/v1',
    key: KEY,
    origins: [SHOP],
    fetch: store.fetch,
    port: 0,
  });
});

after(() => gateway.close());

/** Sends bytes as they are, and gives the status line of the answer. */
async function statusOf(requestLine: string): Promise<string> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.end(`${requestLine}\r\nHost: gateway.example\r\nConnection: close\r\n\r\n`, 'latin1');
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text.split('\r\n')[0] ?? '';
}

describe('over Node', () => {
  it('answers a page', async () => {
    const response = await fetch(`${gateway.url}/v1/products`, {headers: {Origin: SHOP}});

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
    assert.equal(((await response.json()) as {data: unknown[]}).data.length, 1);
  });

  for (const line of [
    'GET /v1/x/../products HTTP/1.1',
    'GET /v1/%2e%2e/v1/products HTTP/1.1',
    'GET /v1\\products HTTP/1.1',
    'GET http://store.example/v1/products HTTP/1.1',
    'GET //store.example/v1/products HTTP/1.1',
    'TRACE /v1/products HTTP/1.1',
    'GET /v1/products HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}',
  ]) {
    it(`refuses ${JSON.stringify(line)} without asking the store`, async () => {
      const before = store.requests.length;

      assert.match(await statusOf(line), /^HTTP\/1\.1 4\d\d /);
      assert.equal(store.requests.length, before);
    });
  }
});

describe('the command', () => {
  const command = (env: Record<string, string>) =>
    spawn(process.execPath, ['--import', 'tsx', 'src/gateway/main.ts'], {
      env: {PATH: process.env.PATH ?? '', ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const settings = {UPSTREAM_URL: 'https://store.example/v1', UPSTREAM_KEY: KEY, ALLOWED_ORIGINS: SHOP};

  it('says in one sentence that its port is taken', async () => {
    const process = command({...settings, PORT: new URL(gateway.url).port});
    let said = '';
    process.stderr.on('data', (chunk) => (said += String(chunk)));

    const [code] = await once(process, 'close');

    assert.equal(code, 1);
    assert.match(said, /^Port \d+ is taken: .*\n$/);
  });

  it('says what is missing', async () => {
    const process = command({...settings, UPSTREAM_KEY: ''});
    let said = '';
    process.stderr.on('data', (chunk) => (said += String(chunk)));

    const [code] = await once(process, 'close');

    assert.equal(code, 1);
    assert.match(said, /UPSTREAM_KEY is missing/);
    assert.doesNotMatch(said, /\n +at /);
  });

  it('says where it listens, and ends when asked to', async () => {
    const process = command({...settings, PORT: '0'});
    const [line] = await once(process.stdout, 'data');
    assert.match(String(line), /^The gateway listens at http:\/\/127\.0\.0\.1:\d+\n$/);

    process.kill('SIGTERM');

    assert.equal((await once(process, 'close'))[0], 0);
  });
});
