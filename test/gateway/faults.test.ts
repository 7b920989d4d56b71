import assert from 'node:assert/strict';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it, type TestContext} from 'node:test';
import {gzipSync} from 'node:zlib';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {bodyOf, KEY, SHOP} from './support/gateway.ts';
import {times} from '../support/random.ts';
import {exchange, requestOf} from './support/raw.ts';
import {aProduct} from './support/store.ts';
import {startUpstream, type UpstreamServer} from './support/upstream.ts';

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

const PLANTED = 'planted-upstream-text';
const JSON_TYPE = {'Content-Type': 'application/json'};
const MEGABYTE = 1024 * 1024;

const raw =
  (text: string): Handler =>
  ({socket}) =>
    void socket.end(text);
const sends =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): Handler =>
  (_, outgoing) =>
    void outgoing.writeHead(status, headers).end(body);

const FAULTS: [what: string, handler: Handler, status: number][] = [
  ['resets the connection', ({socket}) => void socket.resetAndDestroy(), 502],
  ['closes without a word', ({socket}) => void socket.end(), 502],
  ['speaks another protocol', raw(`SSH-2.0-${PLANTED}\r\n`), 502],
  ['sends a header that is none', raw(`HTTP/1.1 200 OK\r\n${PLANTED}\u0000\r\n\r\n`), 502],
  ['says nothing', () => undefined, 504],
  ['stops after its headers', (_, outgoing) => void outgoing.writeHead(200, JSON_TYPE).flushHeaders(), 504],
  ['sends a byte now and then', (_, outgoing) => drip(outgoing), 504],
  ['breaks off', (_, outgoing) => breakOff(outgoing), 502],
  [
    'is shorter than it says',
    raw('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"data"'),
    502,
  ],
  ['sends half a document', sends(200, JSON_TYPE, `{"data":[{"name":"${PLANTED}"`), 502],
  ['sends nothing', sends(200, JSON_TYPE), 502],
  ['answers 204', sends(204, {}), 502],
  ['sends HTML', sends(200, {'Content-Type': 'text/html'}, `<p>${PLANTED}</p>`), 502],
  ['sends text', sends(200, {'Content-Type': 'text/plain'}, '{"data":[]}'), 502],
  ['calls its answer nothing', sends(200, {}, '{"data":[]}'), 502],
  ['sends another shape', sends(200, JSON_TYPE, `"${PLANTED}"`), 502],
  ['sends an object for a list', sends(200, JSON_TYPE, `{"data":{"name":"${PLANTED}"}}`), 502],
  ['sends null', sends(200, JSON_TYPE, 'null'), 502],
  [
    'sends broken gzip',
    sends(200, {...JSON_TYPE, 'Content-Encoding': 'gzip'}, `\u001f\u008b${PLANTED}`),
    502,
  ],
  [
    'sends half of a gzip',
    sends(
      200,
      {...JSON_TYPE, 'Content-Encoding': 'gzip'},
      gzipSync('{"data":[]}'.repeat(99)).subarray(0, 20),
    ),
    502,
  ],
  [
    'sends more than five megabytes',
    sends(200, JSON_TYPE, `{"data":[],"x":"${'x'.repeat(6 * MEGABYTE)}"}`),
    502,
  ],
  [
    'sends a small gzip of something huge',
    sends(200, {...JSON_TYPE, 'Content-Encoding': 'gzip'}, gzipSync(Buffer.alloc(100 * MEGABYTE, ' '))),
    502,
  ],
  ['sends what is deep', sends(200, JSON_TYPE, `{"data":${'['.repeat(40)}${']'.repeat(40)}}`), 502],
  ['sends what is very deep', sends(200, JSON_TYPE, '['.repeat(MEGABYTE)), 502],
  [
    'redirects to itself',
    ({url}, outgoing) => void outgoing.writeHead(302, {Location: url ?? ''}).end(),
    502,
  ],
  ['fails with a stack', sends(500, JSON_TYPE, `{"message":"${PLANTED}","stack":"at ${PLANTED}"}`), 502],
  ['is a teapot', sends(418, JSON_TYPE, `{"message":"${PLANTED}"}`), 502],
];

function drip(outgoing: ServerResponse) {
  outgoing.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => outgoing.write(' '), 20);
  outgoing.on('close', () => clearInterval(timer));
}

function breakOff(outgoing: ServerResponse) {
  outgoing.writeHead(200, {...JSON_TYPE, 'Content-Length': '1000'});
  outgoing.write(`{"data":[{"name":"${PLANTED}"`, () => outgoing.destroy());
}

