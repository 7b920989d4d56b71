import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {csvOf, HEADERS} from '../support/csv.ts';
import {aStore, type TestStore} from '../support/store.ts';

describe('POST /products/bulk with a CSV', () => {
  let store: TestStore;
  const upload = (csv: BlobPart, type?: string) => store.upload('POST', '/v1/products/bulk', csv, type);
  const total = async () => (await store.get('/products')).body.meta['total'];

  before(async () => {
    store = await aStore();
    await store.post('/categories', {name: 'Food & drink'});
  });

  it('sets every member that a column stands for', async () => {
    const {status, body, items} = await upload(
      csvOf([
        {
          Name: 'Coffee',
          Description: '<p>Black, "strong"\nand hot</p>',
          Image: '/pictures/coffee.svg',
          Price: '3.50',
          'Category Name': 'Food & drink',
          'Discount Enabled': 'TRUE',
          'Discount Price': '2',
          'Discount Start Date': '2026-04-28',
          'Discount End Date': '2026-05-28T12:00:00Z',
          'User Information Enabled': 'yes',
          'Collect Name': 'true',
          'Collect Phone': 'false',
          'Collect Address': '0',
          'Prioritize Expiring Vouchers': 'true',
          'Display Remaining Quantity': 'true',
          'Expiring Highlight Enabled': 'true',
          'Expiring Highlight Duration': '3',
          'Expiring Highlight Timeframe': 'weeks',
          Archived: 'false',
          'Redemption Instructions': 'Show it.',
          'Product Access Enabled': 'true',
          'Purchase Status Override Name': 'Completed',
          Vouchers: 'A-1, A-2',
          'Voucher Expire Date': '2026-06-30',
          'Permission Enabled': 'true',
          'Permission Type': 'role',
          Roles: 'VIP Member,Guide',
          Tags: 'Early Access',
          Users: 'alex',
          'Combination Type': 'role',
          'Combination Values': 'VIP Member',
          'Special Price': '80',
          'Special Price Enabled': 'true',
          'Purchase Limit Enabled': 'true',
          'Purchase Limit Quantity': '2',
          'Purchase Limit Interval Count': '3',
          'Purchase Limit Interval Unit': 'weeks',
          'Access Level': 'full-access',
          'Exclusive Tag Enabled': 'true',
        },
        {'Permission Type': 'tag', Tags: 'Night hikers'},
      ]),
    );

    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.meta['created'], 1);
    const {_id, communityID, createdAt, updatedAt, ...members} = items[0]!;
    assert.ok(_id && communityID && createdAt && updatedAt);
    assert.deepEqual(members, {
      name: 'Coffee',
      description: '<p>Black, "strong"\nand hot</p>',
      image: 'http://store.test/pictures/coffee.svg',
      price: 3.5,
      type: 'voucher',
      category: 'Food & drink',
      stocks: 2,
      discountPrice: 2,
      isDiscountEnabled: true,
      discountStartDate: '2026-04-28T00:00:00.000Z',
      discountEndDate: '2026-05-28T12:00:00.000Z',
      userInformation: {
        isEnabled: true,
        shouldCollectName: true,
        shouldCollectPhone: false,
        shouldCollectAddress: false,
      },
      shouldPrioritiesExpiringVouchers: true,
      shouldDisplayRemainingQuantity: true,
      expiringVoucherHighlight: {isEnabled: true, duration: 3, timeframe: 'weeks'},
      voucherExpireDate: '2026-06-30T00:00:00.000Z',
      isArchived: false,
      totalOrders: 0,
      displayOrder: 0,
      redemptionInstructions: 'Show it.',
      i18n: {nameTranslations: []},
      customOptions: {isEnabled: false},
      isProductAccessEnabled: true,
      purchaseStatusOverride: {isEnabled: true, status: 'Completed'},
      productPermission: [
        {
          isEnabled: true,
          type: 'role',
          permission: {
            roleNames: ['VIP Member', 'Guide'],
            tagNames: ['Early Access'],
            usernames: ['alex'],
            combination: [{type: 'role', values: ['VIP Member']}],
          },
          purchaseAccess: {specialPrice: 80, isSpecialPriceEnabled: true},
          purchaseLimit: {isPurchaseLimitEnabled: true, quantity: 2, intervalCount: 3, intervalUnit: 'weeks'},
          accessLevel: 'full-access',
          isExclusiveTagEnabled: true,
        },
        {
          isEnabled: true,
          type: 'tag',
          permission: {roleNames: [], tagNames: ['Night hikers'], usernames: [], combination: []},
          purchaseAccess: {specialPrice: null, isSpecialPriceEnabled: false},
          purchaseLimit: {
            isPurchaseLimitEnabled: false,
            quantity: 1,
            intervalCount: 1,
            intervalUnit: 'months',
          },
          accessLevel: 'full-access',
          isExclusiveTagEnabled: false,
        },
      ],
    });
  });

  const plain = csvOf([{Name: 'Plain', Price: '1'}]);
  const forms: [what: string, csv: BlobPart, name: string][] = [
    ['a byte-order mark', `\ufeff${plain}`, 'Plain'],
    ['CRLF', csvOf([{Name: 'Plain', Price: '1'}], {newline: '\r\n'}), 'Plain'],
    ['empty rows', plain.replace('\n', `\n\n${','.repeat(HEADERS.length - 1)}\n`), 'Plain'],
    ['no line break at the end', plain.trimEnd(), 'Plain'],
    ['a quoted line break', csvOf([{Name: 'Two\nlines', Price: '1'}]), 'Two\nlines'],
    ['a name in four scripts', csvOf([{Name: 'กาแฟ قهوة コーヒー 👩‍🚀', Price: '1'}]), 'กาแฟ قهوة コーヒー 👩‍🚀'],
  ];
  for (const [what, csv, name] of forms) {
    it(`takes ${what}`, async () => {
      const {status, items} = await upload(csv);
      assert.equal(status, 201);
      assert.deepEqual(
        items.map((item) => item['name']),
        [name],
      );
    });
  }

  for (const type of ['text/csv', 'application/csv', 'application/vnd.ms-excel', 'text/csv; charset=utf-8']) {
    it(`takes a file of type ${type}`, async () => assert.equal((await upload(plain, type)).status, 201));
  }

  const refused: [what: string, csv: BlobPart, named: RegExp][] = [
    ['nothing', '', /empty/],
    ['headers alone', `${HEADERS.join(',')}\n`, /no product/],
    [
      'a missing column',
      csvOf([{Name: 'A'}], {headers: HEADERS.filter((one) => one !== 'Price')}),
      /Row 1, Price: .*missing/,
    ],
    ['an unknown column', csvOf([{Name: 'A'}], {headers: [...HEADERS, 'Colour']}), /Row 1: .*"Colour"/],
    [
      'columns in another order',
      csvOf([{Name: 'A'}], {headers: [...HEADERS.slice(1), 'Name']}),
      /Row 1, Name: .*number 1/,
    ],
    ['a column twice', csvOf([{Name: 'A'}], {headers: [...HEADERS, 'Price']}), /Row 1, Price: .*once/],
    ['a row that is too short', `${plain}A,B\n`, /Row 3: expected 39 cells.*"2 cells"/],
    ['a quote that never closes', `${plain}"A`, /well-formed CSV, near row 3/],
    ['a quote inside a cell', plain.replace('Plain', 'Pl"ain'), /well-formed CSV, near row 2/],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x41]), /not UTF-8/],
    ['a NUL', csvOf([{Name: 'A\0B', Price: '1'}]), /Row 2, Name: .*NUL/],
    ['a stray permission row', csvOf([{Roles: 'VIP'}]), /Row 2, Name: .*no product stands above/],
    [
      'an unknown category',
      csvOf([{Name: 'A', Price: '1', 'Category Name': 'Fod'}]),
      /Row 2, Category Name: .*"Fod"/,
    ],
    [
      'a price in words',
      csvOf([{Name: 'A', Price: 'free'}]),
      /Row 2, Price: expected a number, found "free"/,
    ],
    ['no price', csvOf([{Name: 'A'}]), /Row 2, Price: .*required/],
    ['101 products', csvOf(Array.from({length: 101}, () => ({Name: 'A', Price: '1'}))), /at most 100/],
    ['too many rows', `${plain}${`${','.repeat(38)}x\n`.repeat(10_001)}`, /more than 10000 rows/],
    [
      'half a combination',
      csvOf([{Name: 'A', Price: '1', 'Combination Type': 'role'}]),
      /Row 2, Combination Values/,
    ],
  ];
  for (const [what, csv, named] of refused) {
    it(`refuses ${what} with a 400 that says where, and creates nothing`, async () => {
      const before = await total();
      const {status, body} = await upload(csv);
      assert.equal(status, 400);
      assert.match(body.message, named);
      assert.equal(await total(), before);
    });
  }

  it('names every wrong cell at once, by row, column, value and what was expected', async () => {
    const {body} = await upload(
      csvOf([
        {Name: 'A', Price: '-1', 'Discount Enabled': 'perhaps'},
        {Price: '2', 'Category Name': 'Food & drink', Vouchers: 'x', 'Permission Type': 'rule'},
        {Name: 'B', Price: '1', 'Discount End Date': 'tomorrow', 'Expiring Highlight Timeframe': 'moons'},
      ]),
    );

    assert.deepEqual(
      body.errors!.map(({row, column, value}) => [row, column, value]),
      [
        [2, 'Price', '-1'],
        [2, 'Discount Enabled', 'perhaps'],
        [3, 'Price', '2'],
        [3, 'Category Name', 'Food & drink'],
        [3, 'Vouchers', 'x'],
        [3, 'Permission Type', 'rule'],
        [4, 'Discount End Date', 'tomorrow'],
        [4, 'Expiring Highlight Timeframe', 'moons'],
      ],
    );
    assert.ok(body.errors!.every(({expected}) => expected.length > 0));
  });

  it('names an unknown category beside a wrong price, of one row and of another', async () => {
    const {body} = await upload(
      csvOf([
        {Name: 'A', Price: 'x', 'Category Name': 'Fod', 'Purchase Status Override Name': 'Lost'},
        {Name: 'B', Price: '1', 'Category Name': 'Drnk'},
      ]),
    );

    assert.deepEqual(
      body.errors!.map(({row, column}) => `${row} ${column}`),
      ['2 Price', '2 Category Name', '2 Purchase Status Override Name', '3 Category Name'],
    );
  });

  it('counts rows as a spreadsheet does, with line breaks in cells and empty rows before', async () => {
    const {body} = await upload(csvOf([{Name: 'A\n\nA', Price: '1'}, {}, {Name: 'B', Price: 'x'}]));

    assert.deepEqual([body.errors![0]!.row, body.errors![0]!.column], [4, 'Price']);
  });

  it('lists at most 100 wrong cells and tells how many there are', async () => {
    const rows = Array.from({length: 150}, () => ({Name: 'A', Price: 'x'}));

    const {body} = await upload(csvOf(rows));

    assert.equal(body.errors!.length, 100);
    assert.equal(body.errorCount, 150);
  });

  it('answers 409 to a code that stands twice, by row', async () => {
    const {status, body} = await upload(
      csvOf([
        {Name: 'A', Price: '1', Vouchers: 'one,two'},
        {Name: 'B', Price: '1', Vouchers: 'three,one'},
      ]),
    );

    assert.equal(status, 409);
    assert.match(body.message, /one/);
    assert.deepEqual([body.errors![0]!.row, body.errors![0]!.column], [3, 'Vouchers']);
  });

  it('refuses a file of another type, a form without one, and one of 10 MiB and a byte', async () => {
    assert.match((await upload(plain, 'text/plain')).body.message, /of type text\/csv/);
    const form = new FormData();
    form.append('upload', new Blob([plain], {type: 'text/csv'}), 'a.csv');
    const headers = {Authorization: `Bearer ${store.apiKey}`};
    assert.equal(
      (await store.app.request('/products/bulk', {method: 'POST', body: form, headers})).status,
      400,
    );
    const big = await upload('x'.repeat(10 * 1024 * 1024 + 1));
    assert.deepEqual([big.status, big.body.message], [400, 'The file is bigger than 10 MiB.']);
  });
});

