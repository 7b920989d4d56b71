import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import fakeTimers, {type Clock} from '@sinonjs/fake-timers';
import {STALE_HEADER} from '../../src/api/contract.ts';
import {aGateway, ask, until} from './support/gateway.ts';
import {
  aCategory,
  aConfiguration,
  aProduct,
  CATEGORY_ID,
  hanging,
  listOf,
  oneOf,
  PRODUCT_ID,
  refusedWith,
  scriptedStore,
} from './support/store.ts';

interface Storefront {
  readonly data: {
    readonly store: Envelope;
    readonly categories: Envelope;
    readonly products: Envelope;
    readonly counts: Readonly<Record<string, number>>;
  };
}
interface Envelope {
  readonly status?: string;
  readonly message: string;
  readonly meta: {readonly statusCode: number; readonly total?: number};
  readonly data?: unknown;
}

const OTHER_ID = '507f1f77bcf86cd799439022';

/** Answers for each kind of read, which a test can change one by one. */
function aStore() {
  const answers = {
    stores: (): Response | Promise<Response> => oneOf(aConfiguration()),
    categories: (): Response | Promise<Response> => listOf([aCategory(), aCategory({_id: OTHER_ID})]),
    products: (): Response | Promise<Response> => listOf([aProduct()], {total: 48}),
    counts: (request: Request): Response | Promise<Response> =>
      listOf([], {total: request.url.includes(OTHER_ID) ? 7 : 41}),
  };
  const store = scriptedStore((request) => {
    const {pathname, searchParams} = new URL(request.url);
    if (pathname.endsWith('/stores')) return answers.stores();
    if (pathname.endsWith('/categories')) return answers.categories();
    return searchParams.get('limit') === '1' ? answers.counts(request) : answers.products();
  });
  const asked = (what: string) => store.requests.filter(({url}) => url.includes(what)).length;
  return {store, answers, counted: () => asked('limit=1&'), asked};
}

const storefrontOf = async (response: Response) => (await response.json()) as Storefront;

describe('the storefront', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = fakeTimers.install({now: Date.UTC(2026, 3, 1), toFake: ['Date']});
  });
  afterEach(() => clock.uninstall());

  it('is each call as it would be answered alone, under its name', async () => {
    const {store} = aStore();
    const gateway = aGateway(store);

    const {data} = await storefrontOf(await ask(gateway, '/v1/storefront?limit=24&fields=name&lang=th'));

    const alone = async (path: string) => (await (await ask(gateway, path)).json()) as Envelope;
    assert.deepEqual(data.store, await alone('/v1/stores?lang=th'));
    assert.deepEqual(data.categories, await alone('/v1/categories?lang=th'));
    assert.deepEqual(data.products, await alone('/v1/products?limit=24&fields=name&lang=th'));
  });

  it('reads side by side', async () => {
    const {store} = aStore();
    const waiting: Request[] = [];
    const held = scriptedStore((request) => {
      waiting.push(request);
      return hanging(request);
    });
    void ask(aGateway(held), '/v1/storefront');

    await until(() => waiting.length === 3);

    assert.equal(store.requests.length, 0);
  });

  it('shares its parts with the single calls and with other storefronts', async () => {
    const {store, asked} = aStore();
    const gateway = aGateway(store);
    await ask(gateway, '/v1/stores');

    await ask(gateway, '/v1/storefront?limit=24');
    await ask(gateway, `/v1/storefront?limit=24&filter=categoryID:${CATEGORY_ID}`);

    assert.deepEqual([asked('/stores'), asked('/categories'), asked('limit=24')], [1, 1, 2]);
  });

  it('names the part that failed, and is kept by nobody', async () => {
    const {store, answers} = aStore();
    answers.categories = () => refusedWith(500);

    const response = await ask(aGateway(store), '/v1/storefront');

    const {data} = await storefrontOf(response.clone());
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual([data.categories.status, data.categories.meta.statusCode], ['error', 502]);
    assert.equal(data.products.meta.total, 48);
    assert.doesNotMatch(await response.text(), /canary/);
  });

  it('fails as its products do where every part failed', async () => {
    const {status} = await ask(aGateway(scriptedStore(() => refusedWith(401))), '/v1/storefront');

    assert.equal(status, 502);
  });

  it('is as old as its oldest part, and says where one is the last good', async () => {
    const {store, answers} = aStore();
    const gateway = aGateway(store);
    await ask(gateway, '/v1/stores');
    clock.tick(20_000);
    const first = await ask(gateway, '/v1/storefront');
    assert.deepEqual([first.headers.get('age'), first.headers.get(STALE_HEADER)], ['20', null]);

    answers.stores = () => refusedWith(401);
    clock.tick(3_600_000);
    const second = await ask(gateway, '/v1/storefront');

    assert.deepEqual([second.status, second.headers.get(STALE_HEADER)], [200, '1']);
    assert.equal(second.headers.get('age'), '3620');
  });

  it('is not told again to a page that has it', async () => {
    const {store} = aStore();
    const gateway = aGateway(store);
    await until(async () => /"counts":\{"/.test(await (await ask(gateway, '/v1/storefront')).text()));
    const etag = (await ask(gateway, '/v1/storefront')).headers.get('etag') ?? '';

    assert.equal((await ask(gateway, '/v1/storefront', {headers: {'If-None-Match': etag}})).status, 304);
  });
});

