import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CATEGORY_FIELDS, PRODUCT_FIELDS, STORE_FIELDS} from '../../src/api/contract.ts';
import {aGateway, ask, bodyOf, KEY, SHOP} from './support/gateway.ts';
import {CATEGORY_ID, hanging, PRODUCT_ID, refusedWith, sampleStore, scriptedStore} from './support/store.ts';

describe('what the store is asked', () => {
  it('is built from what the contract names, with the key in its header', async () => {
    const store = sampleStore();

    await ask(aGateway(store), '/v1/products?limit=8&fields=name,price&sort=price:asc&lang=pt-br');

    const [request] = store.requests;
    assert.equal(request?.method, 'GET');
    assert.equal(request?.headers.get('authorization'), `Bearer ${KEY}`);
    const url = new URL(request.url);
    assert.equal(url.origin + url.pathname, 'https://store.example/v1/products');
    assert.deepEqual([...url.searchParams].sort(), [
      ['fields', '_id,name,price'],
      ['lang', 'pt-BR'],
      ['limit', '8'],
      ['sort', 'price:asc'],
    ]);
  });

  const defaults: [path: string, fields: readonly string[]][] = [
    ['/v1/products', PRODUCT_FIELDS],
    [`/v1/products/${PRODUCT_ID}`, PRODUCT_FIELDS],
    ['/v1/categories', CATEGORY_FIELDS],
    [`/v1/categories/${CATEGORY_ID}`, CATEGORY_FIELDS],
    ['/v1/stores', STORE_FIELDS],
  ];
  for (const [path, fields] of defaults) {
    it(`names the public fields when ${path} names none`, async () => {
      const store = sampleStore();

      await ask(aGateway(store), path);

      assert.deepEqual(
        new URL(store.requests[0]!.url).searchParams.get('fields')?.split(',').sort(),
        [...fields].sort(),
      );
    });
  }

  it('never lists archived categories', async () => {
    const store = sampleStore();

    await ask(aGateway(store), '/v1/categories');

    assert.equal(new URL(store.requests[0]!.url).searchParams.get('filter'), 'isArchived:false');
  });
});

describe('what is refused before the store is asked', () => {
  const refused: [path: string, status: number, says: RegExp][] = [
    ['/v1/products?color=canary', 400, /"color"/],
    ['/v1/products?limit=8&limit=9', 400, /limit/],
    ['/v1/products?limit=0', 400, /limit/],
    ['/v1/products?limit=-1', 400, /limit/],
    ['/v1/products?skip=1e3', 400, /skip/],
    ['/v1/products?sort=price', 400, /sort/],
    ['/v1/products?sort=productPermission:asc', 400, /sort/],
    ['/v1/products?search=name:canary', 400, /search/],
    ['/v1/products?search=keyword:', 400, /search/],
    ['/v1/products?filter=isArchived:true', 400, /filter/],
    ['/v1/products?filter=categoryID:canary', 400, /filter/],
    ['/v1/products?lang=canary_language', 400, /lang/],
    ['/v1/products?userID=507f1f77bcf86cd799439031', 400, /"userID"/],
    ['/v1/products?fields=name,productPermission', 400, /"productPermission"/],
    ['/v1/products?fields=__v', 400, /"__v"/],
    ['/v1/products?fields=', 400, /fields/],
    ['/v1/stores?fields=widget.apiKey', 400, /"widget\.apiKey"/],
    ['/v1/stores?skip=1', 400, /"skip"/],
    ['/v1/categories?filter=isArchived:true', 400, /filter/],
    ['/v1/products/canary', 400, /id/],
    ['/v1/products/507f1f77bcf86cd79943903%31', 404, /path/],
    ['/v1/products/..%2f..%2fadmin', 404, /path/],
    ['/v1//products', 404, /path/],
    ['/v1/orders', 404, /path/],
    ['/', 404, /path/],
    [`/v1/products?search=keyword:${'a'.repeat(2100)}`, 414, /long/],
  ];
  for (const [path, status, says] of refused) {
    it(`answers ${path.slice(0, 70)} with ${status}`, async () => {
      const store = sampleStore();

      const response = await ask(aGateway(store), path);

      const body = await bodyOf(response.clone());
      assert.equal(response.status, status);
      assert.match(body.message, says);
      assert.deepEqual([body.status, body.meta.statusCode], ['error', status]);
      assert.doesNotMatch(await response.text(), /canary/);
      assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
      assert.equal(store.requests.length, 0);
    });
  }

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']) {
    it(`answers ${method} with 405 and what is allowed`, async () => {
      const store = sampleStore();

      const response = await ask(aGateway(store), '/v1/products', {
        method,
        headers: {'X-HTTP-Method-Override': 'GET'},
      });

      assert.equal(response.status, 405);
      assert.equal(response.headers.get('allow'), 'GET, HEAD, OPTIONS');
      assert.equal(store.requests.length, 0);
    });
  }
});