describe('PUT /products/bulk with a CSV', () => {
  const headers = ['Product ID', ...HEADERS];

  it('applies the cells that are not blank, and no other', async () => {
    const store = await aStore();
    const {items} = await store.post('/products/bulk', [
      {name: 'Coffee', price: 3, description: 'Black', vouchers: ['a'], userInformation: {isEnabled: true}},
    ]);
    const id = items[0]!['_id'] as string;
    const row = {'Product ID': id, Price: '4', 'Collect Name': 'true', Vouchers: 'b', Roles: 'VIP'};

    const {status, body, items: after} = await store.upload('PUT', '/products/bulk', csvOf([row], {headers}));

    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body.meta, {status: 'success', statusCode: 200, updated: 1});
    const {name, price, description, stocks, userInformation, productPermission} = after[0]!;
    assert.deepEqual([name, price, description, stocks], ['Coffee', 4, 'Black', 2]);
    assert.deepEqual(userInformation, {
      isEnabled: true,
      shouldCollectName: true,
      shouldCollectPhone: false,
      shouldCollectAddress: false,
    });
    assert.equal((productPermission as unknown[]).length, 1);
  });

  it('names row and column of an id that is none, or that nobody has', async () => {
    const store = await aStore();
    const send = (id: string) =>
      store.upload('PUT', '/products/bulk', csvOf([{'Product ID': id, Price: '4'}], {headers}));

    const none = await send('12');
    assert.deepEqual([none.status, none.body.errors![0]!.column], [400, 'Product ID']);
    const nobody = await send('507f1f77bcf86cd799439031');
    assert.deepEqual(
      [nobody.status, nobody.body.errors![0]!.row, nobody.body.errors![0]!.column],
      [404, 2, 'Product ID'],
    );
  });

  it('refuses the headers of a creation', async () => {
    const {status} = await (await aStore()).upload('PUT', '/products/bulk', csvOf([{Name: 'A', Price: '1'}]));

    assert.equal(status, 400);
  });
});
