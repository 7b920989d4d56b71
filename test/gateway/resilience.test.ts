import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import fakeTimers, {type Clock} from '@sinonjs/fake-timers';
import {STALE_HEADER} from '../../src/api/contract.ts';
import {waitOf} from '../../src/gateway/retry-after.ts';
import {aGateway, ask, until} from './support/gateway.ts';
import {aProduct, hanging, listOf, PRODUCT_ID, refusedWith, scriptedStore} from './support/store.ts';
import {startUpstream} from './support/upstream.ts';

describe('with a clock that the test turns', () => {
  let clock: Clock;
  let unseen = 0;
  beforeEach(() => {
    clock = fakeTimers.install({now: Date.UTC(2026, 3, 1), toFake: ['Date', 'setTimeout', 'clearTimeout']});
  });
  afterEach(() => clock.uninstall());

  /** Asks for something that is not cached, and lets the time of a second try pass. */
  const askUnseen = async (gateway: ReturnType<typeof aGateway>) => {
    const answer = ask(gateway, `/v1/products?skip=${++unseen}`);
    await clock.tickAsync(200);
    return answer;
  };

  describe('G17: a read', () => {
    it('ends after five seconds, its second try included, and is given up', async () => {
      const store = scriptedStore(hanging);
      const answer = ask(aGateway(store), '/v1/products');
      await clock.tickAsync(4999);
      assert.equal(store.requests[0]?.signal.aborted, false);

      await clock.tickAsync(1);

      assert.equal((await answer).status, 504);
      assert.equal(store.requests[0]?.signal.aborted, true);
    });

    it('ends after five seconds though the host does not give up', async () => {
      const answer = ask(
        aGateway(scriptedStore(() => new Promise<Response>(() => undefined))),
        '/v1/products',
      );

      await clock.tickAsync(5000);

      assert.equal((await answer).status, 504);
    });

    it('ends after five seconds though it waits for a place all the time', async () => {
      const gateway = aGateway(scriptedStore(hanging), {concurrency: 1});
      const answers = [1, 2, 3].map((skip) => ask(gateway, `/v1/products?skip=${skip}`));

      await clock.tickAsync(5000);

      for (const answer of answers) assert.ok([503, 504].includes((await answer).status));
    });
  });

  describe('G18: a store that fails', () => {
    const failing = () => {
      let answer = () => refusedWith(500);
      const store = scriptedStore(() => answer());
      return {store, gateway: aGateway(store), recover: () => (answer = () => listOf([aProduct()]))};
    };

    it('is asked until half of at least twenty reads failed, and then left alone', async () => {
      const {store, gateway} = failing();
      while (store.requests.length < 20) assert.equal((await askUnseen(gateway)).status, 502);
      const before = store.requests.length;

      const answers = await Promise.all(Array.from({length: 1000}, () => askUnseen(gateway)));

      assert.ok(
        answers.every(({status, headers}) => status === 503 && Number(headers.get('retry-after')) > 0),
      );
      assert.equal(store.requests.length, before);
    });

    it('is asked once in ten seconds then, until it answers', async () => {
      const {store, gateway, recover} = failing();
      while ((await askUnseen(gateway)).status !== 503);
      for (let round = 0; round < 5; round++) {
        const before = store.requests.length;
        await clock.tickAsync(10_000);
        for (let count = 0; count < 50; count++) void ask(gateway, `/v1/products?skip=${++unseen}`);
        await clock.tickAsync(200);
        assert.equal(store.requests.length, before + 1);
      }

      recover();
      await clock.tickAsync(10_000);

      assert.equal((await askUnseen(gateway)).status, 200);
      assert.equal((await askUnseen(gateway)).status, 200);
    });

    it('is not asked by many while one asks whether it is back', async () => {
      let answer: (request: Request) => Response | Promise<Response> = () => refusedWith(500);
      const store = scriptedStore((request) => answer(request));
      const gateway = aGateway(store);
      while ((await askUnseen(gateway)).status !== 503);
      answer = hanging;
      await clock.tickAsync(10_000);
      const before = store.requests.length;
      void ask(gateway, `/v1/products?skip=${++unseen}`);
      await clock.tickAsync(1);

      const others = await Promise.all(Array.from({length: 50}, () => askUnseen(gateway)));

      assert.ok(others.every(({status}) => status === 503));
      assert.equal(store.requests.length, before + 1);
    });

    it('is not thought to be back because the one who asked left', async () => {
      let answer: (request: Request) => Response | Promise<Response> = () => refusedWith(500);
      const store = scriptedStore((request) => answer(request));
      const gateway = aGateway(store);
      while ((await askUnseen(gateway)).status !== 503);
      answer = hanging;
      await clock.tickAsync(10_000);
      const leaver = new AbortController();
      void ask(gateway, `/v1/products?skip=${++unseen}`, {signal: leaver.signal});
      await clock.tickAsync(1);

      leaver.abort();
      await clock.tickAsync(1);

      assert.equal((await askUnseen(gateway)).status, 503);
    });

    it('does not keep back what was read before, nor make anybody wait for it', async () => {
      let isDown = false;
      const store = scriptedStore(() => (isDown ? refusedWith(500) : listOf([aProduct()])));
      const healthy = aGateway(store);
      await ask(healthy, '/v1/products');
      clock.tick(60_000);
      isDown = true;
      while ((await askUnseen(healthy)).status !== 503);
      const before = store.requests.length;

      const answers = await Promise.all(Array.from({length: 100}, () => ask(healthy, '/v1/products')));

      assert.ok(answers.every(({status, headers}) => status === 200 && Number(headers.get('age')) >= 60));
      assert.equal(store.requests.length, before);
    });

    it('is not one that refuses a query or has no such record', async () => {
      const store = scriptedStore(({url}) => refusedWith(url.includes('/products/') ? 404 : 400));
      const gateway = aGateway(store);
      for (let count = 0; count < 60; count++) await askUnseen(gateway);

      assert.equal((await ask(gateway, `/v1/products/${PRODUCT_ID}`)).status, 404);
      assert.equal((await askUnseen(gateway)).status, 400);
    });
  });

  describe('G19: the load on a store in trouble', () => {
    it('is at most a tenth more than what was asked, while it is down', async () => {
      const store = scriptedStore(() => refusedWith(503));
      const gateway = aGateway(store);

      for (let count = 0; count < 200; count++) await askUnseen(gateway);

      assert.ok(store.requests.length <= 220, `${store.requests.length} for 200`);
    });

    it('is at most a tenth more than what was asked, while it fails now and then', async () => {
      let count = 0;
      const store = scriptedStore(() => (++count % 3 === 0 ? refusedWith(502) : listOf([aProduct()])));
      const gateway = aGateway(store);

      const asked = 300;
      for (let index = 0; index < asked; index++) await askUnseen(gateway);

      assert.ok(store.requests.length > asked, 'there must have been second tries');
      assert.ok(store.requests.length <= 1.1 * asked + 1, `${store.requests.length} for ${asked}`);
    });

    for (const [status, header, wait] of [
      [429, '7', 7000],
      [503, '7', 7000],
      [429, new Date(Date.UTC(2026, 3, 1, 0, 0, 20)).toUTCString(), 19_000],
    ] as const) {
      it(`is none for as long as it asks for by ${status} and Retry-After: ${header}`, async () => {
        let isBusy = true;
        const store = scriptedStore(() =>
          isBusy ? refusedWith(status, {'Retry-After': header}) : listOf([]),
        );
        const gateway = aGateway(store);
        assert.equal((await askUnseen(gateway)).status, 503);
        isBusy = false;

        await clock.tickAsync(wait - 500);
        const {status: early, headers} = await askUnseen(gateway);
        assert.deepEqual([early, store.requests.length], [503, 1]);
        assert.ok(Number(headers.get('retry-after')) >= 1);

        await clock.tickAsync(2000);
        assert.equal((await askUnseen(gateway)).status, 200);
      });
    }
  });

  describe('the key of a store', () => {
    it('G23: may be replaced while requests run, and none fails', async () => {
      let valid = 'old';
      const store = scriptedStore(({headers}) =>
        headers.get('authorization') === `Bearer ${valid}` ? listOf([aProduct()]) : refusedWith(401),
      );
      let keys = ['old', 'new'];
      const gateway = aGateway(store, {key: () => keys});
      for (let count = 0; count < 20; count++) assert.equal((await askUnseen(gateway)).status, 200);

      valid = 'new';
      const during = await Promise.all(Array.from({length: 50}, () => askUnseen(gateway)));
      keys = ['new'];
      const after = await askUnseen(gateway);

      assert.ok([...during, after].every(({status}) => status === 200));
      const last = store.requests.slice(-10).map(({headers}) => headers.get('authorization'));
      assert.deepEqual(new Set(last), new Set(['Bearer new']));
    });

    it('that is refused and has no successor leaves what was read before', async () => {
      let isRefused = false;
      const store = scriptedStore(() => (isRefused ? refusedWith(401) : listOf([aProduct()])));
      const gateway = aGateway(store);
      await ask(gateway, '/v1/products');
      isRefused = true;
      clock.tick(3_600_000);

      const {status, headers} = await ask(gateway, '/v1/products');

      assert.deepEqual([status, headers.get(STALE_HEADER)], [200, '1']);
    });
  });

  describe('how the gateway does', () => {
    it('is told by /readyz', async () => {
      let isDown = false;
      let isDraining = false;
      const store = scriptedStore(({url}) =>
        isDown ? refusedWith(500) : url.includes('stores') ? Response.json({data: {}}) : listOf([]),
      );
      const gateway = aGateway(store, {isDraining: () => isDraining});
      const ready = async () => {
        const answer = gateway.request('https://gateway.example/readyz');
        await clock.tickAsync(200);
        const response = await answer;
        return [response.status, ((await response.json()) as {status: string}).status];
      };
      assert.deepEqual(await ready(), [200, 'ready']);
      isDown = true;
      clock.tick(3_600_000);
      assert.deepEqual(await ready(), [200, 'ready'], 'the last good answer is there');
      clock.tick(25 * 3_600_000);
      assert.deepEqual(await ready(), [503, 'failing']);
      isDown = false;
      clock.tick(60_000);
      assert.deepEqual(await ready(), [200, 'ready']);
      isDraining = true;
      assert.deepEqual(await ready(), [503, 'draining']);
    });
  });
});

