import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, START, type TestStore} from '../support/store.ts';

describe('GET /products', () => {
  let store: TestStore;
  let food: string;
  const names = async (query: string) =>
    (await store.get(`/v1/products?${query}`)).items.map(({name}) => name);

  before(async () => {
    store = await aStore();
    food = (await store.post('/categories', {name: 'Food'})).item['_id'] as string;
    await store.post('/categories', {name: 'Gear'});
    const i18n = {nameTranslations: [{language: 'th', value: 'กาแฟสองแก้ว'}]};
    await store.post('/products/bulk', [
      {
        name: 'Coffee for two',
        price: 30,
        categoryName: 'Food',
        description: '<p>At <b>any</b> café</p>',
        i18n,
      },
      {name: 'älpine tea', price: 5, categoryName: 'Food', displayOrder: 3, vouchers: ['a', 'b']},
      {name: 'Boots: red', price: 900, categoryName: 'Gear', displayOrder: 2, type: 'goods', vouchers: ['c']},
      {name: 'Zipper', price: 5.5, displayOrder: 1},
      {name: 'Old map', price: 1, isArchived: true},
    ]);
  });

  it('answers in the envelope of a list', async () => {
    const {status, body} = await store.get('/v1/products?limit=2');

    assert.equal(status, 200);
    assert.equal(body.message, 'Read products success.');
    assert.deepEqual(body.meta, {status: 'success', statusCode: 200, skip: 0, limit: 2, total: 4});
  });

  it('lists by display order, without archived products', async () => {
    assert.deepEqual(await names(''), ['Coffee for two', 'Zipper', 'Boots: red', 'älpine tea']);
  });

  const sorts: [sort: string, first: string, last: string][] = [
    ['displayOrder:desc', 'älpine tea', 'Coffee for two'],
    ['name:asc', 'älpine tea', 'Zipper'],
    ['name:desc', 'Zipper', 'älpine tea'],
    ['price:asc', 'älpine tea', 'Boots: red'],
    ['price:desc', 'Boots: red', 'älpine tea'],
    ['stocks:desc', 'älpine tea', 'Coffee for two'],
    ['totalOrders:asc', 'Coffee for two', 'Zipper'],
    ['createdAt:desc', 'Zipper', 'Coffee for two'],
    ['updatedAt:asc', 'Coffee for two', 'Zipper'],
  ];
  for (const [sort, first, last] of sorts) {
    it(`sorts by ${sort}, the order of making deciding between equals`, async () => {
      const found = await names(`sort=${sort}`);
      assert.deepEqual([found.at(0), found.at(-1)], [first, last]);
      assert.deepEqual(await names(`sort=${encodeURIComponent(sort)}`), found);
    });
  }

  const searches: [search: string, found: string[]][] = [
    ['keyword:coffee', ['Coffee for two']],
    ['keyword:CAFE', ['Coffee for two']],
    ['keyword:any café', ['Coffee for two']],
    ['keyword:<b>', []],
    ['keyword:alpine', ['älpine tea']],
    ['keyword:Boots: red', ['Boots: red']],
    ['keyword:กาแฟ', ['Coffee for two']],
    ['keyword:z', ['Zipper']],
    ['keyword:te', ['älpine tea']],
    ['name:café', []],
    ['description:café', ['Coffee for two']],
    ['keyword:map', []],
    ['keyword:100%', []],
    ['keyword:_', []],
    ['keyword:', ['Coffee for two', 'Zipper', 'Boots: red', 'älpine tea']],
  ];
  for (const [search, found] of searches) {
    it(`finds ${JSON.stringify(found)} by ${search}`, async () => {
      const {items, body} = await store.get(`/products?search=${encodeURIComponent(search)}`);
      assert.deepEqual(
        items.map(({name}) => name),
        found,
      );
      assert.equal(body.meta['total'], found.length);
    });
  }

  it('filters by category and by type, and counts what it filters', async () => {
    const inFood = await store.get(`/products?filter=categoryID:${food}&limit=1`);
    assert.deepEqual(
      inFood.items.map(({name}) => name),
      ['Coffee for two'],
    );
    assert.equal(inFood.body.meta['total'], 2);
    assert.deepEqual(await names(`filter=categoryID%3A${food.toUpperCase()}&search=keyword:tea`), [
      'älpine tea',
    ]);

    const goods = await store.get('/products?filter=type:goods');
    assert.deepEqual(
      goods.items.map(({name}) => name),
      ['Boots: red'],
    );
    assert.equal(goods.body.meta['total'], 1);
    assert.deepEqual(await names('filter=categoryID:000000000000000000000000'), []);
  });

  it('gives each product once over all pages', async () => {
    const pages = await Promise.all(
      [0, 1, 2, 3, 4].map((skip) => names(`skip=${skip}&limit=1&sort=price:asc`)),
    );

    assert.deepEqual(pages.flat(), await names('sort=price:asc'));
  });

  it('caps a limit at 100 and gives 20 unasked', async () => {
    assert.equal((await store.get('/products?limit=5000')).body.meta['limit'], 100);
    assert.equal((await store.get('/products')).body.meta['limit'], 20);
  });

  it('gives the named fields and the id, however the commas came', async () => {
    for (const fields of ['name,price', 'name%2Cprice', '_id,price,name']) {
      const [first] = (await store.get(`/products?fields=${fields}`)).items;
      assert.deepEqual(Object.keys(first!), ['_id', 'name', 'price']);
    }
  });

  const refused: [query: string, named: RegExp][] = [
    ['fields=productPermission', /productPermission/],
    ['fields=name,__v', /__v/],
    ['fields=nmae', /nmae/],
    ['fields=', /fields/],
    ['sort=price', /:asc or :desc/],
    ['sort=secret:asc', /sort/],
    ['sort=price:up', /sort/],
    ['skip=-1', /skip/],
    ['skip=1.5', /skip/],
    ['limit=0', /limit/],
    ['limit=ten', /limit/],
    ['limit=9999999999', /limit/],
    ['search=coffee', /keyword/],
    ['search=price:5', /keyword/],
    ['filter=price:5', /categoryID/],
    ['filter=categoryID:12', /24/],
    ['filter=type:', /type/],
    ['lang=%27', /lang/],
    ['communityID=1', /communityID/],
    ['limit=1&limit=2', /once/],
    ['search=keyword:%00', /NUL/],
  ];
  for (const [query, named] of refused) {
    it(`refuses ?${query} with a 400 that says why`, async () => {
      const {status, body} = await store.get(`/products?${query}`);
      assert.equal(status, 400);
      assert.match(body.message, named);
      assert.deepEqual(body.meta, {statusCode: 400, status: 'error'});
    });
  }

  it('says the translated text where there is one, and the original where there is none', async () => {
    const inThai = 'กาแฟสองแก้ว';
    const first = async (lang: string) => (await names(`lang=${lang}`))[0];

    assert.equal(await first('th'), inThai);
    assert.equal(await first('th-TH'), inThai);
    assert.equal(await first('TH'), inThai);
    assert.equal(await first('en'), 'Coffee for two');
    assert.equal((await names('lang=th'))[1], 'Zipper');
  });

  it('takes a userID', async () => {
    assert.equal((await store.get('/products?userID=507f1f77bcf86cd799439031')).status, 200);
  });
});

