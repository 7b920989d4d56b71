import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, type TestStore} from '../support/store.ts';

const MISSING = '507f1f77bcf86cd799439031';

describe('POST /products/bulk with JSON', () => {
  let store: TestStore;
  const total = async () => (await store.get('/products')).body.meta['total'];

  before(async () => {
    store = await aStore();
    await store.post('/categories', {name: 'Food'});
  });

  it('creates every product, in order, and answers by names', async () => {
    const permission = {
      isEnabled: true,
      type: 'role',
      permission: {
        roleNames: ['VIP Member'],
        tagNames: ['Early Access'],
        usernames: ['alex'],
        combination: [{type: 'role', values: ['VIP Member']}],
      },
      purchaseAccess: {specialPrice: 80, isSpecialPriceEnabled: false},
      purchaseLimit: {isPurchaseLimitEnabled: false, quantity: 1, intervalCount: 1, intervalUnit: 'months'},
      accessLevel: 'full-access',
      isExclusiveTagEnabled: false,
    };

    const {status, body, items} = await store.post('/v1/products/bulk', [
      {
        name: 'Coffee',
        price: 3.5,
        categoryName: 'Food',
        vouchers: ['c-1', 'c-2'],
        purchaseStatusOverrideName: 'Pending',
        productPermission: [permission],
      },
      {name: 'Tea', price: 0, vouchers: [], voucherExpireDate: ''},
    ]);

    assert.equal(status, 201);
    assert.equal(body.message, 'Create products success.');
    assert.deepEqual(body.meta, {status: 'success', statusCode: 201, created: 2});
    assert.deepEqual(
      items.map(({name, category, stocks, totalOrders}) => ({name, category, stocks, totalOrders})),
      [
        {name: 'Coffee', category: 'Food', stocks: 2, totalOrders: 0},
        {name: 'Tea', category: null, stocks: 0, totalOrders: 0},
      ],
    );
    assert.deepEqual(items[0]!['productPermission'], [permission]);
    assert.deepEqual(items[0]!['purchaseStatusOverride'], {isEnabled: true, status: 'Pending'});
    assert.doesNotMatch(JSON.stringify(body), /c-1/);
  });

  const refused: [what: string, body: unknown, named: RegExp][] = [
    ['an object around the array', {products: [{name: 'A', price: 1}]}, /raw array/],
    ['an empty array', [], /no product/],
    ['101 products', Array.from({length: 101}, (_, at) => ({name: `P${at}`, price: 1})), /at most 100/],
    ['a product without a name', [{name: 'A', price: 1}, {price: 1}], /^\[1\]\.name: .*required/],
    ['an empty name', [{name: ' ', price: 1}], /^\[0\]\.name: /],
    ['a product without a price', [{name: 'A'}], /^\[0\]\.price: /],
    [
      'a price in words',
      [{name: 'A', price: '1'}],
      /^\[0\]\.price: expected a number of 0 or more, found "1"/,
    ],
    ['a price below 0', [{name: 'A', price: -1}], /^\[0\]\.price: /],
    ['a member that is none', [{name: 'A', price: 1, prize: 1}], /^\[0\]\.prize: expected no member/],
    ['an unknown category', [{name: 'A', price: 1, categoryName: 'Fod'}], /^\[0\]\.categoryName: .*"Fod"/],
    ['the id of no category', [{name: 'A', price: 1, categoryID: MISSING}], /^\[0\]\.categoryID: /],
    [
      'an unknown status',
      [{name: 'A', price: 1, purchaseStatusOverrideName: 'Odd'}],
      /OverrideName: .*"Odd"/,
    ],
    ['a date that is none', [{name: 'A', price: 1, discountEndDate: 'soon'}], /discountEndDate: .*"soon"/],
    [
      'a 30th of February',
      [{name: 'A', price: 1, discountEndDate: '2026-02-30T00:00:00Z'}],
      /discountEndDate/,
    ],
    ['a picture that is a script', [{name: 'A', price: 1, image: 'javascript:alert(1)'}], /image/],
    ['a NUL', [{name: 'A\0', price: 1}], /NUL/],
    ['half a character', [{name: 'A\ud83d', price: 1}], /surrogate/],
    [
      'vouchers with an empty date',
      [{name: 'A', price: 1, vouchers: ['x'], voucherExpireDate: ''}],
      /ExpireDate/,
    ],
    ['an empty code', [{name: 'A', price: 1, vouchers: ['']}], /vouchers\[0\]/],
    ['a number beyond JSON', [{name: 'A', price: 1e999}], /price/],
  ];
  for (const [what, body, named] of refused) {
    it(`refuses ${what} with a 400 that says so, and creates nothing`, async () => {
      const before = await total();
      const answer = await store.post('/products/bulk', body);
      assert.equal(answer.status, 400);
      assert.match(answer.body.message, named);
      assert.equal(await total(), before);
    });
  }

  it('names every wrong value at once', async () => {
    const {body} = await store.post('/products/bulk', [
      {name: '', price: -1},
      {nmae: 'A', price: 1, isArchived: 'no'},
    ]);

    assert.deepEqual(
      body.errors!.map(({path}) => path),
      ['[0].name', '[0].price', '[1].name', '[1].isArchived', '[1].nmae'],
    );
    assert.equal(body.errorCount, 5);
  });

  it('refuses what is no JSON, and what says it is something else', async () => {
    const send = (body: string, type?: string) =>
      store.app.request('/products/bulk', {
        method: 'POST',
        body,
        headers: {Authorization: `Bearer ${store.apiKey}`, ...(type !== undefined && {'Content-Type': type})},
      });

    assert.equal((await send('[{', 'application/json')).status, 400);
    assert.equal((await send('', 'application/json')).status, 400);
    assert.equal((await send('[]', 'text/plain')).status, 400);
    assert.equal((await send('--x', 'multipart/form-data')).status, 400);
    assert.equal((await send('--x--', 'multipart/form-data; boundary=x')).status, 400);
  });

  it('answers 409 to a code that stands twice in what is sent, and names it', async () => {
    const before = await total();
    const {status, body} = await store.post('/products/bulk', [
      {name: 'A', price: 1, vouchers: ['same']},
      {name: 'B', price: 1, vouchers: ['other', 'same']},
    ]);

    assert.equal(status, 409);
    assert.match(body.message, /same/);
    assert.equal(body.errors![0]!.path, '[1].vouchers');
    assert.equal(await total(), before);
  });
});

