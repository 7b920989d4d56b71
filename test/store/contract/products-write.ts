import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, START, type TestStore} from '../support/store.ts';

const MISSING = '507f1f77bcf86cd799439031';

describe('POST /products', () => {
  let store: TestStore;

  before(async () => {
    store = await aStore();
  });

  it('creates a product and answers every member, the category by name', async () => {
    await store.post('/categories', {name: 'Rewards'});

    const {status, body, item} = await store.post('/v1/products', {
      name: 'Premium Voucher',
      description: '<p>Redeem for premium access.</p>',
      image: 'https://example.com/product.png',
      price: 100,
      categoryName: 'Rewards',
      discountPrice: 90,
      isDiscountEnabled: false,
      discountStartDate: '2026-04-28T00:00:00.000Z',
      discountEndDate: '2026-05-28T00:00:00.000Z',
      shouldDisplayRemainingQuantity: true,
      redemptionInstructions: '<p>Show this voucher at checkout.</p>',
      productPermission: [],
      vouchers: ['PREMIUM-001', 'PREMIUM-002'],
      voucherExpireDate: '2026-05-28T00:00:00.000Z',
    });

    assert.equal(status, 201);
    assert.equal(body.message, 'Create product success.');
    assert.deepEqual(body.meta, {status: 'success', statusCode: 201});
    assert.equal(item['category'], 'Rewards');
    assert.equal(item['stocks'], 2);
    assert.equal(item['totalOrders'], 0);
    assert.deepEqual(item['productPermission'], []);
    assert.deepEqual(item['purchaseStatusOverride'], {isEnabled: false, status: null});
    assert.ok(!('categoryID' in item) && !('vouchers' in item));
    assert.doesNotMatch(JSON.stringify(body), /PREMIUM-001/);
  });

  it('takes the category by its id as well, and both where they agree', async () => {
    const {item} = await store.post('/categories', {name: 'By id'});
    const categoryID = item['_id'];
    await store.post('/categories', {name: 'Another'});
    const create = (category: object) => store.post('/products', {name: 'A', price: 1, ...category});

    assert.equal((await create({categoryID})).item['category'], 'By id');
    assert.equal((await create({categoryID, categoryName: 'By id'})).status, 201);
    assert.equal((await create({categoryID, categoryName: 'Another'})).status, 400);
  });

  it('names a wrong member without an index', async () => {
    const {status, body} = await store.post('/products', {name: 'A', price: 'x'});

    assert.equal(status, 400);
    assert.equal(body.errors![0]!.path, 'price');
  });
});

describe('PUT /products/{id}', () => {
  let store: TestStore;
  let id: string;
  const put = (change: unknown) => store.put(`/v1/products/${id}`, change);

  before(async () => {
    store = await aStore();
    const product = {
      ...{name: 'Mug', price: 10, vouchers: ['one', 'two']},
      userInformation: {isEnabled: true, shouldCollectName: true},
    };
    id = (await store.post('/products', product)).item['_id'] as string;
  });

  it('changes what is named and nothing else', async () => {
    store.clock.time = START + 5_000;
    const {status, body, item} = await put({price: 12});

    assert.equal(status, 200);
    assert.equal(body.message, 'Update product success.');
    assert.deepEqual([item['name'], item['price'], item['stocks']], ['Mug', 12, 2]);
    assert.equal(item['createdAt'], new Date(START).toISOString());
    assert.equal(item['updatedAt'], new Date(START + 5_000).toISOString());
  });

  it('appends vouchers: three after one more', async () => {
    assert.equal((await put({vouchers: ['three']})).item['stocks'], 3);
  });

  it('answers 409 to a code that the product has, and appends none', async () => {
    const {status, body} = await put({vouchers: ['four', 'one']});

    assert.equal(status, 409);
    assert.match(body.message, /one/);
    assert.equal((await store.get(`/products/${id}`)).item['stocks'], 3);
  });

  it('leaves the members of a nested object that are not named', async () => {
    const {item} = await put({userInformation: {shouldCollectPhone: true}});

    assert.deepEqual(item['userInformation'], {
      isEnabled: true,
      shouldCollectName: true,
      shouldCollectPhone: true,
      shouldCollectAddress: false,
    });
  });

  it('empties what is null, and sets and lifts a purchase status', async () => {
    await put({discountPrice: 5, discountEndDate: '2026-05-01', purchaseStatusOverrideName: 'Pending'});
    const set = (await store.get(`/products/${id}`)).item;
    assert.equal((set['purchaseStatusOverride'] as {isEnabled: boolean}).isEnabled, true);

    const {item} = await put({discountPrice: null, discountEndDate: null, purchaseStatusOverrideName: ''});

    assert.deepEqual([item['discountPrice'], item['discountEndDate']], [null, null]);
    assert.deepEqual(item['purchaseStatusOverride'], {isEnabled: false, status: null});
  });

  it('takes an archived product off the list, and puts it back', async () => {
    const total = async () => (await store.get('/products')).body.meta['total'];
    await put({isArchived: true});
    assert.deepEqual([await total(), (await store.get(`/products/${id}`)).status], [0, 404]);

    await put({isArchived: false});

    assert.deepEqual([await total(), (await store.get(`/products/${id}`)).status], [1, 200]);
  });

  it('answers 404 to an id that nobody has and 400 to one that is none', async () => {
    assert.equal((await store.put(`/products/${MISSING}`, {price: 1})).status, 404);
    assert.equal((await store.put('/products/mug', {price: 1})).status, 400);
  });

  it('refuses an empty name, an unknown member and what is no object', async () => {
    for (const change of [{name: ''}, {prize: 1}, {productID: id}, [], null, 'x']) {
      assert.equal((await put(change)).status, 400, JSON.stringify(change));
    }
  });
});

describe('DELETE /products/{id}', () => {
  it('deletes once, with the vouchers; then it is a 404', async () => {
    const store = await aStore();
    const {item} = await store.post('/products', {name: 'Mug', price: 10, vouchers: ['one']});
    const path = `/products/${item['_id'] as string}`;

    const {status, body} = await store.delete(path);

    assert.equal(status, 200);
    assert.equal(body.message, 'Delete product success.');
    assert.equal((await store.delete(path)).status, 404);
    assert.equal((await store.get(path)).status, 404);
    assert.equal((await store.get('/products')).body.meta['total'], 0);
    assert.equal((await store.delete('/products/12')).status, 400);
  });

  it("leaves another community's product alone", async () => {
    const [store, other] = [await aStore(), await aStore()];
    const {item} = await other.post('/products', {name: 'Theirs', price: 1});
    const path = `/products/${item['_id'] as string}`;

    assert.equal((await store.delete(path)).status, 404);
    assert.equal((await store.put(path, {price: 0})).status, 404);
    assert.equal((await other.get(path)).item['price'], 1);
  });
});
