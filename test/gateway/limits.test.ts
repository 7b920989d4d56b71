import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import fakeTimers, {type Clock} from '@sinonjs/fake-timers';
import {clientOf, namesOf, proxiesOf} from '../../src/gateway/address.ts';
import type {Gateway, GatewayOptions} from '../../src/gateway/app.ts';
import {memoryCounter} from '../../src/gateway/counter.ts';
import {startGateway} from '../../src/gateway/node.ts';
import {aGateway, bodyOf, KEY, SHOP} from './support/gateway.ts';
import {sampleStore} from './support/store.ts';

const minute = (requests: number) => ({requests, seconds: 60});

/** How many of so many requests are answered. */
async function answered(gateway: Gateway, count: number, client: (index: number) => string, origin = SHOP) {
  let good = 0;
  for (let index = 0; index < count; index++) {
    const {status} = await gateway.request(
      'https://gateway.example/v1/stores',
      {headers: {Origin: origin}},
      {client: client(index)},
    );
    if (status === 200) good++;
    else assert.equal(status, 429);
  }
  return good;
}

describe('G11: a limit', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = fakeTimers.install({now: 0, toFake: ['Date']});
  });
  afterEach(() => clock.uninstall());

  const gatewayWith = (rates: GatewayOptions['rates']) =>
    aGateway(sampleStore(), {rates: rates ?? {}, origins: [SHOP, 'https://other.example']});

  it('for each client is exact, and begins anew with each window', async () => {
    const gateway = gatewayWith({client: minute(100)});

    assert.equal(await answered(gateway, 500, () => '203.0.113.1'), 100);
    clock.tick(59_999);
    assert.equal(await answered(gateway, 5, () => '203.0.113.1'), 0);
    clock.tick(1);
    assert.equal(await answered(gateway, 500, () => '203.0.113.1'), 100);
  });

  it('for each client is not shared with another client', async () => {
    const gateway = gatewayWith({client: minute(10)});

    assert.equal(await answered(gateway, 100, (index) => `203.0.113.${index % 5}`), 50);
  });

  it('counts all of an IPv6 household as one client, and its neighbours apart', async () => {
    const gateway = gatewayWith({client: minute(10)});

    assert.equal(await answered(gateway, 50, (index) => `2001:db8:1:2::${index.toString(16)}`), 10);
    assert.equal(await answered(gateway, 50, (index) => `2001:db8:1:${(index + 10).toString(16)}::1`), 50);
  });

  it('counts an IPv4 address in the clothes of IPv6 as itself', async () => {
    const gateway = gatewayWith({client: minute(10)});

    assert.equal(await answered(gateway, 10, () => '203.0.113.1'), 10);
    assert.equal(await answered(gateway, 10, () => '::ffff:203.0.113.1'), 0);
    assert.equal(await answered(gateway, 10, () => '::ffff:203.0.113.2'), 10);
  });

  it('for each origin holds for all of its clients together', async () => {
    const gateway = gatewayWith({origin: minute(50)});

    assert.equal(await answered(gateway, 100, (index) => `198.51.100.${index}`), 50);
    assert.equal(await answered(gateway, 10, () => '198.51.100.1', 'https://other.example'), 10);
  });

  it('for all holds for all', async () => {
    const gateway = gatewayWith({global: minute(30)});

    assert.equal(await answered(gateway, 60, (index) => `198.51.100.${index}`), 30);
  });

  it('is told with the time to wait, in the envelope, to a page that can read it', async () => {
    const gateway = gatewayWith({client: minute(1)});
    await answered(gateway, 1, () => '203.0.113.1');
    clock.tick(20_000);

    const response = await gateway.request(
      'https://gateway.example/v1/stores',
      {headers: {Origin: SHOP}},
      {client: '203.0.113.1'},
    );

    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '40');
    assert.equal(response.headers.get('ratelimit-policy'), '"client";q=1;w=60');
    assert.equal(response.headers.get('ratelimit'), '"client";r=0;t=40');
    assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
    assert.equal((await bodyOf(response)).meta.statusCode, 429);
  });

  it('does not keep anybody from asking how the gateway does', async () => {
    const gateway = gatewayWith({client: minute(1), global: minute(1)});
    await answered(gateway, 5, () => '203.0.113.1');

    assert.equal((await gateway.request('https://gateway.example/healthz')).status, 200);
  });

  it('that is not set does not hold', async () => {
    assert.equal(await answered(gatewayWith({}), 500, () => '203.0.113.1'), 500);
  });
});

