import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CATEGORY_FIELDS, PRODUCT_FIELDS, PRODUCT_SORT_FIELDS, STORE_FIELDS} from '../../src/api/contract.ts';
import {aGateway, ask, bodyOf} from './support/gateway.ts';
import {CATEGORY_ID, PRODUCT_ID, sampleStore} from './support/store.ts';

const LONG = 'x'.repeat(201);

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  '/v1/products': [
    'color=red',
    'Limit=8',
    'limit[]=8',
    'limit=8&limit=8',
    'fields=name&fields=price',
    'communityID=6502c9e514a3e564c5c09c0a',
    'userID=507f1f77bcf86cd799439031',
    'key=x',
    'apiKey=x',
    'access_token=x',
    '__proto__=x',
    'constructor=x',
    'toString=x',
    '=x',
    '%00=x',
    'skip=',
    'skip=-1',
    'skip=1.5',
    'skip=1e3',
    'skip=0x10',
    'skip=%201',
    'skip=99999999999',
    'skip=NaN',
    'limit=0',
    'limit=all',
    'limit=+5',
    'sort=price',
    'sort=price:ASC',
    'sort=price:asc,name:asc',
    'sort=productPermission:asc',
    'sort=-price',
    'sort=price:asc:desc',
    'fields=',
    'fields=,',
    'fields=name,',
    'fields=name,,price',
    'fields=Name',
    'fields=*',
    'fields=-price',
    'fields=productPermission',
    'fields=name,__v',
    'fields=communityID',
    'fields=vouchers',
    'fields=i18n',
    'fields=userInformation.isEnabled',
    'fields=__proto__',
    'fields=constructor',
    'search=shoes',
    'search=name:shoes',
    'search=description:shoes',
    'search=keyword:',
    'search=keyword:%20',
    'search=keyword:a%0ab',
    'search=keyword:a%00b',
    `search=keyword:${LONG}`,
    'filter=price:100',
    'filter=isArchived:true',
    'filter=isArchived:false',
    'filter=categoryID:',
    'filter=categoryID:x',
    `filter=categoryid:${CATEGORY_ID}`,
    `filter=categoryID:${CATEGORY_ID},type:voucher`,
    `filter=categoryID:${CATEGORY_ID}0`,
    'filter=type:',
    'filter=type:a%26b',
    'filter={"type":"voucher"}',
    'filter[type]=voucher',
    'lang=',
    'lang=english',
    'lang=en_US',
    'lang=../en',
    'lang=en;q=1',
    'lang=x',
  ],
  [`/v1/products/${PRODUCT_ID}`]: [
    'skip=1',
    'limit=1',
    'sort=price:asc',
    'search=keyword:x',
    'filter=type:x',
    'fields=coverImage',
  ],
  '/v1/categories': [
    'fields=name,price',
    'fields=categoryPermission',
    'sort=price:asc',
    'filter=type:x',
    'filter=isArchived:true',
  ],
  [`/v1/categories/${CATEGORY_ID}`]: ['filter=isArchived:false', 'fields=defaultPurchaseStatusID'],
  '/v1/stores': ['skip=0', 'fields=widget.apiKey', 'fields=apiKey', 'fields=communityID', 'filter=x'],
  '/v1/storefront': [
    'skip=1',
    'fields=coverImage',
    'categoryFields=price',
    'storeFields=apiKey',
    'lang=en&lang=th',
    'productFields=name',
  ],
};

