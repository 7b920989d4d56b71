import assert from 'node:assert/strict';
import {createServer, request as httpRequest} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it} from 'node:test';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {KEY, SHOP} from './support/gateway.ts';
import {Random, times} from '../support/random.ts';
import {exchange, requestOf} from './support/raw.ts';
import {listOf, aProduct, oneOf, PRODUCT_ID} from './support/store.ts';
import {startUpstream, type UpstreamServer} from './support/upstream.ts';

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
beforeEach(() => store.reset());

const HOSTILE_PATHS = [
  '/v1/products/..%2f..%2fstore%2fadmin',
  '/v1/products/%2e%2e/admin',
  '/v1/products/../admin',
  '/v1/products/..;/admin',
  '/v1/products/.%2e/admin',
  '/v1/products/%252e%252e%252fadmin',
  '/v1/products/..%5cadmin',
  '/v1/products\\..\\admin',
  '/v1/products/..\\admin',
  `/v1/products/${PRODUCT_ID}%00`,
  `/v1/products/${PRODUCT_ID}%0d%0aX-Evil:%201`,
  `/v1/products/${PRODUCT_ID}/../../admin`,
  `/v1/products/${PRODUCT_ID}%2fadmin`,
  `/v1/products/${PRODUCT_ID}/bulk`,
  `/v1/products/${PRODUCT_ID};admin`,
  '/v1/products/bulk',
  '/v1/products/%c0%ae%c0%ae/admin',
  '/v1/products/%e0%80%ae%e0%80%ae/admin',
  '/v1/products/\u00b7\u00b7/admin',
  '//v1/products',
  '/v1//products',
  '//store.example/v1/products',
  '/v1/products//',
  '/V1/products',
  '/v1/Products',
  '/v1/orders',
  '/v1/keys',
  '/v1/products.json',
  '/v1',
  '/s/alpha/v1/products',
  '/admin',
  '/.env',
  '/v1/products#/../admin',
  'http://store.example/v1/products',
  'https://store.example/v1/products',
  'ftp://store.example/',
  'v1/products',
  '*',
  `/v1/products?search=keyword:${'a'.repeat(3000)}`,
  `/${'a/'.repeat(1500)}`,
];

describe('G3: a path that is not one of ours', () => {
  for (const path of HOSTILE_PATHS) {
    it(`is refused: ${path.slice(0, 60)}`, async () => {
      const {status} = await exchange(gateway.url, requestOf(`GET ${path} HTTP/1.1`));

      assert.ok(status >= 400 && status < 500, `answered ${status}`);
      assert.equal(store.requests.length, 0);
    });
  }

  it('is refused however it is made up', async () => {
    const random = new Random(3);
    const pieces = [
      '/',
      '//',
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      '%00',
      'v1',
      'products',
      'admin',
      ';',
      '%25',
      PRODUCT_ID,
    ];
    const known = new RegExp(`^/v1/(?:products(?:/${PRODUCT_ID})?|categories(?:/${PRODUCT_ID})?|stores)\\?`);
    const count = times(20_000, 1000);
    for (let index = 0; index < count; index++) {
      const path = `/v1/products${random.some(6, () => random.pick(pieces)).join('')}`;
      await exchange(gateway.url, requestOf(`GET ${path} HTTP/1.1`), 500);
    }

    assert.deepEqual(
      store.requests.filter(({target}) => !known.test(target)),
      [],
    );
  });

  it('would reach the trap by a proxy that joins what it is given', async (test) => {
    const naive = createServer((incoming, outgoing) => {
      const path = decodeURIComponent(incoming.url ?? '').replace('/v1/products/', '');
      httpRequest(new URL(path, `${store.url}/products/`), () => outgoing.end()).end();
    }).listen(0, '127.0.0.1');
    test.after(() => {
      naive.closeAllConnections();
      naive.close();
    });
    await new Promise((resolve) => naive.once('listening', resolve));
    store.answer = () => oneOf({});

    const url = `http://127.0.0.1:${(naive.address() as AddressInfo).port}`;
    await exchange(url, requestOf('GET /v1/products/..%2f..%2fstore%2fadmin HTTP/1.1'));

    assert.equal(store.requests[0]?.target, '/store/admin');
  });
});

describe('G2: the store', () => {
  for (const method of [
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'TRACE',
    'PROPFIND',
    'SEARCH',
    'LOCK',
    'M-SEARCH',
  ]) {
    it(`never sees ${method}: the answer is 405 and what is allowed`, async () => {
      const {status, text} = await exchange(gateway.url, requestOf(`${method} /v1/products HTTP/1.1`));

      assert.equal(status, 405);
      assert.match(text, /\r\nallow: GET, HEAD, OPTIONS\r\n/i);
      assert.equal(store.requests.length, 0);
    });
  }

  it('sees nothing but GET, whatever a request says that it is', async () => {
    const random = new Random(2);
    const methods = [
      'GET',
      'HEAD',
      'get',
      'POST',
      'DELETE',
      'QUERY',
      'CONNECT',
      'OPTIONS',
      'BREW',
      'G\u00c9T',
      '',
    ];
    const overrides = [
      'X-HTTP-Method-Override',
      'X-HTTP-Method',
      'X-Method-Override',
      '_method',
      'X-Original-Method',
    ];
    const count = times(100_000, 1000);
    store.answer = () => listOf([aProduct()]);
    for (let index = 0; index < count; index++) {
      const headers = random.some(3, () => `${random.pick(overrides)}: ${random.pick(methods)}`);
      const path = `/v1/products?skip=${random.below(1e6)}${random.chance(0.2) ? '&_method=DELETE' : ''}`;
      await exchange(gateway.url, requestOf(`${random.pick(methods)} ${path} HTTP/1.1`, ...headers), 500);
    }

    assert.ok(store.requests.length > 0);
    assert.deepEqual(new Set(store.requests.map(({method}) => method)), new Set(['GET']));
  });
});