describe('the pages that may read', () => {
  for (const origin of [
    'https://shop.example.evil.example',
    'http://shop.example',
    'https://shop.example:8443',
    'null',
  ]) {
    it(`are not those of ${origin}`, async () => {
      const store = sampleStore();

      const response = await ask(aGateway(store), '/v1/products', {headers: {Origin: origin}});

      assert.equal(response.status, 403);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.match(response.headers.get('vary') ?? '', /^Origin\b/);
      assert.equal(store.requests.length, 0);
    });
  }

  it('get the headers that let them, without credentials', async () => {
    const response = await ask(aGateway(), '/v1/stores');

    assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
    assert.match(response.headers.get('access-control-expose-headers') ?? '', /\bDate\b/);
    assert.match(response.headers.get('vary') ?? '', /^Origin\b/);
    assert.ok(Date.parse(response.headers.get('date') ?? ''));
  });

  it('are answered when they ask beforehand, without asking the store', async () => {
    const store = sampleStore();

    const response = await ask(aGateway(store), '/v1/products', {method: 'OPTIONS'});

    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-methods'), 'GET, HEAD, OPTIONS');
    assert.equal(store.requests.length, 0);
  });

  it('need not be pages at all: a request without an origin is answered', async () => {
    const response = await aGateway().request('https://gateway.example/v1/stores');

    assert.equal(response.status, 200);
    assert.match(response.headers.get('vary') ?? '', /^Origin\b/);
  });
});

describe('what the store sends', () => {
  for (const path of ['/v1/products', `/v1/products/${PRODUCT_ID}`, '/v1/categories', '/v1/stores']) {
    it(`leaves ${path} without anything that is not public`, async () => {
      const response = await ask(aGateway(), path);

      assert.equal(response.status, 200);
      assert.doesNotMatch(await response.text(), /canary|communityID|__v|testUsers|allowedDomains|apiKey/);
    });
  }

  it('is answered to HEAD by the same headers and no body', async () => {
    const response = await ask(aGateway(), '/v1/stores', {method: 'HEAD'});

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
    assert.equal(await response.text(), '');
  });

  const failures: [what: string, answer: () => Response | Promise<Response>, status: number][] = [
    ['a network that fails', () => Promise.reject<Response>(new TypeError('canary')), 502],
    ['a key that is refused', () => refusedWith(401), 502],
    ['a key without the permission', () => refusedWith(403), 502],
    ['a query that it refuses', () => refusedWith(400), 400],
    ['a path that it does not know', () => refusedWith(404), 502],
    ['a limit that is reached', () => refusedWith(429, {'Retry-After': '7'}), 503],
    ['a fault of its own', () => refusedWith(500), 502],
    [
      'a redirect',
      () => new Response(null, {status: 302, headers: {Location: 'https://canary.example'}}),
      502,
    ],
    ['a page of HTML', () => new Response('<p>canary', {headers: {'Content-Type': 'text/html'}}), 502],
    ['half a document', () => new Response('{"data":', {headers: {'Content-Type': 'application/json'}}), 502],
    ['another shape', () => Response.json({data: 'canary'}), 502],
  ];
  for (const [what, answer, status] of failures) {
    it(`ends in ${status} after ${what}, in the envelope and without the store's words`, async () => {
      const response = await ask(aGateway(scriptedStore(answer)), '/v1/products');

      const text = await response.text();
      assert.equal(response.status, status);
      assert.equal(JSON.parse(text).meta.statusCode, status);
      assert.doesNotMatch(text, /canary/);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
    });
  }

  it('says how long to wait when the store does', async () => {
    const store = scriptedStore(() => refusedWith(429, {'Retry-After': '7'}));

    assert.equal((await ask(aGateway(store), '/v1/products')).headers.get('retry-after'), '7');
  });

  it('is given up after the time limit, and the request with it', async () => {
    const store = scriptedStore(hanging);

    const response = await ask(aGateway(store, {timeout: 5}), '/v1/products');

    assert.equal(response.status, 504);
    assert.equal(store.requests[0]?.signal.aborted, true);
  });
});
