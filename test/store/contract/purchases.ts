import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, START, type TestStore} from '../support/store.ts';

const DAY = 86_400_000;

describe('a purchase', () => {
  let store: TestStore;
  let userID: string;
  const aMember = async (member: object = {}) => {
    const username = `member-${Math.random()}`;
    return (await store.post('/demo/members', {username, balance: 1_000, ...member})).item['_id'] as string;
  };
  const aProduct = async (product: object) =>
    (await store.post('/products', {name: 'Mug', price: 10, ...product})).item['_id'] as string;
  const buy = (productID: string, more: object = {}) =>
    store.post('/demo/purchases', {productID, userID, ...more});
  const balance = async (id = userID) => (await store.get(`/demo/members/${id}`)).item['balance'];
  const refusal = ({status, body}: Awaited<ReturnType<typeof buy>>) => [
    status,
    (body as {reason?: string}).reason,
  ];

  before(async () => {
    store = await aStore();
    await store.put('/stores', {isEnabled: true, title: 'Shop'});
    userID = await aMember();
  });

  it('spends a voucher and the price, and answers code and instructions', async () => {
    const productID = await aProduct({vouchers: ['M-1', 'M-2'], redemptionInstructions: 'Show it.'});

    const {status, body, item} = await buy(productID);

    assert.equal(status, 201);
    assert.equal(body.message, 'Create purchase success.');
    const {_id, ...rest} = item;
    assert.match(_id as string, /^[0-9a-f]{24}$/);
    assert.deepEqual(rest, {
      productID,
      userID,
      name: 'Mug',
      price: 10,
      status: 'Completed',
      code: 'M-1',
      voucherExpireDate: null,
      redemptionInstructions: 'Show it.',
      information: {},
      balance: 990,
      createdAt: new Date(START).toISOString(),
    });
    const product = (await store.get(`/products/${productID}`)).item;
    assert.deepEqual([product['stocks'], product['totalOrders']], [1, 1]);
    assert.deepEqual((await store.get(`/demo/purchases?userID=${userID}`)).items[0], item);
  });

  it('is refused when nothing is left, and costs nothing', async () => {
    const productID = await aProduct({vouchers: ['only']});
    await buy(productID);
    const before = await balance();

    assert.deepEqual(refusal(await buy(productID)), [409, 'sold-out']);
    assert.equal(await balance(), before);
  });

  it('spends what expires first where the product says so, else what came first', async () => {
    for (const [shouldPrioritiesExpiringVouchers, codes] of [
      [true, ['soon', 'later', 'never']],
      [false, ['never', 'later', 'soon']],
    ] as const) {
      const productID = await aProduct({vouchers: ['never'], shouldPrioritiesExpiringVouchers});
      await store.put(`/products/${productID}`, {vouchers: ['later'], voucherExpireDate: '2026-06-01'});
      await store.put(`/products/${productID}`, {vouchers: ['soon'], voucherExpireDate: '2026-05-01'});
      const spent = [await buy(productID), await buy(productID), await buy(productID)];
      assert.deepEqual(
        spent.map(({item}) => item['code']),
        codes,
      );
    }
  });

  it('never spends an expired voucher, though it counts as unspent', async () => {
    const productID = await aProduct({vouchers: ['old'], voucherExpireDate: new Date(START).toISOString()});

    const answer = await buy(productID);

    assert.deepEqual(refusal(answer), [409, 'sold-out']);
    assert.match(answer.body.detail!, /expired/);
    assert.equal((await store.get(`/products/${productID}`)).item['stocks'], 1);
  });

  const windows: [what: string, product: object, price: number][] = [
    ['the list price without a discount', {discountPrice: 5}, 10],
    ['the discount while it runs', {discountPrice: 5, isDiscountEnabled: true}, 5],
    ['nothing for what is free', {discountPrice: 0, isDiscountEnabled: true}, 0],
    [
      'the discount from its first moment',
      {discountPrice: 5, isDiscountEnabled: true, discountStartDate: START},
      5,
    ],
    ['the list price before', {discountPrice: 5, isDiscountEnabled: true, discountStartDate: START + 1}, 10],
    ['the list price from its end', {discountPrice: 5, isDiscountEnabled: true, discountEndDate: START}, 10],
    ['the discount until then', {discountPrice: 5, isDiscountEnabled: true, discountEndDate: START + 1}, 5],
    ['the list price where a discount would raise it', {discountPrice: 12, isDiscountEnabled: true}, 10],
  ];
  for (const [what, product, price] of windows) {
    it(`costs ${what}`, async () => {
      const dated = Object.entries(product).map(([name, value]) => [
        name,
        name.endsWith('Date') ? new Date(value as number).toISOString() : (value as unknown),
      ]);
      const productID = await aProduct({...Object.fromEntries(dated), vouchers: ['one']});
      assert.equal((await buy(productID)).item['price'], price);
    });
  }

  it('costs the special price of whoever has the permission', async () => {
    const productPermission = [
      {permission: {roleNames: ['VIP']}, purchaseAccess: {specialPrice: 3, isSpecialPriceEnabled: true}},
    ];
    const productID = await aProduct({productPermission, vouchers: ['one', 'two']});
    const vip = await aMember({roles: ['VIP']});

    assert.equal((await buy(productID, {userID: vip})).item['price'], 3);
    assert.equal((await buy(productID)).item['price'], 10);
  });

  it('is refused to whom the product is not for', async () => {
    const productPermission = [{permission: {roleNames: ['VIP']}}];
    const productID = await aProduct({isProductAccessEnabled: true, productPermission, vouchers: ['one']});

    assert.deepEqual(refusal(await buy(productID)), [403, 'not-allowed']);
    assert.equal((await buy(productID, {userID: await aMember({roles: ['VIP']})})).status, 201);
  });

  it('is refused over a limit until its time is over', async () => {
    const purchaseLimit = {
      isPurchaseLimitEnabled: true,
      quantity: 2,
      intervalCount: 1,
      intervalUnit: 'weeks',
    };
    const productPermission = [{permission: {roleNames: ['VIP']}, purchaseLimit}];
    const productID = await aProduct({productPermission, vouchers: ['one', 'two', 'three']});
    const vip = {userID: await aMember({roles: ['VIP']})};
    await buy(productID, vip);
    await buy(productID, vip);

    assert.deepEqual(refusal(await buy(productID, vip)), [409, 'limit-reached']);
    store.clock.time = START + 7 * DAY - 1;
    assert.deepEqual(refusal(await buy(productID, vip)), [409, 'limit-reached']);
    store.clock.time = START + 7 * DAY;
    assert.equal((await buy(productID, vip)).status, 201);
    store.clock.time = START;
  });

  it('is refused when the balance is short, to the point', async () => {
    const productID = await aProduct({vouchers: ['one', 'two']});
    const poor = {userID: await aMember({balance: 9.99})};
    const short = await buy(productID, poor);
    assert.deepEqual(refusal(short), [409, 'balance-short']);
    assert.equal((short.body as {missing?: number}).missing, 0.01);

    await store.put(`/demo/members/${poor.userID}`, {balance: 10});

    assert.equal((await buy(productID, poor)).item['balance'], 0);
  });

  it('is refused in a closed store', async () => {
    const productID = await aProduct({vouchers: ['one']});
    await store.put('/stores', {isEnabled: false});

    assert.deepEqual(refusal(await buy(productID)), [409, 'store-closed']);
    await store.put('/stores', {isEnabled: true});
  });

  it('asks for the information that the product wants, and keeps no other', async () => {
    const userInformation = {isEnabled: true, shouldCollectName: true, shouldCollectAddress: true};
    const productID = await aProduct({userInformation, vouchers: ['one']});

    const missing = await buy(productID, {information: {name: ' ', phone: '1'}});
    assert.equal(missing.status, 400);
    assert.deepEqual(
      missing.body.errors!.map(({path}) => path),
      ['information.name', 'information.address'],
    );

    const {item} = await buy(productID, {information: {name: 'Kim', phone: '1', address: 'Here'}});
    assert.deepEqual(item['information'], {name: 'Kim', address: 'Here'});
  });

  it('has the status of the product, else of its category', async () => {
    await store.post('/categories', {name: 'Slow', defaultPurchaseStatusName: 'Processing'});
    const slow = {categoryName: 'Slow', vouchers: ['one']};

    assert.equal((await buy(await aProduct(slow))).item['status'], 'Processing');
    const own = await aProduct({...slow, purchaseStatusOverrideName: 'Pending'});
    assert.equal((await buy(own)).item['status'], 'Pending');
  });

  it('tells its words in the language that is asked for', async () => {
    const i18n = {redemptionInstructionsTranslations: [{language: 'de', value: 'Vorzeigen.'}]};
    const productID = await aProduct({i18n, vouchers: ['one']});

    const {item} = await store.post('/demo/purchases?lang=de', {productID, userID});

    assert.equal(item['redemptionInstructions'], 'Vorzeigen.');
  });

  it('happens once, however often it is sent under one key', async () => {
    const productID = await aProduct({vouchers: ['one', 'two']});
    const send = async (product = productID) => {
      const answer = await store.app.request('/demo/purchases', {
        method: 'POST',
        body: JSON.stringify({productID: product, userID}),
        headers: {
          Authorization: `Bearer ${store.apiKey}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'click-1',
        },
      });
      const {data} = (await answer.json()) as {data?: {code: string}};
      return {status: answer.status, code: data?.code};
    };

    assert.deepEqual(await Promise.all([send(), send(), send()]), Array(3).fill({status: 201, code: 'one'}));
    assert.equal((await store.get(`/products/${productID}`)).item['stocks'], 1);
    assert.equal((await send(await aProduct({vouchers: ['x']}))).status, 409);
  });

  it('is a 404 for an unknown product or member, and a 400 for what is no id', async () => {
    const productID = await aProduct({vouchers: ['one']});
    const missing = '507f1f77bcf86cd799439031';

    assert.equal((await buy(missing)).status, 404);
    assert.equal((await buy(productID, {userID: missing})).status, 404);
    assert.equal((await buy(productID, {userID: 'kim'})).status, 400);
    assert.equal((await buy(await aProduct({isArchived: true, vouchers: ['one']}))).status, 404);
  });

  it('needs the permission "demo", which a partner does not have', async () => {
    const key = await store.aKey({permissions: ['store']});

    assert.equal((await store.get('/demo/purchases?userID=1', {Authorization: `Bearer ${key}`})).status, 403);
    assert.equal((await store.get('/demo/members', {Authorization: `Bearer ${key}`})).status, 403);
  });

  it('sells exactly 20 of 20 to 200 who buy at once', async () => {
    const productID = await aProduct({vouchers: Array.from({length: 20}, (_, at) => `code-${at}`)});
    const buyers = await Promise.all(Array.from({length: 200}, () => aMember({balance: 10})));

    const answers = await Promise.all(buyers.map((buyer) => buy(productID, {userID: buyer})));

    const sold = answers.filter(({status}) => status === 201);
    assert.equal(sold.length, 20);
    assert.equal(new Set(sold.map(({item}) => item['code'])).size, 20);
    assert.ok(answers.every((answer) => answer.status === 201 || refusal(answer)[1] === 'sold-out'));
    const product = (await store.get(`/products/${productID}`)).item;
    assert.deepEqual([product['stocks'], product['totalOrders']], [0, 20]);
    const paid = await Promise.all(buyers.map(async (buyer) => (await balance(buyer)) === 0));
    assert.equal(paid.filter(Boolean).length, 20);
    assert.deepEqual(store.failures, []);
  });
});
