import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, START, type TestStore} from '../support/store.ts';

const PATHS = ['/v1/products', '/products', '/v1/categories', '/categories', '/v1/stores', '/stores'];

describe('the key of a community', () => {
  let store: TestStore;
  const get = (path: string, authorization: string) => store.get(path, {Authorization: authorization});

  before(async () => {
    store = await aStore();
  });

  for (const path of PATHS) {
    it(`opens ${path}, and nothing else does`, async () => {
      assert.equal((await store.get(path)).status, 200);
      for (const header of ['', 'Bearer', 'Bearer ', 'Bearer wrong', `Basic ${store.apiKey}`, store.apiKey]) {
        const {status, body, headers} = await get(path, header);
        assert.equal(status, 401, header);
        assert.equal(body.status, 'error');
        assert.deepEqual(body.meta, {statusCode: 401, status: 'error'});
        assert.equal(headers.get('www-authenticate'), 'Bearer');
      }
    });
  }

  it('is refused with 401 from the moment it expires', async () => {
    const key = await store.aKey({expiresAt: new Date(START + 1_000)});
    assert.equal((await get('/v1/stores', `Bearer ${key}`)).status, 200);

    store.clock.time = START + 1_000;
    const {status, body} = await get('/v1/stores', `Bearer ${key}`);
    store.clock.time = START;

    assert.equal(status, 401);
    assert.equal(body.message, 'The API key has expired.');
  });

  it('is refused with 403 without the permission "store"', async () => {
    const key = await store.aKey({permissions: ['members', 'storefront']});

    const {status, body} = await get('/v1/products', `Bearer ${key}`);

    assert.equal(status, 403);
    assert.match(body.detail!, /"store"/);
  });

  it('is looked at before anything else of a request', async () => {
    const answer = await store.app.request('/v1/products/bulk', {method: 'POST', body: '{'});

    assert.equal(answer.status, 401);
  });

  it("never opens another community's records", async () => {
    const other = await aStore();
    const {items} = await other.post('/products/bulk', [{name: 'Theirs', price: 1}]);
    const category = await other.post('/categories', {name: 'Theirs'});

    assert.deepEqual((await store.get('/products')).items, []);
    assert.deepEqual((await store.get('/products?search=keyword:Theirs')).items, []);
    assert.deepEqual((await store.get('/categories')).items, []);
    assert.equal((await store.get(`/products/${items[0]!['_id'] as string}`)).status, 404);
    assert.equal((await store.get(`/categories/${category.item['_id'] as string}`)).status, 404);
    const change = [{productID: items[0]!['_id'], price: 0}];
    assert.equal((await store.put('/products/bulk', change)).status, 404);
    const taking = [{name: 'Mine', price: 1, categoryID: category.item['_id']}];
    assert.equal((await store.post('/products/bulk', taking)).status, 400);
  });
});

describe('a path that is none', () => {
  it('is a 404 in the error envelope', async () => {
    const {status, body} = await (await aStore()).get('/v2/products');

    assert.equal(status, 404);
    assert.equal(body.status, 'error');
  });
});