describe('GET /products/{id}', () => {
  let store: TestStore;
  const create = async (product: object) => {
    const {items} = await store.post('/products/bulk', [{name: 'Mug', price: 10, ...product}]);
    return items[0]!['_id'] as string;
  };

  before(async () => {
    store = await aStore({publicUrl: 'http://pictures.test:9'});
  });

  it('gives every documented member, and no other', async () => {
    const id = await create({vouchers: ['x']});

    const {status, body, item} = await store.get(`/v1/products/${id}`);

    assert.equal(status, 200);
    assert.equal(body.message, 'Read product success.');
    assert.deepEqual(item, {
      _id: id,
      communityID: store.communityId,
      name: 'Mug',
      description: '',
      image: '',
      price: 10,
      type: 'voucher',
      categoryID: null,
      stocks: 1,
      discountPrice: null,
      isDiscountEnabled: false,
      discountStartDate: null,
      discountEndDate: null,
      userInformation: {
        isEnabled: false,
        shouldCollectName: false,
        shouldCollectPhone: false,
        shouldCollectAddress: false,
      },
      shouldPrioritiesExpiringVouchers: false,
      shouldDisplayRemainingQuantity: false,
      expiringVoucherHighlight: {isEnabled: false, duration: 7, timeframe: 'days'},
      isArchived: false,
      totalOrders: 0,
      displayOrder: 0,
      redemptionInstructions: '',
      i18n: {nameTranslations: []},
      customOptions: {isEnabled: false},
      isProductAccessEnabled: false,
      purchaseStatusOverride: {isEnabled: false, statusID: null},
      createdAt: new Date(START).toISOString(),
      updatedAt: new Date(START).toISOString(),
    });
  });

  it('makes the address of a picture of its own from its path, and leaves others alone', async () => {
    const own = await create({image: '/pictures/mug.svg'});
    const foreign = await create({image: 'https://example.com/mug.png'});

    assert.equal(
      (await store.get(`/products/${own}`)).item['image'],
      'http://pictures.test:9/pictures/mug.svg',
    );
    assert.equal((await store.get(`/products/${foreign}`)).item['image'], 'https://example.com/mug.png');
  });

  it('tells the next expiry only of a product that highlights it', async () => {
    const vouchers = {vouchers: ['x'], voucherExpireDate: '2026-05-28'};
    const plain = await create(vouchers);
    const highlighted = await create({...vouchers, expiringVoucherHighlight: {isEnabled: true}});

    assert.ok(!('voucherExpireDate' in (await store.get(`/products/${plain}`)).item));
    const {item} = await store.get(`/products/${highlighted}`);
    assert.equal(item['voucherExpireDate'], '2026-05-28T00:00:00.000Z');
  });

  it('gives the category by name only where it is asked for', async () => {
    const id = await create({});

    assert.deepEqual((await store.get(`/products/${id}?fields=category`)).item, {_id: id, category: null});
  });

  const ids: [id: string, status: number][] = [
    ['507f1f77bcf86cd799439031', 404],
    ['507f1f77bcf86cd79943903', 400],
    ['507f1f77bcf86cd79943903z', 400],
    ['..%2Fstores', 400],
    ['bulk', 400],
  ];
  for (const [id, status] of ids) {
    it(`answers ${status} to the id ${id}`, async () => {
      assert.equal((await store.get(`/products/${id}`)).status, status);
    });
  }

  it('answers 404 to an archived product', async () => {
    const id = await create({isArchived: true});

    const {status, body} = await store.get(`/products/${id}`);

    assert.equal(status, 404);
    assert.equal(body.message, 'Product not found.');
  });

  it('refuses what a list takes but a read does not', async () => {
    const id = await create({});

    assert.equal((await store.get(`/products/${id}?skip=0`)).status, 400);
    assert.equal((await store.get(`/products/${id}?fields=productPermission`)).status, 400);
  });
});
