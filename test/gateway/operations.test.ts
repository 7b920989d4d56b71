import assert from 'node:assert/strict';
import {mkdtemp, rename, rm, symlink, writeFile} from 'node:fs/promises';
import type {IncomingMessage} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import fakeTimers from '@sinonjs/fake-timers';
import {keyFile} from '../../src/gateway/key-file.ts';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {mayScrape} from '../../src/gateway/scrape.ts';
import {spawnGateway} from './support/command.ts';
import {aGateway, ask, KEY, SHOP, until} from './support/gateway.ts';
import {aProduct, listOf, sampleStore, scriptedStore} from './support/store.ts';
import {startUpstream, type UpstreamServer} from './support/upstream.ts';

const upstream = 'https://store.example/v1';

describe('the numbers of a gateway', () => {
  let gateway: RunningGateway;
  before(async () => {
    const options = {upstream, key: KEY, origins: [SHOP], fetch: sampleStore().fetch, port: 0};
    gateway = await startGateway({
      ...options,
      metricsToken: 'planted-token',
      rates: {client: {requests: 4, seconds: 60}},
    });
    for (let count = 0; count < 6; count++) await fetch(`${gateway.url}/v1/products`);
    await fetch(`${gateway.url}/v1/products?search=keyword:planted-search`, {method: 'BREW'}).catch(
      () => undefined,
    );
  });
  after(() => gateway.close());

  it('count requests, where answers came from, reads of the store, and who reached a limit', async () => {
    const response = await fetch(`${gateway.url}/metrics`);

    const text = await response.text();
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    for (const line of [
      /rai_gateway_requests_total\{store="",route="products",method="GET",status="200",source="store"\} 1\n/,
      /rai_gateway_requests_total\{store="",route="products",method="GET",status="200",source="fresh"\} 3\n/,
      /rai_gateway_requests_total\{store="",route="none",method="GET",status="429",source=""\} 2\n/,
      /rai_gateway_limited_total\{store=""\} 2\n/,
      /rai_gateway_upstream_seconds_count\{store="",resource="products",outcome="ok"\} 1\n/,
      /rai_gateway_process_resident_memory_bytes \d/,
    ]) {
      assert.match(text, line);
    }
    assert.doesNotMatch(text, /planted|shop\.example/);
  });

  for (const [who, headers, status] of [
    ['one who comes by way of a proxy', {'X-Forwarded-For': '203.0.113.1'}, 404],
    [
      'one with the wrong token by way of a proxy',
      {'X-Forwarded-For': '203.0.113.1', Authorization: 'Bearer x'},
      404,
    ],
    [
      'one with the token by way of a proxy',
      {'X-Forwarded-For': '203.0.113.1', Authorization: 'Bearer planted-token'},
      200,
    ],
  ] as const) {
    it(`are for ${who}: ${status}`, async () => {
      assert.equal((await fetch(`${gateway.url}/metrics`, {headers})).status, status);
    });
  }
});

describe('who may read the numbers', () => {
  const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
    ({headers, socket: {remoteAddress}}) as unknown as IncomingMessage;
  const cases: [who: string, request: IncomingMessage, token: string | undefined, may: boolean][] = [
    ['this machine', from('127.0.0.1'), undefined, true],
    ['this machine by IPv6', from('::1'), undefined, true],
    ['this machine in the clothes of IPv6', from('::ffff:127.0.0.1'), undefined, true],
    ['another machine', from('203.0.113.1'), undefined, false],
    ['another machine that looks alike', from('::1:2'), undefined, false],
    ['nobody knows who', from(undefined), undefined, false],
    ['another machine with the token', from('203.0.113.1', {authorization: 'Bearer t'}), 't', true],
    ['another machine with half of the token', from('203.0.113.1', {authorization: 'Bearer '}), 't', false],
    [
      'another machine where no token is set',
      from('203.0.113.1', {authorization: 'Bearer undefined'}),
      undefined,
      false,
    ],
  ];
  for (const [who, request, token, may] of cases) {
    it(`${who}: ${may ? 'may' : 'may not'}`, () => assert.equal(mayScrape(request, token), may));
  }
});

describe('a gateway that stops', () => {
  let store: UpstreamServer;
  before(async () => (store = await startUpstream()));
  after(() => store.close());

  it('answers what it was asked, and takes nothing more', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    store.answer = async () => {
      await held;
      return listOf([aProduct()]);
    };
    const gateway = await startGateway({upstream: store.url, key: KEY, origins: [SHOP], port: 0});
    const running = fetch(`${gateway.url}/v1/products`);
    await until(() => store.requests.length === 1);

    const closed = gateway.close();
    await assert.rejects(fetch(`${gateway.url}/v1/products`));
    release();

    assert.equal((await running).status, 200);
    await closed;
  });

  it('does not wait for ever for those who hang', async () => {
    store.handle = () => undefined;
    const gateway = await startGateway({upstream: store.url, key: KEY, origins: [SHOP], port: 0, grace: 20});
    const running = fetch(`${gateway.url}/v1/products`);
    running.catch(() => undefined);
    await until(() => store.open() === 1);

    await gateway.close();

    await assert.rejects(running);
  });
});