describe('G5: a query outside the contract', () => {
  for (const [path, queries] of Object.entries(REFUSED)) {
    for (const query of queries) {
      it(`is a 400 without asking the store: ${path}?${query.slice(0, 60)}`, async () => {
        const store = sampleStore();

        const response = await ask(aGateway(store), `${path}?${query}`);

        assert.equal(response.status, 400);
        assert.equal(store.requests.length, 0);
      });
    }
  }

  it('is told by its name and never by its value', async () => {
    for (const [query, name] of [
      ['color=planted', '"color"'],
      ['sort=planted', 'sort'],
      ['fields=planted', '"planted"'],
      ['categoryFields=name', '"categoryFields"'],
    ] as const) {
      const {message} = await bodyOf(ask(aGateway(), `/v1/products?${query}`));
      assert.ok(message.includes(name), message);
      if (!name.includes('planted')) assert.doesNotMatch(message, /planted/);
    }
    const {message} = await bodyOf(ask(aGateway(), '/v1/products?%3Cscript%3E=1'));
    assert.doesNotMatch(message, /script/);
  });
});

describe('a query inside the contract', () => {
  const written: [query: string, upstream: string][] = [
    ['limit=8', 'limit=8'],
    ['limit=1000', 'limit=100'],
    ['limit=008', 'limit=8'],
    ['skip=0', 'skip=0'],
    ['lang=EN-us', 'lang=en-US'],
    ['lang=zh-hant-tw', 'lang=zh-Hant-TW'],
    ['search=keyword:a:b', 'search=keyword%3Aa%3Ab'],
    ['search=keyword%3A%20sh%C3%B6es%20', 'search=keyword%3Ash%C3%B6es'],
    ['search=keyword:a%26lang%3Dth', 'search=keyword%3Aa%26lang%3Dth'],
    [`filter=categoryID:${CATEGORY_ID}`, `filter=categoryID%3A${CATEGORY_ID}`],
    ['filter=type:gift-card_2', 'filter=type%3Agift-card_2'],
    ['limit=5&skip=10', 'skip=10&limit=5'],
    ...PRODUCT_SORT_FIELDS.map((field): [string, string] => [`sort=${field}:desc`, `sort=${field}%3Adesc`]),
  ];
  for (const [query, upstream] of written) {
    it(`is written in one way: ${query}`, async () => {
      const store = sampleStore();

      const response = await ask(aGateway(store), `/v1/products?fields=name&${query}`);

      assert.equal(response.status, 200);
      assert.equal(new URL(store.requests[0]!.url).search, `?${upstream}&fields=_id%2Cname`);
    });
  }

  it('may name every public field', async () => {
    for (const [path, fields] of [
      ['/v1/products', PRODUCT_FIELDS],
      ['/v1/categories', CATEGORY_FIELDS],
      ['/v1/stores', STORE_FIELDS],
    ] as const) {
      assert.equal((await ask(aGateway(), `${path}?fields=${fields.join('%2C')}`)).status, 200);
    }
  });

  it('takes a user only where the operator allows it, and keeps the answer for the asker', async () => {
    const store = sampleStore();
    const path = '/v1/products?userID=507f1f77bcf86cd799439031';

    const response = await ask(aGateway(store, {userID: true}), path);

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'private, no-cache');
    assert.match(store.requests[0]!.url, /userID=507f1f77bcf86cd799439031/);
    assert.equal((await ask(aGateway(sampleStore(), {userID: true}), '/v1/products?userID=x')).status, 400);
    assert.equal(
      (await ask(aGateway(sampleStore(), {userID: true}), path.replace('products', 'stores'))).status,
      400,
    );
  });

  it('never shares a cached answer with another query', async () => {
    const store = sampleStore();
    const gateway = aGateway(store);
    const pairs = [
      ['search=keyword:a%26lang%3Dth', 'search=keyword:a&lang=th'],
      ['search=keyword:a', 'search=keyword:a%20b'],
      ['fields=name', 'fields=name,price'],
      ['filter=type:c', 'search=keyword:c'],
      ['skip=1&limit=11', 'skip=11&limit=1'],
    ];
    for (const [one, other] of pairs) {
      const before = store.requests.length;
      await ask(gateway, `/v1/products?${one}`);
      await ask(gateway, `/v1/products?${other}`);
      assert.equal(store.requests.length, before + 2, `${one} and ${other}`);
    }
  });
});
