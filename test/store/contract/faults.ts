import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {aServedStore, type ServedStore} from '../support/served.ts';
import {START} from '../support/store.ts';

describe('faults on request', () => {
  let store: ServedStore;
  const want = async (...faults: object[]) => {
    const {status, body} = await store.put('/demo/faults', faults);
    assert.equal(status, 200, JSON.stringify(body));
  };

  before(async () => {
    store = await aServedStore();
    await store.put('/stores', {isEnabled: true, title: 'A shop that can break'});
    await store.post('/products', {name: 'Mug', price: 5});
  });
  afterEach(async () => {
    assert.equal((await store.delete('/demo/faults')).status, 200);
  });
  after(() => store.stop());

  it('answers with a status, for as many requests as were asked for, where it was asked for', async () => {
    await want({kind: 'status', status: 503, retryAfter: 7, path: '/products', method: 'GET', times: 2});

    assert.equal((await store.ask('/v1/stores')).status, 200);
    const first = await store.ask('/v1/products');
    assert.equal(first.status, 503);
    assert.equal(first.headers.get('retry-after'), '7');
    assert.equal(((await first.json()) as {status: string}).status, 'error');
    assert.equal((await store.post('/v1/products', {name: 'A', price: 1})).status, 201);
    assert.equal((await store.ask('/products?limit=1')).status, 503);
    assert.equal((await store.ask('/v1/products')).status, 200);
    assert.deepEqual((await store.get('/demo/faults')).items, []);
  });

  it('hangs up before an answer', async () => {
    await want({kind: 'drop', times: 1});

    await assert.rejects(store.ask('/v1/stores'), {name: 'TypeError'});
    assert.equal((await store.ask('/v1/stores')).status, 200);
  });

  it('hangs up in the middle of a body that it has promised whole', async () => {
    await want({kind: 'truncate', times: 1});

    const answer = await store.ask('/v1/stores');

    assert.equal(answer.status, 200);
    assert.ok(Number(answer.headers.get('content-length')) > 100);
    await assert.rejects(answer.text());
  });

  it('says something that is no JSON', async () => {
    await want({kind: 'malformed', times: 1});

    const answer = await store.ask('/v1/stores');

    assert.match(answer.headers.get('content-type')!, /^application\/json/);
    await assert.rejects(answer.json(), SyntaxError);
  });

  it('gives right JSON of wrong types', async () => {
    const [right] = (await store.get('/products?limit=1')).items;
    await want({kind: 'wrong-types', times: 1});

    const [wrong] = (
      (await (await store.ask('/products?limit=1')).json()) as {data: Record<string, unknown>[]}
    ).data;

    assert.equal(wrong!['_id'], right!['_id']);
    assert.deepEqual(Object.keys(wrong!), Object.keys(right!));
    const kept = Object.keys(right!).filter(
      (name) => name !== '_id' && typeof wrong![name] === typeof right![name],
    );
    assert.ok(
      kept.every((name) => typeof right![name] === 'object'),
      kept.join(', '),
    );
  });

  it('waits before it answers', async () => {
    await want({kind: 'latency', milliseconds: 60_000});
    const patience = AbortSignal.timeout(200);

    await assert.rejects(store.ask('/v1/stores', {signal: patience}), {name: 'TimeoutError'});
  });

  it('stops its clock, which the Date header tells and by which keys expire', async () => {
    const expiresAt = new Date(START + 1_000).toISOString();
    const {item} = await store.post('/demo/keys', {expiresAt});
    await want({kind: 'stopped-clock', at: expiresAt});

    const answer = await store.ask('/v1/stores');
    assert.equal(answer.headers.get('date'), new Date(START + 1_000).toUTCString());
    const headers = {Authorization: `Bearer ${item['apiKey'] as string}`};
    assert.equal((await store.ask('/v1/stores', {headers})).status, 401);

    await want({kind: 'stopped-clock'});
    store.clock.time += 5_000;
    assert.equal((await store.ask('/v1/stores')).headers.get('date'), new Date(START).toUTCString());
    store.clock.time -= 5_000;
  });

  it('breaks pictures too, but never the way to take the fault away', async () => {
    await want({kind: 'status', status: 500});

    assert.equal((await fetch(`${store.url}/pictures/coin-light.svg`)).status, 500);
    assert.equal((await store.ask('/demo/faults')).status, 200);
  });

  it('is for the demo key only', async () => {
    const key = await store.aKey({permissions: ['store']});
    const body = JSON.stringify([{kind: 'drop'}]);
    const headers = {Authorization: `Bearer ${key}`, 'Content-Type': 'application/json'};

    assert.equal((await store.ask('/demo/faults', {method: 'PUT', body, headers})).status, 403);
    assert.equal((await store.ask('/v1/stores')).status, 200);
  });

  for (const faults of [
    {},
    [{}],
    [{kind: 'fire'}],
    [{kind: 'status'}],
    [{kind: 'status', status: 200}],
    [{kind: 'latency', milliseconds: -1}],
    [{kind: 'drop', times: 0}],
    [{kind: 'drop', path: 'products'}],
    [{kind: 'stopped-clock', at: 'noon'}],
  ]) {
    it(`refuses ${JSON.stringify(faults)}`, async () => {
      assert.equal((await store.put('/demo/faults', faults)).status, 400);
    });
  }
});

describe('keys on request', () => {
  it('open their community, are told once, and can be revoked', async () => {
    const store = await aServedStore();
    const {status, item} = await store.post('/demo/keys', {});
    const headers = {Authorization: `Bearer ${item['apiKey'] as string}`};
    const read = async () => (await store.ask('/v1/stores', {headers})).status;

    assert.equal(status, 201);
    assert.equal(item['communityID'], store.communityId);
    assert.equal(await read(), 200);
    assert.equal((await store.delete(`/demo/keys/${item['_id'] as string}`)).status, 200);
    assert.equal(await read(), 401);
    assert.equal((await store.delete(`/demo/keys/${item['_id'] as string}`)).status, 404);
    store.stop();
  });

  it('can make a community of their own, which is empty', async () => {
    const store = await aServedStore();
    await store.post('/products', {name: 'Mug', price: 1});

    const {item} = await store.post('/demo/keys', {community: 'Another', permissions: ['store']});

    assert.notEqual(item['communityID'], store.communityId);
    const headers = {Authorization: `Bearer ${item['apiKey'] as string}`};
    assert.deepEqual((await store.get('/products', headers)).items, []);
    assert.equal((await store.get('/demo/members', headers)).status, 403);
    store.stop();
  });
});