describe('G23: a file of keys', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'keys '))));
  after(() => rm(folder, {recursive: true}));

  it('is read again when it changes, also when a link to it is turned', async () => {
    const clock = fakeTimers.install({now: 0, toFake: ['Date']});
    const [one, other, link] = ['one', 'other', 'link'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(one, 'first\n');
    await writeFile(other, 'second\nfirst\n');
    await symlink(one, link);
    const keys = keyFile(link);
    assert.deepEqual(await keys(), ['first']);

    await symlink(other, `${link}.new`);
    await rename(`${link}.new`, link);
    assert.deepEqual(await keys(), ['first'], 'not within the second');
    clock.tick(1000);

    assert.deepEqual(await keys(), ['second', 'first']);
    clock.uninstall();
  });

  it('that is gone or empty leaves the keys that were read', async () => {
    const clock = fakeTimers.install({now: 0, toFake: ['Date']});
    const file = path.join(folder, 'passing');
    await writeFile(file, 'first\n');
    const keys = keyFile(file);

    await writeFile(file, ' \n');
    clock.tick(1000);
    assert.deepEqual(await keys(), ['first']);
    await rm(file);
    clock.tick(1000);
    assert.deepEqual(await keys(), ['first']);
    clock.uninstall();
  });

  it('replaces a key without a restart or a failed request', async (test) => {
    const clock = fakeTimers.install({now: 0, toFake: ['Date']});
    test.after(() => clock.uninstall());
    let valid = 'Bearer old-key';
    const store = scriptedStore(({headers}) =>
      headers.get('authorization') === valid ? listOf([]) : new Response(null, {status: 401}),
    );
    const file = path.join(folder, 'rotated');
    await writeFile(file, 'old-key\n');
    const gateway = aGateway(store, {key: keyFile(file)});
    let count = 0;
    const isAnswered = async () =>
      assert.equal((await ask(gateway, `/v1/products?skip=${count++}`)).status, 200);
    await isAnswered();

    await writeFile(file, 'old-key\nnew-key\n');
    await isAnswered();
    clock.tick(1000);
    valid = 'Bearer new-key';
    for (let time = 0; time < 20; time++) await isAnswered();

    const authorizations = store.requests.map(({headers}) => headers.get('authorization'));
    assert.deepEqual(authorizations.slice(0, 4), [
      'Bearer old-key',
      'Bearer old-key',
      'Bearer old-key',
      'Bearer new-key',
    ]);
    assert.ok(
      authorizations.slice(3).every((text) => text === 'Bearer new-key'),
      'the old key is asked once more',
    );
  });
});

describe('the log of a gateway', () => {
  it('is lines of JSON on the error stream, one for each request', async (test) => {
    const store = await startUpstream();
    test.after(() => store.close());
    const gateway = spawnGateway({UPSTREAM_URL: store.url, UPSTREAM_KEY: KEY});
    const url = await gateway.url;
    await fetch(`${url}/v1/products?search=keyword:planted`, {headers: {Origin: SHOP}});
    store.answer = () => new Response(null, {status: 500});
    await fetch(`${url}/v1/stores`);

    const lines = (await gateway.stop())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

    assert.deepEqual(
      lines.map(({level, route, status, source, client}) => [level, route, status, source, client]),
      [
        [30, 'products', 200, 'store', '127.0.0.0/24'],
        [50, 'store', 502, undefined, '127.0.0.0/24'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(lines), new RegExp(`planted|${KEY}`));
  });
});

describe('what an operator should know that nobody notices', () => {
  const noticesOf = async (trustedProxies: readonly string[], headers: Record<string, string>) => {
    const notices: string[] = [];
    const gateway = await startGateway({
      upstream,
      key: KEY,
      origins: [SHOP],
      fetch: sampleStore().fetch,
      port: 0,
      trustedProxies,
      observer: {noticed: (text) => notices.push(text)},
    });
    for (let time = 0; time < 3; time++) await fetch(`${gateway.url}/v1/stores`, {headers});
    await gateway.close();
    return notices;
  };

  it('is said once: that a proxy stands before the gateway which is not trusted', async () => {
    const [notice, ...more] = await noticesOf([], {'X-Forwarded-For': '203.0.113.1'});

    assert.match(notice ?? '', /TRUSTED_PROXIES/);
    assert.deepEqual(more, []);
  });

  it('is said once: that nothing is cached, because the store calls its answers private', async () => {
    const notices: string[] = [];
    const store = scriptedStore(() => Response.json({data: []}, {headers: {'Cache-Control': 'private'}}));
    const observer = {noticed: (text: string) => notices.push(text)};
    const gateway = aGateway(store, {observer});

    for (let skip = 0; skip < 3; skip++) await ask(gateway, `/v1/products?skip=${skip}`);

    assert.equal(notices.length, 1);
    assert.match(notices[0]!, /KEEP_PRIVATE/);
  });

  it('is not said where there is none, or where it is trusted', async () => {
    assert.deepEqual(await noticesOf([], {}), []);
    assert.deepEqual(await noticesOf(['loopback'], {'X-Forwarded-For': '203.0.113.1'}), []);
  });
});