describe('PUT /products/bulk with JSON', () => {
  let store: TestStore;
  let ids: string[];

  before(async () => {
    store = await aStore();
    const {items} = await store.post('/products/bulk', [
      {name: 'Coffee', price: 3, vouchers: ['c-1', 'c-2'], description: 'Black'},
      {name: 'Tea', price: 2},
    ]);
    ids = items.map(({_id}) => _id as string);
  });

  it('changes what is named, appends vouchers, and leaves the rest', async () => {
    store.clock.time += 60_000;
    const {status, body, items} = await store.put('/products/bulk', [
      {productID: ids[1], name: 'Green tea'},
      {productID: ids[0], price: 4, vouchers: ['c-3']},
    ]);

    assert.equal(status, 200);
    assert.equal(body.message, 'Update products success.');
    assert.deepEqual(body.meta, {status: 'success', statusCode: 200, updated: 2});
    assert.deepEqual(
      items.map(({name, price, stocks, description}) => ({name, price, stocks, description})),
      [
        {name: 'Green tea', price: 2, stocks: 0, description: ''},
        {name: 'Coffee', price: 4, stocks: 3, description: 'Black'},
      ],
    );
    assert.notEqual(items[0]!['createdAt'], items[0]!['updatedAt']);
  });

  it('finds a product by its new name, and no longer by its old one', async () => {
    const find = async (search: string) =>
      (await store.get(`/products?search=keyword:${search}`)).items.length;
    await store.put('/products/bulk', [{productID: ids[1], name: 'Rooibos'}]);

    assert.deepEqual([await find('rooibos'), await find('tea')], [1, 0]);
  });

  it('answers 409 to a code that the product has, names it, and changes nothing', async () => {
    const {status, body} = await store.put('/products/bulk', [
      {productID: ids[0], price: 9, vouchers: ['new', 'c-1']},
    ]);

    assert.equal(status, 409);
    assert.match(body.message, /c-1/);
    const {item} = await store.get(`/products/${ids[0]!}`);
    assert.deepEqual([item['price'], item['stocks']], [4, 3]);
  });

  it('answers 404 to a product that is not there, and changes none of the others', async () => {
    const {status, body} = await store.put('/products/bulk', [
      {productID: ids[0], price: 9},
      {productID: MISSING, price: 9},
    ]);

    assert.equal(status, 404);
    assert.equal(body.errors![0]!.path, '[1].productID');
    assert.equal((await store.get(`/products/${ids[0]!}`)).item['price'], 4);
  });

  const refused: [what: string, change: object, named: RegExp][] = [
    ['no productID', {productID: undefined, price: 1}, /productID/],
    ['part of userInformation', {userInformation: {isEnabled: true}}, /userInformation\.shouldCollectName/],
    [
      'part of expiringVoucherHighlight',
      {expiringVoucherHighlight: {duration: 3}},
      /expiringVoucherHighlight/,
    ],
    ['part of a permission', {productPermission: [{type: 'role'}]}, /productPermission\[0\]/],
  ];
  for (const [what, change, named] of refused) {
    it(`refuses ${what}`, async () => {
      const {status, body} = await store.put('/products/bulk', [{productID: ids[0], ...change}]);
      assert.equal(status, 400);
      assert.match(body.message, named);
    });
  }

  it('refuses one product twice in what is sent', async () => {
    const twice = [
      {productID: ids[0], price: 1},
      {productID: ids[0]!.toUpperCase(), price: 2},
    ];

    const {status, body} = await store.put('/products/bulk', twice);

    assert.equal(status, 400);
    assert.match(body.message, /^\[1\]\.productID: /);
  });

  it('takes translations, by which the product is then found and shown', async () => {
    const i18n = {nameTranslations: [{language: 'de', value: 'Kaffee schwarz'}]};
    await store.put('/products/bulk', [{productID: ids[0], i18n}]);

    const {items} = await store.get('/products?search=keyword:kaffee&lang=de&fields=name');

    assert.deepEqual(items, [{_id: ids[0], name: 'Kaffee schwarz'}]);
  });
});
