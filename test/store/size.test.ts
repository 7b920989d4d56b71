import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type LogEvent, sql} from 'kysely';
import {fill} from './support/fill.ts';
import {aStore, onStatement, type TestStore} from './support/store.ts';

const PRODUCTS = 100_000;
const CATEGORIES = 20;

/** Tables that grow with the catalogue: no query may read one of them from end to end. */
const LARGE = ['products', 'product_texts', 'vouchers'];

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

describe(`with ${PRODUCTS} products`, () => {
  let store: TestStore;
  let category: string;
  let statements: LogEvent['query'][] = [];

  before(async () => {
    store = await aStore();
    const categoryIds: string[] = [];
    for (let at = 0; at < CATEGORIES; at++) {
      categoryIds.push((await store.post('/categories', {name: `Category ${at}`})).item['_id'] as string);
    }
    category = categoryIds[3]!;
    await fill(store.database.db, {communityId: store.communityId, categoryIds, products: PRODUCTS});
    onStatement(({query}) => statements.push(query));
  });
  after(() => onStatement(undefined));

  /** The statements that a request executes, each with the large tables that its plan reads from end to end. */
  const scansOf = async (request: () => Promise<{status: number}>) => {
    statements = [];
    const {status} = await request();
    assert.ok(status < 300, String(status));
    const executed = statements.filter((one) => /^\s*(select|insert|update|delete|with)/i.test(one.sql));
    assert.ok(executed.length > 0);
    const scans: string[] = [];
    for (const {sql: text, parameters} of executed) {
      for (const node of nodesOf(await explain(text, parameters))) {
        if (node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name'] ?? '')) scans.push(text);
      }
    }
    return scans;
  };
  const explain = async (text: string, parameters: readonly unknown[]): Promise<Plan> => {
    const {rows} = await store.database.db.executeQuery<{'QUERY PLAN': readonly {Plan: Plan}[] | string}>({
      ...sql`select 1`.compile(store.database.db),
      sql: `explain (format json) ${text}`,
      parameters,
    });
    const plan = rows[0]!['QUERY PLAN'];
    return (typeof plan === 'string' ? (JSON.parse(plan) as {Plan: Plan}[]) : plan)[0]!.Plan;
  };
  const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

  const sorts = ['displayOrder', 'name', 'price', 'createdAt', 'updatedAt', 'totalOrders', 'stocks'];
  const queries: [what: string, query: () => string][] = [
    ['a page', () => ''],
    ['a page of 100', () => 'limit=100'],
    ['page 1,000', () => 'skip=19980'],
    ['a page as a member sees it', () => 'userID=507f1f77bcf86cd799439031'],
    ['a type', () => 'filter=type:goods'],
    ['a category', () => `filter=categoryID:${category}`],
    ['a category, far down', () => `filter=categoryID:${category}&skip=4000`],
    ...sorts.flatMap((sort): [string, () => string][] => [
      [`by ${sort}`, () => `sort=${sort}:asc`],
      [`by ${sort}, backwards`, () => `sort=${sort}:desc`],
      [`a category by ${sort}`, () => `filter=categoryID:${category}&sort=${sort}:desc`],
    ]),
    ['a word', () => 'search=keyword:kayak'],
    ['two words', () => `search=${encodeURIComponent('keyword:coffee tea')}`],
    ['two letters', () => 'search=keyword:ka'],
    ['a word in the name', () => 'search=name:whistle&sort=price:asc'],
    ['a word in a category', () => `search=keyword:torch&filter=categoryID:${category}`],
    ['a word that is nowhere', () => 'search=keyword:zeppelin'],
  ];
  for (const [what, query] of queries) {
    it(`finds ${what} without reading a table from end to end`, async () => {
      assert.deepEqual(await scansOf(() => store.get(`/products?${query()}`)), []);
    });
  }

  it('reads, changes, sells and deletes one without reading a table from end to end', async () => {
    const id = (12_341).toString(16).padStart(24, '0');
    const path = `/products/${id}`;
    await store.put('/stores', {isEnabled: true, title: 'Shop'});
    const {item: member} = await store.post('/demo/members', {username: 'kim', balance: 1e6});
    const requests = [
      () => store.get(path),
      () => store.get(`${path}?userID=${member['_id'] as string}`),
      () => store.put(path, {name: 'Changed', vouchers: ['one', 'two']}),
      () => store.post('/demo/purchases', {productID: id, userID: member['_id']}),
      () =>
        store.post('/products/bulk', [
          {name: 'New', price: 1, categoryName: 'Category 1', vouchers: ['new']},
        ]),
      () => store.put('/products/bulk', [{productID: id, price: 2, productPermission: []}]),
      () => store.delete(path),
      () => store.get('/categories'),
      () => store.get('/stores'),
    ];
    for (const request of requests) assert.deepEqual(await scansOf(request), [], request.toString());
  });

  it('counts right without counting', async () => {
    const {rows} = await sql<{listed: number; here: number}>`
      select count(*)::int as listed, count(*) filter (where category_id = ${category})::int as here
      from products where community_id = ${store.communityId} and not is_archived`.execute(store.database.db);
    const total = async (query: string) => (await store.get(`/products?limit=1&${query}`)).body.meta['total'];

    assert.equal(await total(''), rows[0]!.listed);
    assert.equal(await total(`filter=categoryID:${category}`), rows[0]!.here);
  });

  it('tells a plan that does read one from end to end', async () => {
    const all = () => sql`select * from products where description like '%kayak%'`.execute(store.database.db);

    const scans = await scansOf(async () => all().then(() => ({status: 200})));

    assert.equal(scans.length, 1);
  });
});
