import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, START, type TestStore} from '../support/store.ts';

describe('categories', () => {
  let store: TestStore;
  const names = async (query: string) =>
    (await store.get(`/v1/categories?${query}`)).items.map(({name}) => name);

  before(async () => {
    store = await aStore();
    const i18n = {isTranslationEnabled: true, nameTranslations: [{language: 'th', value: 'อาหาร'}]};
    await store.post('/categories', {name: 'Food', displayOrder: 2, i18n});
    await store.post('/categories', {name: 'Gear', displayOrder: 1, viewType: 'preview'});
    await store.post('/categories', {name: 'Attic', displayOrder: 3, isArchived: true});
  });

  it('creates one with every documented member', async () => {
    const {status, body, item} = await store.post('/v1/categories', {
      name: 'Premium Rewards',
      coverImage: '/pictures/category.svg',
      shouldShowCover: true,
      displayOrder: 9,
      defaultPurchaseStatusName: 'Pending',
    });

    assert.equal(status, 201);
    assert.equal(body.message, 'Create category success.');
    const {_id, defaultPurchaseStatusID, ...members} = item;
    assert.match(_id as string, /^[0-9a-f]{24}$/);
    assert.match(defaultPurchaseStatusID as string, /^[0-9a-f]{24}$/);
    assert.deepEqual(members, {
      communityID: store.communityId,
      name: 'Premium Rewards',
      coverImage: 'http://store.test/pictures/category.svg',
      shouldShowCover: true,
      isArchived: false,
      viewType: 'full',
      displayOrder: 9,
      categoryPermission: [],
      i18n: {isTranslationEnabled: false, nameTranslations: []},
      createdAt: new Date(START).toISOString(),
      updatedAt: new Date(START).toISOString(),
    });
    const read = await store.get(`/categories/${_id as string}`);
    assert.equal(read.body.message, 'Read category success.');
    assert.deepEqual(read.item, item);
    const byId = await store.post('/categories', {name: 'By id', displayOrder: 10, defaultPurchaseStatusID});
    assert.equal(byId.item['defaultPurchaseStatusID'], defaultPurchaseStatusID);
  });

  it('lists by display order, sorts, filters, searches and pages', async () => {
    assert.deepEqual((await names('')).slice(0, 3), ['Gear', 'Food', 'Attic']);
    assert.deepEqual(await names('sort=name:asc&limit=1'), ['Attic']);
    assert.deepEqual(await names('filter=isArchived:true'), ['Attic']);
    assert.deepEqual((await names('filter=isArchived%3Afalse')).includes('Attic'), false);
    assert.deepEqual(await names('search=keyword:foo'), ['Food']);
    assert.deepEqual(await names('skip=1&limit=1'), ['Food']);
    const {body} = await store.get('/categories?filter=isArchived:true');
    assert.equal(body.message, 'Read categories success.');
    assert.equal(body.meta['total'], 1);
  });

  it('honours lang and fields', async () => {
    assert.deepEqual((await names('lang=th')).slice(0, 2), ['Gear', 'อาหาร']);
    const [first] = (await store.get('/categories?fields=name,viewType')).items;
    assert.deepEqual(Object.keys(first!), ['_id', 'name', 'viewType']);
    assert.deepEqual(first!['viewType'], 'preview');
  });

  const refused: [what: string, body: unknown, named: RegExp][] = [
    ['no name', {}, /name/],
    ['an empty name', {name: ''}, /name/],
    ['another view', {name: 'A', viewType: 'grid'}, /viewType: expected one of full, preview/],
    ['a display order below 0', {name: 'A', displayOrder: -1}, /displayOrder/],
    ['a display order that is not whole', {name: 'A', displayOrder: 1.5}, /displayOrder/],
    ['an unknown status', {name: 'A', defaultPurchaseStatusName: 'Odd'}, /defaultPurchaseStatusName/],
    [
      'the id of no status',
      {name: 'A', defaultPurchaseStatusID: '507f1f77bcf86cd799439031'},
      /PurchaseStatusID/,
    ],
    ['an array', [{name: 'A'}], /a category/],
    ['a member that is none', {name: 'A', communityID: '1'}, /communityID/],
  ];
  for (const [what, body, named] of refused) {
    it(`refuses ${what} with a 400 that says so`, async () => {
      const answer = await store.post('/categories', body);
      assert.equal(answer.status, 400);
      assert.match(answer.body.message, named);
    });
  }

  it('answers 409 to a name that is taken', async () => {
    const {status, body} = await store.post('/categories', {name: 'Food'});

    assert.equal(status, 409);
    assert.match(body.message, /Food/);
  });

  it('answers 404 to an id that nobody has, 400 to one that is none', async () => {
    assert.equal((await store.get('/categories/507f1f77bcf86cd799439021')).status, 404);
    assert.equal((await store.get('/categories/507f')).status, 400);
    assert.equal((await store.get('/categories?filter=viewType:full')).status, 400);
    assert.equal((await store.get('/categories?fields=secret')).status, 400);
  });

  it('changes what is named and nothing else, and answers the whole', async () => {
    const {item: before} = await store.post('/categories', {
      name: 'Maps',
      displayOrder: 7,
      shouldShowCover: true,
    });
    const path = `/v1/categories/${before['_id'] as string}`;

    const {status, body, item} = await store.put(path, {
      isArchived: true,
      defaultPurchaseStatusName: 'Pending',
    });

    assert.equal(status, 200);
    assert.equal(body.message, 'Update category success.');
    assert.match(item['defaultPurchaseStatusID'] as string, /^[0-9a-f]{24}$/);
    const {isArchived, defaultPurchaseStatusID, ...rest} = item;
    assert.deepEqual({...rest, isArchived: false, defaultPurchaseStatusID: null}, before);
    assert.deepEqual([isArchived, typeof defaultPurchaseStatusID], [true, 'string']);
    assert.equal(
      (await store.put(path, {defaultPurchaseStatusID: null})).item['defaultPurchaseStatusID'],
      null,
    );
  });

  it('keeps its name to itself', async () => {
    const {item} = await store.post('/categories', {name: 'Own'});
    const path = `/categories/${item['_id'] as string}`;

    const {status, body} = await store.put(path, {name: 'Gear'});

    assert.equal(status, 409);
    assert.match(body.message, /Gear/);
    assert.equal((await store.put(path, {name: 'Own'})).status, 200);
  });

  it('deletes once, and leaves the products without a category', async () => {
    const {item} = await store.post('/categories', {name: 'Short-lived'});
    const id = item['_id'] as string;
    const product = await store.post('/products', {name: 'Orphan', price: 1, categoryID: id});
    assert.equal((await store.get(`/products?filter=categoryID:${id}`)).body.meta['total'], 1);

    const {status, body} = await store.delete(`/v1/categories/${id}`);

    assert.equal(status, 200);
    assert.equal(body.message, 'Delete category success.');
    assert.equal((await store.delete(`/categories/${id}`)).status, 404);
    assert.equal((await store.get(`/products?filter=categoryID:${id}`)).body.meta['total'], 0);
    assert.equal((await store.get(`/products/${product.item['_id'] as string}`)).item['categoryID'], null);
  });

  it("refuses an empty name, an unknown id and another community's", async () => {
    const {item} = await store.post('/categories', {name: 'Ours'});
    const other = await aStore();

    assert.equal((await store.put(`/categories/${item['_id'] as string}`, {name: ''})).status, 400);
    assert.equal((await store.put('/categories/507f1f77bcf86cd799439021', {name: 'A'})).status, 404);
    assert.equal((await other.put(`/categories/${item['_id'] as string}`, {name: 'A'})).status, 404);
    assert.equal((await other.delete(`/categories/${item['_id'] as string}`)).status, 404);
  });
});
