import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import fc from 'fast-check';
import {sql} from 'kysely';
import {csvOf, HEADERS} from './support/csv.ts';
import {damaged} from './support/damage.ts';
import {type Answer, aStore, type TestStore} from './support/store.ts';

const RUNS = process.env['LONG'] ? 20_000 : 1_000;

describe('a damaged CSV', () => {
  let store: TestStore;
  let productID: string;

  before(async () => {
    store = await aStore();
    await store.post('/categories', {name: 'Food'});
    const product = {
      name: 'Present',
      price: 5,
      categoryName: 'Food',
      vouchers: ['known'],
      productPermission: [{}],
    };
    productID = (await store.post('/products', product)).item['_id'] as string;
  });

  /** Everything that an upload could have touched, as one number. */
  const fingerprint = async () => {
    const tables = [
      'products',
      'product_texts',
      'vouchers',
      'product_permissions',
      'product_counts',
      'outbox',
    ];
    const parts = tables.map(
      (table) => sql`(select md5(string_agg(t::text, '' order by t::text)) from ${sql.table(table)} as t)`,
    );
    const {rows} = await sql<{all: string}>`select concat(${sql.join(parts)}) as all`.execute(
      store.database.db,
    );
    return rows[0]!.all;
  };

  const refused = ({status, body}: Answer, why: string) => {
    assert.ok(status >= 400 && status < 500, `${why}: ${status} ${JSON.stringify(body)}`);
    assert.ok(body.message.length > 10, why);
    assert.deepEqual(store.failures, []);
  };

  it(`is refused with words, and changes nothing, in each of ${RUNS} ways`, async () => {
    const before = await fingerprint();
    let runs = 0;

    await fc.assert(
      fc.asyncProperty(damaged, async ({why, bytes}) => {
        refused(await store.upload('POST', '/products/bulk', bytes), why);
        // A look at all tables costs more than a request: whatever slipped in is still there a few requests later.
        if (runs++ % 10 === 0) assert.equal(await fingerprint(), before, why);
      }),
      {numRuns: RUNS, seed: 20_260_428, endOnFailure: true},
    );

    assert.equal(await fingerprint(), before);
  });

  it('is refused at 10 MiB and a byte, and read at 10 MiB', async () => {
    const rest = csvOf([{Name: 'Big', Price: '1', Description: 'MARK'}]);
    const filler = (size: number) => rest.replace('MARK', 'x'.repeat(size - rest.length + 4));
    const before = await fingerprint();

    const over = await store.upload('POST', '/products/bulk', filler(10 * 1024 * 1024 + 1));
    const exact = await store.upload('POST', '/products/bulk', filler(10 * 1024 * 1024));

    refused(over, 'too big');
    assert.match(over.body.message, /10 MiB/);
    refused(exact, 'too long a description');
    assert.deepEqual([exact.body.errors![0]!.row, exact.body.errors![0]!.column], [2, 'Description']);
    assert.equal(await fingerprint(), before);
  });

  it('is refused as an update too, whole, when its last row is wrong', async () => {
    const headers = ['Product ID', ...HEADERS];
    const good = {'Product ID': productID, Price: '9', Vouchers: 'new'};
    const bad = [
      {'Product ID': '507f1f77bcf86cd799439031', Price: '1'},
      {'Product ID': 'none', Price: '1'},
      {'Product ID': productID, Price: '1'},
      {Price: '1'},
    ];
    const before = await fingerprint();

    for (const row of bad) {
      refused(
        await store.upload('PUT', '/products/bulk', csvOf([good, row], {headers})),
        JSON.stringify(row),
      );
    }
    refused(
      await store.upload('PUT', '/products/bulk', csvOf([{...good, Vouchers: 'known'}], {headers})),
      'known code',
    );

    assert.equal(await fingerprint(), before);
  });

  it('is told from a good one', async () => {
    const before = await fingerprint();

    const {status} = await store.upload('POST', '/products/bulk', csvOf([{Name: 'Good', Price: '1'}]));

    assert.equal(status, 201);
    assert.notEqual(await fingerprint(), before);
  });
});
