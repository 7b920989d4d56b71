import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import fakeTimers, {type Clock} from '@sinonjs/fake-timers';
import {STALE_HEADER} from '../../src/api/contract.ts';
import {aGateway, ask, SHOP, until} from './support/gateway.ts';
import {Random, times} from '../support/random.ts';
import {
  aProduct,
  hanging,
  listOf,
  oneOf,
  PRODUCT_ID,
  refusedWith,
  sampleStore,
  scriptedStore,
} from './support/store.ts';

const HOUR = 3_600_000;

let clock: Clock;
beforeEach(() => {
  clock = fakeTimers.install({now: Date.UTC(2026, 3, 1), toFake: ['Date', 'setTimeout', 'clearTimeout']});
});
afterEach(() => clock.uninstall());

/** A store whose answers a test lets go one by one. */
function heldStore() {
  const held: (() => void)[] = [];
  const store = scriptedStore(
    ({signal}) =>
      new Promise<Response>((resolve, reject) => {
        held.push(() => resolve(listOf([aProduct()])));
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  );
  return {store, held};
}

/** Lets everything that can go on go on, without time passing. */
const settled = () => clock.tickAsync(0);

describe('G13: those who ask the same at the same time', () => {
  it('share one read, a thousand of them', async () => {
    const {store, held} = heldStore();
    const gateway = aGateway(store);

    const answers = Array.from({length: 1000}, () => ask(gateway, '/v1/products'));
    await settled();
    held[0]?.();

    assert.ok((await Promise.all(answers)).every(({status}) => status === 200));
    assert.equal(store.requests.length, 1);
  });

  it('go on when the one who asked first leaves', async () => {
    const {store, held} = heldStore();
    const gateway = aGateway(store);
    const leaver = new AbortController();

    const first = ask(gateway, '/v1/products', {signal: leaver.signal});
    await settled();
    const others = Array.from({length: 20}, () => ask(gateway, '/v1/products'));
    await settled();
    leaver.abort();
    await settled();
    held[0]?.();

    assert.ok((await Promise.all(others)).every(({status}) => status === 200));
    assert.equal((await first).status, 499);
    assert.equal(store.requests.length, 1);
  });

  it('give the read up when the last of them leaves', async () => {
    const {store} = heldStore();
    const gateway = aGateway(store);
    const leavers = [new AbortController(), new AbortController()];
    leavers.forEach(({signal}) => void ask(gateway, '/v1/products', {signal}));
    await settled();

    leavers[0]?.abort();
    await settled();
    assert.equal(store.requests[0]?.signal.aborted, false);
    leavers[1]?.abort();
    await settled();

    assert.equal(store.requests[0]?.signal.aborted, true);
  });
});

describe('G14: an older answer', () => {
  it('is as good as new for half a minute', async () => {
    const store = sampleStore();
    const gateway = aGateway(store);
    await ask(gateway, '/v1/products');
    clock.tick(29_000);

    const {headers} = await ask(gateway, '/v1/products');

    assert.equal(headers.get('age'), '29');
    assert.equal(store.requests.length, 1);
  });

  it('is served without waiting while one read fetches a new one', async () => {
    const store = scriptedStore(() => listOf([aProduct()]));
    let next: (request: Request) => Response | Promise<Response> = () => listOf([aProduct()]);
    const gateway = aGateway(scriptedStore((request) => next(request)));
    await ask(gateway, '/v1/products');
    clock.tick(60_000);
    let reads = 0;
    next = (request) => {
      reads++;
      return hanging(request);
    };

    const answers = await Promise.all(Array.from({length: 100}, () => ask(gateway, '/v1/products')));

    assert.ok(answers.every(({status, headers}) => status === 200 && headers.get('age') === '60'));
    assert.ok(answers.every(({headers}) => headers.get(STALE_HEADER) === null));
    assert.equal(reads, 1);
    assert.equal(store.requests.length, 0);
  });

  it('is replaced by what that read brings', async () => {
    let price = 100;
    const gateway = aGateway(scriptedStore(() => listOf([aProduct({price})])));
    await ask(gateway, '/v1/products');
    clock.tick(60_000);
    price = 80;
    const now = async () => (await ask(gateway, '/v1/products')).text();
    assert.match(await now(), /"price":100\b/);

    await until(async () => /"price":80\b/.test(await now()));

    assert.equal((await ask(gateway, '/v1/products')).headers.get('age'), '0');
  });

  it('is waited for where it is older than ten minutes', async () => {
    let price = 100;
    const gateway = aGateway(scriptedStore(() => listOf([aProduct({price})])));
    await ask(gateway, '/v1/products');
    clock.tick(11 * 60_000);
    price = 80;

    assert.match(await (await ask(gateway, '/v1/products')).text(), /"price":80\b/);
  });

  const outage = async (wait: number) => {
    let isDown = false;
    const store = scriptedStore(() => (isDown ? refusedWith(503) : listOf([aProduct()])));
    const gateway = aGateway(store);
    await ask(gateway, '/v1/products');
    isDown = true;
    clock.tick(wait);
    const answer = ask(gateway, '/v1/products');
    await clock.tickAsync(1000);
    return answer;
  };

  it('is served for a day while the store is down, and says so', async () => {
    const {status, headers} = await outage(23.9 * HOUR);

    assert.equal(status, 200);
    assert.equal(headers.get(STALE_HEADER), '1');
    assert.equal(headers.get('age'), String(23.9 * 3600));
    assert.equal(headers.get('date'), new Date(Date.UTC(2026, 3, 1)).toUTCString());
    assert.match(headers.get('access-control-expose-headers') ?? '', new RegExp(STALE_HEADER));
  });

  it('is not served for longer', async () => {
    assert.equal((await outage(24.1 * HOUR)).status, 502);
  });

  it('is refreshed by one read when the store is back', async () => {
    let isDown = false;
    const store = scriptedStore(() => (isDown ? refusedWith(503) : listOf([aProduct()])));
    const gateway = aGateway(store);
    await ask(gateway, '/v1/products');
    isDown = true;
    for (let minute = 0; minute < 60; minute++) {
      const answers = Array.from({length: 20}, () => ask(gateway, '/v1/products'));
      await clock.tickAsync(60_000);
      assert.ok((await Promise.all(answers)).every(({status}) => status === 200));
    }

    isDown = false;
    const before = store.requests.length;
    const answers = await Promise.all(Array.from({length: 100}, () => ask(gateway, '/v1/products')));

    assert.ok(answers.every(({status}) => status === 200));
    await until(async () => (await ask(gateway, '/v1/products')).headers.get(STALE_HEADER) === null);
    assert.equal(store.requests.length, before + 1);
  });

  it('of one query goes before the cache takes more room than it may', async () => {
    const store = scriptedStore(() => listOf([aProduct({description: 'x'.repeat(10_000)})]));
    const gateway = aGateway(store, {cacheBytes: 100_000});

    for (let skip = 0; skip < 20; skip++) await ask(gateway, `/v1/products?skip=${skip}`);
    await ask(gateway, '/v1/products?skip=19');
    await ask(gateway, '/v1/products?skip=0');

    assert.equal(store.requests.length, 21);
  });
});

describe('G15: what is never kept', () => {
  const never: [what: string, answer: () => Response][] = [
    ...[400, 401, 403, 429, 500, 502, 503].map((status): [string, () => Response] => [
      `an answer of ${status}`,
      () => refusedWith(status, status === 429 ? {'Retry-After': '0'} : {}),
    ]),
    ['an answer that the store calls private', () => withHeader('Cache-Control', 'private, max-age=60')],
    ['an answer that the store forbids to keep', () => withHeader('Cache-Control', 'No-Store')],
    ['an answer with a cookie', () => withHeader('Set-Cookie', 'session=1')],
    ['an answer that is not JSON', () => new Response('<p>', {headers: {'Content-Type': 'text/html'}})],
    ['half an answer', () => new Response('{"data":[', {headers: {'Content-Type': 'application/json'}})],
  ];
  for (const [what, answer] of never) {
    it(what, async () => {
      const store = scriptedStore(answer);
      const gateway = aGateway(store);
      const asked = async () => {
        const response = ask(gateway, '/v1/products');
        await clock.tickAsync(500);
        return response;
      };
      assert.equal((await asked()).headers.get('cache-control'), 'no-store');
      const before = store.requests.length;

      await asked();

      assert.ok(store.requests.length > before);
    });
  }

  it('but a plain answer is', async () => {
    const store = scriptedStore(() => withHeader('Cache-Control', 'public, max-age=5'));
    const gateway = aGateway(store);
    await ask(gateway, '/v1/products');

    await ask(gateway, '/v1/products');

    assert.equal(store.requests.length, 1);
  });

  it('but one that the operator vouches for is', async () => {
    const store = scriptedStore(() => withHeader('Cache-Control', 'private'));
    const gateway = aGateway(store, {keepsPrivate: true});
    await ask(gateway, '/v1/products');

    await ask(gateway, '/v1/products');

    assert.equal(store.requests.length, 1);
  });

  it('but that a record is missing is, for less than half a minute', async () => {
    const store = scriptedStore(() => refusedWith(404));
    const gateway = aGateway(store, {lifetimes: {missing: 24 * HOUR}});
    const path = `/v1/products/${PRODUCT_ID}`;
    assert.equal((await ask(gateway, path)).status, 404);
    clock.tick(5000);
    assert.equal((await ask(gateway, path)).status, 404);
    assert.equal(store.requests.length, 1);

    clock.tick(25_000);
    await ask(gateway, path);

    assert.equal(store.requests.length, 2);
  });

  it('and a record that has gone is gone', async () => {
    let isGone = false;
    const gateway = aGateway(scriptedStore(() => (isGone ? refusedWith(404) : oneOf(aProduct()))));
    const path = `/v1/products/${PRODUCT_ID}`;
    await ask(gateway, path);
    isGone = true;
    clock.tick(60_000);

    await until(async () => (await ask(gateway, path)).status === 404);
  });
});

describe('G16: an answer that the page has', () => {
  it('is told by 304 without asking the store, in whatever form the page names it', async () => {
    const store = sampleStore();
    const gateway = aGateway(store);
    const etag = (await ask(gateway, '/v1/products')).headers.get('etag') ?? '';
    assert.match(etag, /^"[\w-]{24}"$/);

    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, `${etag}, "x"`, etag.replace(/"$/, '.br"')]) {
      const response = await ask(gateway, '/v1/products', {headers: {'If-None-Match': known}});
      assert.deepEqual([response.status, await response.text()], [304, ''], known);
      for (const name of ['etag', 'date', 'age', 'cache-control', 'vary', 'access-control-allow-origin']) {
        assert.ok(response.headers.get(name), name);
      }
    }
    assert.equal(store.requests.length, 1);
  });

  it('is sent again where the page has another one', async () => {
    const gateway = aGateway();
    await ask(gateway, '/v1/products');

    for (const other of ['"x"', 'x', '', '"', 'W/"x"', '*/*']) {
      const {status} = await ask(gateway, '/v1/products', {headers: {'If-None-Match': other}});
      assert.equal(status, 200, other);
    }
  });

  it('has the same name as long as it is the same, and another when it is not', async () => {
    let price = 100;
    const store = scriptedStore(() => listOf([aProduct({price, secret: Math.random()})]));
    const tagOf = async () => (await ask(aGateway(store), '/v1/products')).headers.get('etag');
    const [first, second] = [await tagOf(), await tagOf()];
    price = 90;

    assert.equal(first, second);
    assert.notEqual(await tagOf(), first);
  });

  it('has the same headers for HEAD as for GET', async () => {
    const gateway = aGateway();
    const get = await ask(gateway, '/v1/products');

    const head = await ask(gateway, '/v1/products', {method: 'HEAD'});

    const headers = (response: Response) =>
      Object.fromEntries([...response.headers].filter(([name]) => name !== 'x-request-id'));
    assert.deepEqual(headers(head), headers(get));
    assert.ok(get.headers.get('content-length'));
  });
});

describe('G25: what is not part of the question', () => {
  it('changes no byte of the answer and asks nothing anew', async () => {
    const store = sampleStore();
    const gateway = aGateway(store);
    const plain = await (await ask(gateway, '/v1/products')).text();
    const random = new Random(25);
    const names = [
      ...[
        'X-Forwarded-Host',
        'X-Forwarded-Proto',
        'X-Forwarded-For',
        'X-Forwarded-Port',
        'X-Forwarded-Prefix',
        'X-Host',
      ],
      ...[
        'X-Original-URL',
        'X-Rewrite-URL',
        'X-Original-Host',
        'X-HTTP-Method-Override',
        'Forwarded',
        'Via',
        'X-Real-IP',
      ],
      ...[
        'Accept',
        'Accept-Language',
        'Accept-Charset',
        'User-Agent',
        'Referer',
        'Cookie',
        'Authorization',
        'Range',
      ],
      ...[
        'If-Modified-Since',
        'If-Range',
        'If-Match',
        'Cache-Control',
        'Pragma',
        'DNT',
        'Sec-GPC',
        'Save-Data',
        'Purpose',
      ],
      ...[
        'X-Requested-With',
        'Content-Type',
        'X-Api-Key',
        'X-Api-Version',
        'X-Locale',
        'X-Country',
        'CF-IPCountry',
        'TE',
      ],
      ...[
        'X-Client-IP',
        'True-Client-IP',
        'Max-Forwards',
        'Expect',
        'Warning',
        'X-Debug',
        'Sec-Fetch-Mode',
        'Sec-CH-UA',
      ],
    ];
    assert.ok(names.length >= 40);

    for (let count = 0; count < times(20_000, 500); count++) {
      const headers = Object.fromEntries(
        random.some(6, () => [
          random.pick(names),
          random.pick(['planted', '1', 'https://evil.example', '*', 'no-cache', 'bytes=0-9']),
        ]),
      );
      const response = await ask(gateway, '/v1/products', {headers: {...headers, Origin: SHOP}});
      assert.equal(response.status, 200);
      assert.equal(await response.text(), plain);
      assert.doesNotMatch(JSON.stringify([...response.headers]), /planted|evil/);
    }
    assert.equal(store.requests.length, 1);
  });
});

const withHeader = (name: string, value: string) => {
  const answer = listOf([aProduct()]);
  answer.headers.set(name, value);
  return answer;
};
