import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import fakeTimers from '@sinonjs/fake-timers';
import {startStore, type Store} from '../../demo/store/server.ts';
import {PRODUCT_FIELDS, STALE_HEADER} from '../../src/api/contract.ts';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {bodyOf, SHOP, until} from './support/gateway.ts';

const apiKey = 'planted-real-key';

describe('before the store service of this project', () => {
  let dataDir: string;
  let store: Store;
  let gateway: RunningGateway;
  let asked = 0;

  const write = async (what: string, body: unknown) => {
    const headers = {Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json'};
    const response = await fetch(`${store.url}/v1${what}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 201, await response.text());
  };
  const read = (what: string) => fetch(`${gateway.url}/v1${what}`, {headers: {Origin: SHOP}});

  before(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'store '));
    store = await startStore({port: 0, apiKey, dataDir});
    await write('/categories', {name: 'Vouchers'});
    await write('/products/bulk', [
      {
        name: 'Premium Voucher',
        description: '<p onclick="x()">Two tickets<script>planted()</script></p>',
        price: 100,
        categoryName: 'Vouchers',
        vouchers: ['planted-a', 'planted-b'],
        shouldDisplayRemainingQuantity: true,
      },
      {name: 'Hidden Stock', price: 50, categoryName: 'Vouchers', vouchers: ['planted-c']},
      {name: 'Sold Out', price: 0, categoryName: 'Vouchers', vouchers: [], voucherExpireDate: ''},
    ]);
    gateway = await startGateway({
      upstream: `${store.url}/v1`,
      key: apiKey,
      origins: [SHOP],
      port: 0,
      lifetimes: {fresh: 1000, stale: 86_400_000},
      fetch: (...args) => {
        asked++;
        return fetch(...args);
      },
    });
  });
  after(async () => {
    await gateway.close();
    await store.close();
    await rm(dataDir, {recursive: true});
  });

  it('asks nothing that the store refuses', async () => {
    for (const query of [
      '',
      `?fields=${PRODUCT_FIELDS.join(',')}`,
      '?fields=summary,stocks&sort=price:desc&limit=2&skip=1&lang=th',
      '?search=keyword:voucher',
      '?filter=type:voucher',
    ]) {
      assert.equal((await read(`/products${query}`)).status, 200, query);
    }
    for (const what of [
      '/categories?sort=displayOrder:asc&lang=th',
      '/stores?lang=th',
      '/storefront?limit=24',
    ]) {
      assert.equal((await read(what)).status, 200, what);
    }
  });

  it('answers what is true of its products, and nothing that is secret', async () => {
    const response = await read('/products?fields=name,description,price,stocks&sort=price:desc');

    const text = await response.clone().text();
    const {data, meta} = await bodyOf(response);
    const products = (data as unknown as Record<string, unknown>[]).map(({_id, ...rest}) => [
      typeof _id,
      rest,
    ]);
    assert.equal(meta.total, 3);
    assert.deepEqual(products, [
      ['string', {name: 'Premium Voucher', description: '<p>Two tickets</p>', price: 100, stocks: 2}],
      ['string', {name: 'Hidden Stock', description: '', price: 50, isInStock: true}],
      ['string', {name: 'Sold Out', description: '', price: 0, isInStock: false}],
    ]);
    assert.doesNotMatch(text, /planted/);
  });

  it('answers for one product, one category, and for what is not there', async () => {
    const {data: products} = await bodyOf(read('/products?fields=name'));
    const {data: categories} = await bodyOf(read('/categories'));
    const [product, category] = [products, categories].map(
      (list) => (list as unknown as {_id: string}[])[0]!._id,
    );

    assert.equal((await read(`/products/${product}`)).status, 200);
    assert.equal((await read(`/categories/${category}`)).status, 200);
    assert.equal((await read('/products/ffffffffffffffffffffffff')).status, 404);
  });

  it('counts the products of each category, a little later', async () => {
    let counts: unknown = {};
    await until(async () => {
      ({counts} = (await bodyOf(read('/storefront'))).data);
      return JSON.stringify(counts) !== '{}';
    });

    assert.deepEqual(Object.values(counts as object), [3]);
  });

  it('lets no page feel that it was killed under load, and greets it with one read when it is back', async (test) => {
    const journey = ['/storefront?limit=24', '/products?limit=24', '/categories', '/stores'];
    for (const what of journey) assert.equal((await read(what)).status, 200);
    const port = Number(new URL(store.url).port);
    const clock = fakeTimers.install({now: Date.now(), toFake: ['Date'], shouldAdvanceTime: false});
    test.after(() => clock.uninstall());
    const statuses = new Map<number, number>();
    let isOver = false;
    const shopper = async () => {
      while (!isOver) {
        for (const what of journey) {
          const {status} = await read(what);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }
    };
    const shoppers = Promise.all(Array.from({length: 8}, shopper));
    await until(() => (statuses.get(200) ?? 0) > 100);

    await store.close();
    for (let minute = 0; minute < 10; minute++) {
      clock.tick(60_000);
      const sofar = statuses.get(200) ?? 0;
      await until(() => (statuses.get(200) ?? 0) > sofar + 100);
    }
    isOver = true;
    await shoppers;

    assert.deepEqual([...statuses.keys()], [200]);
    assert.equal((await read('/products?limit=24')).headers.get(STALE_HEADER), '1');

    store = await startStore({port, apiKey, dataDir});
    clock.tick(60_000);
    asked = 0;
    const answers = await Promise.all(Array.from({length: 50}, () => read('/products?limit=24')));
    assert.ok(answers.every(({status}) => status === 200));
    await until(async () => (await read('/products?limit=24')).headers.get(STALE_HEADER) === null);
    assert.equal(asked, 1);
  });
});