describe('G20, G21: a store that', () => {
  let store: UpstreamServer;
  before(async () => (store = await startUpstream()));
  after(() => store.close());
  beforeEach(() => store.reset());

  /** Only the faults that are about time need a short limit; the others must not run into it on a busy machine. */
  const gatewayFor = async (test: TestContext, upstream: string, timeout = 5000) => {
    const gateway = await startGateway({upstream, key: KEY, origins: [SHOP], port: 0, timeout, grace: 100});
    test.after(() => gateway.close());
    return gateway;
  };

  const isToldWell = async (gateway: RunningGateway, status: number) => {
    const response = await fetch(`${gateway.url}/v1/products`, {headers: {Origin: SHOP}});
    const {status: word, message, meta} = await bodyOf(response.clone());
    assert.equal(response.status, status);
    assert.deepEqual(
      [word, meta.statusCode, meta.id],
      ['error', status, response.headers.get('x-request-id')],
    );
    assert.ok(message.length > 10);
    assert.doesNotMatch(
      await response.text(),
      new RegExp(`${PLANTED}|at .*\\.ts|node:|ECONN|127\\.0\\.0\\.1`),
    );
    assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
    assert.equal(response.headers.get('cache-control'), 'no-store');
  };

  for (const [what, handler, status] of FAULTS) {
    it(`${what} is told as ${status}, in the envelope, with an id and without its words`, async (test) => {
      const gateway = await gatewayFor(test, store.url, status === 504 ? 300 : 5000);
      store.handle = handler;

      await isToldWell(gateway, status);
    });
  }

  it('is not there is told as 502', async (test) => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => nobody.once('listening', resolve));
    const {port} = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    const gateway = await gatewayFor(test, `http://127.0.0.1:${port}/v1`);

    await isToldWell(gateway, 502);
  });

  it('is sound is not told as anything', async (test) => {
    const gateway = await gatewayFor(test, store.url);

    await assert.rejects(isToldWell(gateway, 502));
  });

  it('sends as much as it may is answered', async (test) => {
    const gateway = await gatewayFor(test, store.url);
    const list = JSON.stringify({meta: {}, data: [aProduct()], more: 'x'.repeat(4 * MEGABYTE)});
    store.handle = sends(200, {...JSON_TYPE, 'Content-Encoding': 'gzip'}, gzipSync(list));

    assert.equal((await fetch(`${gateway.url}/v1/products`)).status, 200);
  });

  it('sends bombs does not fill the memory', async (test) => {
    const bomb = gzipSync(Buffer.alloc(100 * MEGABYTE, ' '));
    store.handle = sends(200, {...JSON_TYPE, 'Content-Encoding': 'gzip'}, bomb);
    const gateway = await gatewayFor(test, store.url);
    await fetch(`${gateway.url}/v1/products?skip=0`);
    const before = process.memoryUsage().rss;

    // Fewer at a time than would make the gateway leave the store alone.
    for (let count = 1; count <= times(15, 8); count++)
      await fetch(`${gateway.url}/v1/products?skip=${count}`);

    const grown = (process.memoryUsage().rss - before) / MEGABYTE;
    assert.ok(grown < 64, `grown by ${grown.toFixed()} MB, where the answers were ${8 * 100} MB`);
  });
});

describe('G20: a request', () => {
  let store: UpstreamServer;
  let gateway: RunningGateway;
  before(async () => {
    store = await startUpstream();
    gateway = await startGateway({upstream: store.url, key: KEY, origins: [SHOP], port: 0});
  });
  after(async () => {
    await gateway.close();
    await store.close();
  });

  const cases: [what: string, bytes: string, status: number][] = [
    [
      'of more than two kilobytes',
      requestOf(`GET /v1/products?search=keyword:${'a'.repeat(2048)} HTTP/1.1`),
      414,
    ],
    ['with a body', `${requestOf('GET /v1/products HTTP/1.1', 'Content-Length: 2')}{}`, 413],
    [
      'with a body in chunks',
      `${requestOf('GET /v1/products HTTP/1.1', 'Transfer-Encoding: chunked')}2\r\n{}\r\n0\r\n\r\n`,
      413,
    ],
    [
      'with more headers than there is room for',
      requestOf('GET /v1/products HTTP/1.1', `X-Long: ${'a'.repeat(20_000)}`),
      431,
    ],
  ];
  for (const [what, bytes, status] of cases) {
    it(`${what} is a ${status} without asking the store`, async () => {
      assert.equal((await exchange(gateway.url, bytes)).status, status);
      assert.equal(store.requests.length, 0);
    });
  }

  it('with an empty body is answered', async () => {
    const {status} = await exchange(gateway.url, requestOf('GET /v1/products HTTP/1.1', 'Content-Length: 0'));

    assert.equal(status, 200);
  });
});
