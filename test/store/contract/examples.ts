import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, START, type TestStore} from '../support/store.ts';

/** The examples of the vendor's pages, given to the service and asked back, member by member. */
describe('the documented examples', () => {
  let store: TestStore;
  let categoryID: unknown;

  before(async () => {
    store = await aStore();
    await store.put('/stores', {isEnabled: true, title: 'Shop'});
    categoryID = (await store.post('/categories', {name: 'Vouchers'})).item['_id'];
  });

  it('a product is read as it is printed: 45 vouchers left, 12 sold', async () => {
    const printed = {
      name: 'Premium Voucher',
      description: '<p>Redeem for premium access.</p>',
      image: 'https://example.com/product.png',
      price: 100,
      type: 'voucher',
      categoryID,
      discountPrice: 90,
      isDiscountEnabled: false,
      discountStartDate: '2026-04-28T00:00:00.000Z',
      discountEndDate: '2026-05-28T00:00:00.000Z',
      userInformation: {
        isEnabled: false,
        shouldCollectName: false,
        shouldCollectPhone: false,
        shouldCollectAddress: false,
      },
      shouldPrioritiesExpiringVouchers: false,
      shouldDisplayRemainingQuantity: true,
      expiringVoucherHighlight: {isEnabled: false, duration: 7, timeframe: 'days'},
      isArchived: false,
      displayOrder: 0,
      redemptionInstructions: '<p>Show this voucher at checkout.</p>',
      i18n: {nameTranslations: []},
      customOptions: {isEnabled: false},
      isProductAccessEnabled: false,
    };
    const vouchers = Array.from({length: 57}, (_, at) => `PREMIUM-${at}`);
    const {item: written} = await store.post('/products', {...printed, vouchers});
    const {item: member} = await store.post('/demo/members', {username: 'alex', balance: 1_200});
    for (let sold = 0; sold < 12; sold++) {
      await store.post('/demo/purchases', {productID: written['_id'], userID: member['_id']});
    }

    const {item} = await store.get(`/v1/products/${written['_id'] as string}`);

    assert.deepEqual(item, {
      _id: written['_id'],
      communityID: store.communityId,
      ...printed,
      stocks: 45,
      totalOrders: 12,
      purchaseStatusOverride: {isEnabled: false, statusID: null},
      createdAt: '2026-04-28T00:00:00.000Z',
      updatedAt: '2026-04-28T00:00:00.000Z',
    });
  });

  it('a product is read by id with fields and lang', async () => {
    const i18n = {isTranslationEnabled: true, nameTranslations: [{language: 'th', value: 'บัตรกำนัล'}]};
    const {item} = await store.post('/products', {name: 'Voucher', price: 100, i18n, vouchers: ['V-1']});

    const {body} = await store.get(`/v1/products/${item['_id'] as string}?fields=name,price,stocks&lang=th`);

    assert.deepEqual(body, {
      meta: {status: 'success', statusCode: 200},
      message: 'Read product success.',
      data: {_id: item['_id'], name: 'บัตรกำนัล', price: 100, stocks: 1},
    });
  });

  it('a category is read as it is printed', async () => {
    const statuses = await store.database.db
      .selectFrom('purchase_statuses')
      .select('id')
      .where('community_id', '=', store.communityId)
      .execute();
    const printed = {
      name: 'Premium Rewards',
      coverImage: 'https://example.com/category.png',
      shouldShowCover: true,
      isArchived: false,
      viewType: 'full',
      displayOrder: 0,
      categoryPermission: [],
      i18n: {isTranslationEnabled: false, nameTranslations: []},
      defaultPurchaseStatusID: statuses[0]!.id,
    };

    const {item: written} = await store.post('/v1/categories', printed);
    const {item} = await store.get(`/v1/categories/${written['_id'] as string}`);

    assert.deepEqual(item, {
      _id: written['_id'],
      communityID: store.communityId,
      ...printed,
      createdAt: new Date(START).toISOString(),
      updatedAt: new Date(START).toISOString(),
    });
  });

  const stores: [edition: string, printed: Record<string, unknown>][] = [
    [
      'April',
      {
        isEnabled: true,
        title: 'Rewards Store',
        description: '<p>Redeem community rewards.</p>',
        cover: {type: 'image', value: 'https://example.com/cover.png'},
        currency: {name: 'Coins', symbol: 'coin'},
        widget: {isEnabled: true},
      },
    ],
    [
      'June',
      {
        isEnabled: true,
        title: 'Rewards Store',
        description: '<p>Redeem community rewards.</p>',
        cover: {isEnabled: true, light: 'https://example.com/l.png', dark: 'https://example.com/d.png'},
        currency: {
          isEnabled: true,
          name: 'Coins',
          light: 'https://example.com/l.png',
          dark: 'https://example.com/d.png',
        },
        i18n: {isTranslationEnabled: false, titleTranslations: [], descriptionTranslations: []},
        widget: {
          isEnabled: true,
          allowedDomains: [],
          accessMode: 'live',
          testUsers: [],
          testRoles: [],
          size: {mode: 'dynamic', width: 400, height: 400},
          appearance: {
            light: {name: 'white-smoke', palette: {accent: 'rgb(1, 2, 3)', text: '#000', background: '#fff'}},
            dark: {name: 'black-beauty', palette: {}},
            useCommunityTheme: false,
          },
          callToAction: {isEnabled: true, text: 'Open', link: 'https://example.com'},
          userIdentifierFields: [],
        },
      },
    ],
  ];
  for (const [edition, printed] of stores) {
    it(`a store is read as the ${edition} edition prints it, and with the widget's key`, async () => {
      const fresh = await aStore();
      await fresh.put('/v1/stores', printed);

      const {item} = await fresh.get('/v1/stores');

      const {widget, ...rest} = item;
      const {apiKey, ...settings} = widget as {apiKey: string};
      assert.ok(apiKey.length > 10);
      assert.deepEqual(settings, printed['widget']);
      for (const [name, value] of Object.entries(printed))
        if (name !== 'widget') assert.deepEqual(rest[name], value);
    });
  }

  it('a bulk update answers how many, and every product by names', async () => {
    const {items} = await store.post('/products/bulk', [
      {name: 'One', price: 1, vouchers: ['1-1', '1-2']},
      {name: 'Two', price: 2},
    ]);

    const {body, items: updated} = await store.put('/v1/products/bulk', [
      {productID: items[0]!['_id'], price: 3, vouchers: ['1-3']},
      {productID: items[1]!['_id'], isArchived: true, categoryName: 'Vouchers'},
    ]);

    assert.equal(body.meta['updated'], 2);
    const members = updated.map(({price, stocks, isArchived, category}) => ({
      price,
      stocks,
      isArchived,
      category,
    }));
    assert.deepEqual(members, [
      {price: 3, stocks: 3, isArchived: false, category: null},
      {price: 2, stocks: 0, isArchived: true, category: 'Vouchers'},
    ]);
  });
});