describe('the numbers of products by category', () => {
  it('are not waited for, and are there a little later', async () => {
    const {store, answers} = aStore();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const count = answers.counts;
    answers.counts = async (request) => {
      await held;
      return count(request);
    };
    const gateway = aGateway(store);
    const counts = async () => (await storefrontOf(await ask(gateway, '/v1/storefront'))).data.counts;
    assert.deepEqual(await counts(), {});

    release();
    await until(async () => Object.keys(await counts()).length === 2);

    assert.deepEqual(await counts(), {[CATEGORY_ID]: 41, [OTHER_ID]: 7});
  });

  it('are taken once in five minutes, whoever asks', async () => {
    const clock = fakeTimers.install({now: Date.UTC(2026, 3, 1), toFake: ['Date']});
    const {store, counted} = aStore();
    const gateway = aGateway(store, {lifetimes: {fresh: 3_600_000}});
    await ask(gateway, '/v1/storefront');
    await until(() => counted() === 2);
    for (let minute = 0; minute < 4; minute++) {
      clock.tick(60_000);
      for (let time = 0; time < 20; time++) await ask(gateway, `/v1/storefront?limit=${20 + time}`);
    }
    assert.equal(counted(), 2);

    clock.tick(120_000);
    await ask(gateway, '/v1/storefront');

    // They come out of the cache of answers here, which is fresh: nobody needs to be asked.
    assert.equal(counted(), 2);
    clock.uninstall();
  });

  it('are left out, and not taken again for a minute, where counting fails', async (test) => {
    const clock = fakeTimers.install({now: Date.UTC(2026, 3, 1), toFake: ['Date']});
    test.after(() => clock.uninstall());
    const {store, answers, counted} = aStore();
    answers.counts = () => refusedWith(400);
    const gateway = aGateway(store, {lifetimes: {fresh: 3_600_000}});
    const counts = async () => (await storefrontOf(await ask(gateway, '/v1/storefront'))).data.counts;
    await counts();
    await until(() => counted() === 2);

    for (let time = 0; time < 25; time++) {
      clock.tick(2000);
      assert.deepEqual(await counts(), {});
      // A count that was begun would be asked for by now.
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(counted(), 2);

    clock.tick(20_000);
    await counts();
    await until(() => counted() > 2);
  });

  it('are read a few at a time', async () => {
    const {store, answers} = aStore();
    answers.categories = () =>
      listOf(Array.from({length: 30}, (_, index) => aCategory({_id: index.toString(16).padStart(24, '0')})));
    let most = 0;
    let open = 0;
    answers.counts = async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
      return listOf([], {total: 3});
    };
    const gateway = aGateway(store);

    await until(
      async () =>
        Object.keys((await storefrontOf(await ask(gateway, '/v1/storefront'))).data.counts).length === 30,
    );

    assert.equal(most, 2);
  });

  it('are nothing where the store does not say how many there are', async () => {
    const {store, answers, counted} = aStore();
    answers.counts = () => Response.json({meta: {}, data: [aProduct({_id: PRODUCT_ID})]});
    const gateway = aGateway(store);
    await ask(gateway, '/v1/storefront');
    await until(() => counted() === 2);

    assert.deepEqual((await storefrontOf(await ask(gateway, '/v1/storefront'))).data.counts, {});
  });
});