describe('G4: the store that is asked', () => {
  it('is the configured one, whatever host the request names', async () => {
    const names = [
      'X-Forwarded-Host',
      'X-Forwarded-Server',
      'X-Original-URL',
      'X-Rewrite-URL',
      'X-Host',
      'Forwarded',
    ];
    const headers = names.map((name) => `${name}: 127.0.0.1:9/admin`);

    const line = 'GET /v1/products?skip=40 HTTP/1.1\r\nHost: evil.example';
    const {status} = await exchange(
      gateway.url,
      `${[line, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`,
    );

    assert.equal(status, 200);
    assert.deepEqual(
      store.requests.map(({target}) => target.split('?')[0]),
      ['/v1/products'],
    );
    assert.ok(store.requests[0]?.rawHeaders.every((text) => !/evil|admin/.test(text)));
  });

  it('cannot send the gateway elsewhere: no redirect is followed', async (test) => {
    const trap = await startUpstream();
    test.after(() => trap.close());
    for (const status of [301, 302, 303, 307, 308]) {
      store.answer = () => new Response(null, {status, headers: {Location: trap.url}});
      const response = await fetch(`${gateway.url}/v1/products?skip=${status}`);
      assert.equal(response.status, 502);
    }
    // The trap does catch those that follow.
    await fetch(new URL('/v1/products', store.url));

    assert.equal(trap.requests.length, 1);
  });
});

describe('G6: what goes over the wire', () => {
  it('to the store is four headers of ours, and those of the connection', async () => {
    const headers = {
      'X-Anything': 'planted',
      Cookie: 'planted',
      Referer: 'https://planted.example',
      'Accept-Language': 'xx-XX',
    };

    await fetch(`${gateway.url}/v1/products?skip=60`, {headers});

    const raw = store.requests[0]!.rawHeaders;
    const names = raw.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    assert.deepEqual(names.sort(), [
      'accept',
      'accept-encoding',
      'authorization',
      'connection',
      'host',
      'user-agent',
    ]);
    assert.doesNotMatch(raw.join(), /planted|xx-XX/);
  });

  it('to the page is a closed list of headers, whatever the store sends', async () => {
    store.answer = () => {
      const answer = listOf([aProduct()]);
      const sent = {
        'Set-Cookie': 'a=b',
        Server: 'planted',
        'X-Powered-By': 'planted',
        'X-Anything': 'planted',
        Via: 'planted',
      };
      for (const [name, value] of Object.entries(sent)) answer.headers.set(name, value);
      return answer;
    };

    const {headers} = await fetch(`${gateway.url}/v1/products?skip=61`, {headers: {Origin: SHOP}});

    const allowed = [
      'access-control-allow-origin',
      'access-control-expose-headers',
      'age',
      'cache-control',
      'connection',
      'content-encoding',
      'content-length',
      'content-security-policy',
      'content-type',
      'cross-origin-resource-policy',
      'date',
      'etag',
      'keep-alive',
      'referrer-policy',
      'vary',
      'x-content-type-options',
      'x-request-id',
    ];
    assert.deepEqual(
      [...headers.keys()].filter((name) => !allowed.includes(name)),
      [],
    );
    assert.doesNotMatch(JSON.stringify([...headers]), /planted/);
  });
});

describe('G27: noise', () => {
  it('never makes the gateway fail or fall', async () => {
    const random = new Random(27);
    const count = times(100_000, 1500);
    const statuses = new Set<number>();
    for (let index = 0; index < count; index += 100) {
      const answers = await Promise.all(
        Array.from({length: 100}, () => exchange(gateway.url, noise(random), 150)),
      );
      for (const {status} of answers) statuses.add(status);
    }

    assert.deepEqual(
      [...statuses].filter((status) => status >= 500),
      [],
    );
    assert.ok(statuses.has(400));
    assert.equal((await fetch(`${gateway.url}/healthz`)).status, 200);
  });
});

/** Bytes that are no request at all, nearly one, or one with a hole in it. */
function noise(random: Random): string {
  const line = `${random.pick(['GET', 'HEAD', random.bytes(5)])} /v1/products${random.bytes(20)} HTTP/${random.pick(['1.1', '1.0', '9.9', random.bytes(3)])}`;
  return random.pick([
    () => random.bytes(200),
    () => requestOf(line),
    () => requestOf(line, random.bytes(60)),
    () => requestOf('GET /v1/products HTTP/1.1', `${random.bytes(10)}: ${random.bytes(30)}`),
    () =>
      requestOf(
        'GET /v1/stores HTTP/1.1',
        `Origin: ${random.bytes(20)}`,
        `Accept-Encoding: ${random.bytes(9)}`,
      ),
    () =>
      requestOf(
        'GET /v1/stores HTTP/1.1',
        `If-None-Match: ${random.bytes(30)}`,
        `X-Forwarded-For: ${random.bytes(9)}`,
      ),
    () =>
      requestOf('GET /v1/stores HTTP/1.1', 'Transfer-Encoding: chunked', 'Content-Length: 5') +
      random.bytes(10),
    () => requestOf('GET /v1/stores HTTP/1.1', 'Expect: 100-continue', 'Upgrade: websocket'),
    () => `GET /v1/stores HTTP/1.1\r\nHost: ${random.bytes(12)}\r\n\r\n`,
    () => `${requestOf('GET /healthz HTTP/1.1').replace('Connection: close\r\n', '')}${random.bytes(50)}`,
  ])();
}