describe('G11: the address of a client', () => {
  const cases: [
    what: string,
    connected: string,
    forwarded: string | null,
    proxies: string[],
    client: string,
  ][] = [
    ['is that of the connection', '203.0.113.1', null, [], '203.0.113.1'],
    ['is not what a client says', '203.0.113.1', '198.51.100.1', [], '203.0.113.1'],
    [
      'is not what a client says, though there are proxies',
      '203.0.113.1',
      '198.51.100.1',
      ['10.0.0.0/8'],
      '203.0.113.1',
    ],
    ['is what a proxy of ours says', '10.1.2.3', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    [
      'is the last that is no proxy of ours',
      '10.1.2.3',
      '6.6.6.6, 198.51.100.1, 10.9.9.9',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['is the proxy where it says nothing', '10.1.2.3', null, ['10.0.0.0/8'], '10.1.2.3'],
    ['is the proxy where it says nonsense', '10.1.2.3', '198.51.100.1, unknown', ['10.0.0.0/8'], '10.1.2.3'],
    ['is what a proxy on this machine says', '127.0.0.1', '198.51.100.1', ['loopback'], '198.51.100.1'],
    ['is what a proxy on this machine says by IPv6', '::1', '2001:db8::1', ['loopback'], '2001:db8::1'],
    [
      'is what a proxy in the clothes of IPv6 says',
      '::ffff:10.1.2.3',
      '198.51.100.1',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['is what a single address says', '192.0.2.7', '198.51.100.1', ['192.0.2.7'], '198.51.100.1'],
    ['is not what its neighbour says', '192.0.2.8', '198.51.100.1', ['192.0.2.7'], '192.0.2.8'],
  ];
  for (const [what, connected, forwarded, proxies, client] of cases) {
    it(what, () => assert.equal(clientOf(connected, forwarded, proxiesOf(proxies)), client));
  }

  it('is nobody where it is none', () => {
    assert.deepEqual(namesOf(''), {key: 'unknown', network: 'unknown'});
    assert.deepEqual(namesOf('x'.repeat(1000)), {key: 'unknown', network: 'unknown'});
  });

  for (const [proxies, good] of [
    [undefined, 5],
    [['loopback'], 20],
  ] as const) {
    it(`over Node: ${good} of 20 requests with made-up addresses pass a limit of 5 ${proxies ? 'by way of a trusted proxy' : 'without one'}`, async (test) => {
      const options = {
        upstream: 'https://store.example/v1',
        key: KEY,
        origins: [SHOP],
        fetch: sampleStore().fetch,
      };
      const gateway = await startGateway({
        ...options,
        port: 0,
        rates: {client: minute(5)},
        ...(proxies && {trustedProxies: proxies}),
      });

      test.after(() => gateway.close());

      let count = 0;
      for (let index = 0; index < 20; index++) {
        const headers = {
          'X-Forwarded-For': `198.51.100.${index}`,
          Forwarded: `for=198.51.100.${index}`,
          'X-Real-IP': `198.51.100.${index}`,
        };
        if ((await fetch(`${gateway.url}/v1/stores`, {headers})).status === 200) count++;
      }

      assert.equal(count, good);
    });
  }
});

describe('G12: a million clients', () => {
  it('take less than 64 MB', () => {
    const before = process.memoryUsage().rss;
    const count = memoryCounter();
    const rate = minute(1);

    for (let index = 0; index < 1_000_000; index++)
      void count(`client:10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, rate);

    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
    assert.ok(grown < 64, `grown by ${grown.toFixed()} MB`);
  });

  it('would take more if they were all kept', () => {
    const kept = new Map<string, {used: number; ends: number}>();
    const before = process.memoryUsage().rss;

    for (let index = 0; index < 1_000_000; index++)
      kept.set(`client:10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, {
        used: index,
        ends: index + 0.5,
      });

    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
    assert.ok(grown > 64, `grown by ${grown.toFixed()} MB`);
    assert.equal(kept.size, 1_000_000);
  });

  it('do not make the counter forget one that goes on asking', () => {
    const count = memoryCounter(1000);
    const rate = minute(5);

    let last = 0;
    for (let index = 0; index < 5000; index++) {
      void count(`client:${index}`, rate);
      if (index % 100 === 0) last = (count('client:busy', rate) as {used: number}).used;
    }

    assert.equal(last, 50);
  });
});