describe('G17: the connection to the store', () => {
  it('closes when the read takes too long', async (test) => {
    const store = await startUpstream();
    test.after(() => store.close());
    store.handle = () => undefined;
    const gateway = aGateway({fetch, requests: []}, {upstream: store.url, timeout: 50});

    assert.equal((await ask(gateway, '/v1/products')).status, 504);

    await until(() => store.open() === 0);
  });

  it('closes when the page leaves', async (test) => {
    const store = await startUpstream();
    test.after(() => store.close());
    store.handle = () => undefined;
    const gateway = aGateway({fetch, requests: []}, {upstream: store.url});
    const page = new AbortController();
    void ask(gateway, '/v1/products', {signal: page.signal});
    await until(() => store.open() === 1);

    page.abort();

    await until(() => store.open() === 0);
  });
});

describe('how long to wait', () => {
  const now = Date.UTC(2026, 3, 1);
  const cases: [header: string | null, wait: number | undefined][] = [
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-1', undefined],
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['7.5', undefined],
    ['86400', 300_000],
    ['99999999999999', undefined],
    [new Date(now + 9000).toUTCString(), 9000],
    [new Date(now - 9000).toUTCString(), 0],
    [new Date(now + 1e9).toUTCString(), 300_000],
  ];
  for (const [header, wait] of cases) {
    it(`is ${String(wait)} ms for ${JSON.stringify(header)}`, () => assert.equal(waitOf(header, now), wait));
  }
});
