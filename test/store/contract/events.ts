import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {sql} from 'kysely';
import {EVENTS} from '../../../demo/store/events/names.ts';
import {emit} from '../../../demo/store/events/outbox.ts';
import {aServedStore, type ServedStore} from '../support/served.ts';
import {START} from '../support/store.ts';

interface Heard {
  readonly id: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

describe('the events of a community', () => {
  let store: ServedStore;
  const streams: AbortController[] = [];

  /** Follows the stream; `next` waits for one event more. */
  const follow = async (path: string, headers: Record<string, string> = {}) => {
    const ended = new AbortController();
    streams.push(ended);
    const answer = await store.ask(path, {signal: ended.signal, headers});
    assert.equal(answer.headers.get('content-type'), 'text/event-stream');
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const next = async (): Promise<Heard> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
          if (field('event') === undefined) continue;
          const data = JSON.parse(field('data')!) as Heard['data'];
          return {id: Number(field('id')), event: field('event')!, data};
        }
        text += (await reader.read()).value!;
      }
    };
    return {next, reader};
  };
  const names = async (after = 0) =>
    (await store.get(`/demo/events?after=${after}&limit=100`)).items.map(({name}) => name);
  let late: Promise<unknown> | undefined;
  const isSomebodyWaiting = async () => {
    const {rows} = await sql<{waiting: boolean}>`
      select exists (select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())) as waiting`.execute(
      store.database.db,
    );
    return rows[0]!.waiting;
  };
  const newest = async () =>
    ((await store.get('/demo/events?limit=100')).items.at(-1)?.['id'] ?? 0) as number;

  before(async () => {
    store = await aServedStore();
  });
  after(() => {
    for (const stream of streams) stream.abort();
    store.stop();
  });

  it('are one for each write, by the documented names, in order', async () => {
    const {item: category} = await store.post('/categories', {name: 'Food'});
    await store.put(`/categories/${category['_id'] as string}`, {displayOrder: 2});
    const {item: product} = await store.post('/products', {name: 'Mug', price: 1, vouchers: ['one', 'two']});
    const path = `/products/${product['_id'] as string}`;
    await store.put(path, {price: 2});
    const {items} = await store.post('/products/bulk', [{name: 'A', price: 1}]);
    await store.put('/products/bulk', [{productID: items[0]!['_id'], price: 2}]);
    await store.put('/stores', {isEnabled: true, title: 'Shop'});
    const {item: member} = await store.post('/demo/members', {username: 'kim', balance: 5});
    await store.post('/demo/purchases', {productID: product['_id'], userID: member['_id']});
    await store.delete(path);
    await store.delete(`/categories/${category['_id'] as string}`);

    assert.deepEqual(await names(), [
      'create:category',
      'update:category',
      'create:product',
      'update:product',
      'PRODUCT_EVENTS.CREATE_PRODUCTS',
      'PRODUCT_EVENTS.UPDATE_PRODUCTS',
      'update:store',
      'create:purchase',
      'delete:product',
      'delete:category',
    ]);
    const {items: events} = await store.get('/demo/events?limit=100');
    assert.deepEqual(events[4]!['payload'], {productIDs: [items[0]!['_id']]});
    const sale = events[7]!['payload'] as Record<string, unknown>;
    assert.deepEqual([sale['stocks'], sale['price']], [1, 2]);
    assert.doesNotMatch(JSON.stringify(events), /"one"/);
  });

  it('do not happen where a write is refused', async () => {
    const last = await newest();

    await store.post('/products/bulk', [{name: 'A', price: 1, vouchers: ['x', 'x']}]);
    await store.post('/products', {name: 'A', price: 1, categoryName: 'None'});
    await store.put('/products/507f1f77bcf86cd799439031', {price: 1});

    assert.deepEqual(await names(last), []);
  });

  it('come on the stream while one listens', async () => {
    const {next} = await follow('/demo/events/stream');

    const {item} = await store.post('/products', {name: 'Mug', price: 1});

    const {event, data} = await next();
    assert.equal(event, 'create:product');
    assert.deepEqual(data['productIDs'], [item['_id']]);
  });

  it('are not missed by a reader who comes back, nor told twice', async () => {
    const last = await newest();
    await store.post('/categories', {name: 'First'});
    await store.post('/categories', {name: 'Second'});

    const {next} = await follow('/demo/events/stream', {'Last-Event-ID': String(last)});
    const first = await next();
    const again = await follow(`/demo/events/stream?after=${first.id}`);
    const second = await again.next();
    await store.post('/categories', {name: 'Third'});
    const third = await again.next();

    assert.ok(last < first.id && first.id < second.id && second.id < third.id);
    assert.deepEqual(await names(third.id), []);
  });

  it('come in order and without a gap from writers at once', async () => {
    const last = await newest();
    const {next} = await follow(`/demo/events/stream?after=${last}`);

    const written = await Promise.all(
      Array.from({length: 30}, (_, at) => store.post('/products', {name: `P${at}`, price: 1})),
    );
    const heard: Heard[] = [];
    for (let at = 0; at < 30; at++) heard.push(await next());

    assert.deepEqual(
      heard.map(({id}) => id),
      heard.map(({id}) => id).toSorted((a, b) => a - b),
    );
    const told = heard.flatMap(({data}) => data['productIDs'] as string[]);
    assert.deepEqual(told.toSorted(), written.map(({item}) => item['_id'] as string).toSorted());
  });

  it('are not written while an earlier one may still come true', async (t) => {
    const {db, kind} = store.database;
    if (kind === 'PGlite') return t.skip('it has one connection, so one transaction at a time');
    const event = {name: EVENTS.storeUpdated, payload: {}};
    const write = (hold: () => Promise<void>) =>
      db.transaction().execute(async (tx) => {
        await emit(tx, store.communityId, event, new Date(START));
        await hold();
      });
    let isSecondWritten = false;

    await write(async () => {
      const second = write(async () => {}).then(() => (isSecondWritten = true));
      // Either the database says that the second waits, or it has not waited.
      while (!isSecondWritten && !(await isSomebodyWaiting())) await setImmediate();
      assert.equal(isSecondWritten, false);
      late = second;
    });

    await late;
    assert.equal(isSecondWritten, true);
  });

  it("are never another community's", async () => {
    const other = await aServedStore();
    const {next} = await follow('/demo/events/stream');

    await other.post('/categories', {name: 'Theirs'});
    await store.post('/categories', {name: 'Ours'});
    other.stop();

    assert.equal((await next()).event, 'create:category');
    assert.equal((await names()).filter((name) => name === 'create:category').length, 5);
  });

  it('are refused to a bad place to begin', async () => {
    assert.equal((await store.ask('/demo/events/stream', {headers: {'Last-Event-ID': 'x'}})).status, 400);
    assert.equal((await store.ask('/demo/events?after=-1')).status, 400);
  });
});
