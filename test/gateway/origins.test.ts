import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aGateway, ask, SHOP} from './support/gateway.ts';
import {aConfiguration, oneOf, refusedWith, sampleStore, scriptedStore} from './support/store.ts';

const FOREIGN = [
  'null',
  'NULL',
  '*',
  '',
  ' ',
  'file://',
  'about:blank',
  'data:text/html,x',
  'https://shop.example.',
  'https://shop.example/',
  'https://shop.example/path',
  'https://shop.example?x',
  'https://shop.example#x',
  'https://shop.example:443',
  'https://shop.example:8443',
  'https://shop.example:80',
  'http://shop.example',
  'ftp://shop.example',
  'ws://shop.example',
  'HTTPS://SHOP.EXAMPLE',
  'https://Shop.example',
  'https://shop.EXAMPLE',
  'shop.example',
  '//shop.example',
  'https:shop.example',
  'https:/shop.example',
  'https:///shop.example',
  'https://shop.example.evil.example',
  'https://evil.example/shop.example',
  'https://evilshop.example',
  'https://shop.example-evil.example',
  'https://shop-example.evil.example',
  'https://shop.exampleevil',
  'https://shop.exampl',
  'https://hop.example',
  'https://www.shop.example',
  'https://a.shop.example',
  'https://shopxexample',
  'https://shop%2eexample',
  'https://shop.example%00.evil.example',
  'https://shop.example%0d%0a',
  'https://shop.example\\.evil.example',
  'https://shop.example_.evil.example',
  'https://shop.example@evil.example',
  'https://user@shop.example',
  'https://user:pass@shop.example',
  'https://evil.example@shop.example',
  'https://shop.example, https://evil.example',
  'https://evil.example, https://shop.example',
  'https://shop.example https://evil.example',
  'https://shop.example,https://shop.example',
  'https://xn--shp-0na.example',
  'https://xn--hop-jdb.example',
  'https://[::1]',
  'https://127.0.0.1',
  'https://localhost',
  'http://localhost:4300',
  'https://gateway.example',
  'https://store.example',
  'chrome-extension://abcdefghijklmnop',
  'capacitor://localhost',
];

describe('G9: an origin that is not listed', () => {
  it('comes in sixty forms at least', () => assert.ok(FOREIGN.length >= 60));

  for (const origin of FOREIGN) {
    it(`is refused before anything goes upstream: ${JSON.stringify(origin)}`, async () => {
      const store = sampleStore();
      const gateway = aGateway(store);

      for (const path of ['/v1/products', '/v1/storefront', '/v1/products?color=x', '/v1/nothing', '/']) {
        for (const method of ['GET', 'OPTIONS']) {
          const {status, headers} = await ask(gateway, path, {method, headers: {Origin: origin}});
          assert.ok([403, 404].includes(status), `${method} ${path} answered ${status}`);
          assert.equal(headers.get('access-control-allow-origin'), null);
          assert.equal(headers.get('access-control-allow-credentials'), null);
          assert.match(headers.get('vary') ?? '', /\bOrigin\b/);
        }
      }
      assert.equal(store.requests.length, 0);
    });
  }

  it('is all that is refused: the listed one is answered', async () => {
    const store = sampleStore();

    const {status, headers} = await ask(aGateway(store), '/v1/products');

    assert.deepEqual([status, headers.get('access-control-allow-origin')], [200, SHOP]);
    assert.equal(store.requests.length, 1);
  });

  it('cannot come in by what is cached for a listed one', async () => {
    const gateway = aGateway();
    await ask(gateway, '/v1/products');

    assert.equal(
      (await ask(gateway, '/v1/products', {headers: {Origin: 'https://evil.example'}})).status,
      403,
    );
  });
});

describe('the origins of the store itself', () => {
  const domains = [
    'shop.example',
    'https://www.shop.example',
    'http://localhost:4300',
    '*.wild.example',
    7,
    'a b',
  ];
  const storeWith = (allowedDomains: unknown) =>
    scriptedStore(() => oneOf(aConfiguration({widget: {isEnabled: true, allowedDomains}})));
  const fromStore = {origins: ['https://listed.example'], originsFromStore: true};

  for (const [origin, status] of [
    ['https://shop.example', 200],
    ['https://www.shop.example', 200],
    ['http://localhost:4300', 200],
    ['https://listed.example', 200],
    ['http://shop.example', 403],
    ['https://a.wild.example', 403],
    ['https://*.wild.example', 403],
    ['null', 403],
  ] as const) {
    it(`answer ${origin} with ${status}`, async () => {
      const gateway = aGateway(storeWith(domains), fromStore);

      const response = await ask(gateway, '/v1/stores', {headers: {Origin: origin}});

      assert.equal(response.status, status);
      assert.equal(response.headers.get('access-control-allow-origin'), status === 200 ? origin : null);
      assert.doesNotMatch(await response.text(), /allowedDomains|wild/);
    });
  }

  it('are asked for once, not for every request', async () => {
    const store = storeWith(domains);
    const gateway = aGateway(store, fromStore);

    for (let count = 0; count < 50; count++) {
      await ask(gateway, '/v1/stores', {headers: {Origin: `https://evil-${count}.example`}});
    }

    assert.equal(store.requests.length, 1);
  });

  it('are nobody while they cannot be read', async () => {
    const gateway = aGateway(
      scriptedStore(() => refusedWith(500)),
      fromStore,
    );

    assert.equal((await ask(gateway, '/v1/stores', {headers: {Origin: 'https://shop.example'}})).status, 502);
  });
});

describe('several stores', () => {
  const alpha = sampleStore();
  const beta = sampleStore();
  const upstream = 'https://store.example/v1';
  const gateway = aGateway(alpha, {
    stores: {beta: {upstream, key: 'beta-key', origins: ['https://beta.example'], fetch: beta.fetch}},
  });

  it('have an address and a key each', async () => {
    const response = await ask(gateway, '/s/beta/v1/products', {headers: {Origin: 'https://beta.example'}});

    assert.equal(response.status, 200);
    assert.deepEqual([alpha.requests.length, beta.requests.length], [0, 1]);
    assert.equal(beta.requests[0]?.headers.get('authorization'), 'Bearer beta-key');
  });

  it('answer only their own pages', async () => {
    assert.equal((await ask(gateway, '/s/beta/v1/products')).status, 403);
    assert.equal(
      (await ask(gateway, '/v1/products', {headers: {Origin: 'https://beta.example'}})).status,
      403,
    );
  });

  it('are nowhere else', async () => {
    for (const path of [
      '/s/gamma/v1/products',
      '/s/Beta/v1/products',
      '/s/beta/products',
      '/s/v1/products',
      '/s//v1/products',
    ]) {
      assert.equal((await ask(gateway, path)).status, 404, path);
    }
  });
});

describe('G10: the requests that the widget sends', () => {
  it('need no question beforehand: method and headers are simple, and the origin is all that it adds', async () => {
    const request = new Request('https://gateway.example/v1/storefront?limit=24', {headers: {Origin: SHOP}});

    const response = await aGateway().request(request);

    assert.equal(response.status, 200);
    assert.deepEqual([...request.headers.keys()], ['origin']);
  });
});
