import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {productOf, profileOf} from '../../src/api/decode.ts';
import {DETAIL} from '../../src/api/detail.ts';
import type {Json} from '../../src/api/members.ts';
import {categoriesOf, presentationOf} from '../../src/api/surroundings.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord, aStoreRecord} from '../support/record.ts';

/** The members that say something. */
const present = (value: object | undefined): unknown =>
  value &&
  JSON.parse(JSON.stringify(value, (_name, member: unknown) => (isEmpty(member) ? undefined : member)));

/** The one category in a record. */
const categoryOf = (record: unknown) => categoriesOf({parts: {categories: {data: [record]}}})[0];

/** All that is read of a store's configuration. */
const storeOf = (store: unknown) => ({
  ...profileOf(store),
  ...presentationOf({parts: {store: {data: store}}}),
});

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

/** What a card and the detail read together. */
const allOf = (record: Json) => ({...productOf(record), ...DETAIL.decode!(record)});

describe('a product record', () => {
  it('is read with all that it says', () => {
    const record = aProductRecord({
      image: 'https://pictures.test/voucher.png',
      isDiscountEnabled: true,
      discountStartDate: '2026-04-28T00:00:00.000Z',
      discountEndDate: '2026-05-28T07:00:00.000+07:00',
      voucherExpireDate: '2026-06-01T00:00:00.000Z',
      expiringVoucherHighlight: {isEnabled: true, duration: 7, timeframe: 'days'},
    });

    expect(present(allOf(record))).to.deep.equal({
      id: idOf(1),
      name: 'Premium Voucher',
      type: 'voucher',
      summary: 'Redeem for premium access.',
      description: '<p>Redeem for <b>premium</b> access.</p>',
      instructions: '<p>Show this voucher at checkout.</p>',
      image: 'https://pictures.test/voucher.png',
      price: 100,
      discount: {price: 90, starts: Date.UTC(2026, 3, 28), ends: Date.UTC(2026, 4, 28)},
      stock: 45,
      expires: Date.UTC(2026, 5, 1),
      expiryHighlight: {duration: 7, timeframe: 'days'},
      showsStock: true,
      categoryId: idOf(0xa1),
    });
  });

  it('is read with nothing but an id', () => {
    expect(present(productOf({_id: idOf(1)}))).to.deep.equal({id: idOf(1), showsStock: false});
  });

  it('is read without complaint in the edition that names its category', () => {
    const record = aProductRecord({categoryID: undefined, category: 'Vouchers'});

    expect(productOf(record)).to.include({id: idOf(1), name: 'Premium Voucher'});
  });

  for (const id of [undefined, null, '', '  ', 7, {}]) {
    it(`is no product with the id ${JSON.stringify(id)}`, () => {
      expect(productOf(aProductRecord({_id: id}))).to.equal(undefined);
    });
  }

  for (const record of [undefined, null, 'text', 7, true, [], [aProductRecord()]]) {
    it(`is no product when it is ${JSON.stringify(record)?.slice(0, 20)}`, () => {
      expect(productOf(record)).to.equal(undefined);
    });
  }

  const members = [
    'name',
    'type',
    'summary',
    'description',
    'redemptionInstructions',
    'image',
    'price',
    'stocks',
    'categoryID',
  ];
  for (const wrong of [null, {}, [], true, '', NaN, Infinity]) {
    it(`leaves out every member that is ${String(JSON.stringify(wrong))} instead of what it should be`, () => {
      const record = aProductRecord(Object.fromEntries(members.map((member) => [member, wrong])));

      expect(present(productOf(record))).to.deep.equal({id: idOf(1), showsStock: true});
    });
  }

  it('keeps a number and a text apart', () => {
    const product = productOf(aProductRecord({name: 5, price: '100', stocks: '3', image: 5}))!;

    expect(present(product)).to.not.have.any.keys('name', 'price', 'stock', 'image');
  });

  it('has no price below nothing', () => {
    expect(productOf(aProductRecord({price: -1}))!.price).to.equal(undefined);
    expect(productOf(aProductRecord({price: 0}))!.price).to.equal(0);
  });

  it('asks of the shopper what the merchant has switched on', () => {
    const all = {shouldCollectName: true, shouldCollectPhone: true, shouldCollectAddress: true};
    const asked = (userInformation: unknown) => allOf(aProductRecord({userInformation})).information;

    expect(asked({...all, isEnabled: true})).to.deep.equal(['name', 'phone', 'address']);
    expect(asked({isEnabled: true, shouldCollectPhone: true, shouldCollectName: 'yes'})).to.deep.equal([
      'phone',
    ]);
    for (const none of [{...all, isEnabled: false}, all, {isEnabled: true}, null, 'all', []]) {
      expect(asked(none)).to.deep.equal([]);
    }
  });

  it('shows its stock only where the merchant says so', () => {
    for (const said of [false, null, undefined, 'true', 1]) {
      const record = aProductRecord({shouldDisplayRemainingQuantity: said});

      expect(productOf(record)!.showsStock).to.equal(false);
    }
  });

  it('is sold out where the gateway says that none is left instead of how many', () => {
    const hidden = {stocks: undefined, shouldDisplayRemainingQuantity: false};

    expect(productOf(aProductRecord({...hidden, isInStock: false}))!.stock).to.equal(0);
    expect(productOf(aProductRecord({...hidden, isInStock: true}))!.stock).to.equal(undefined);
  });

  for (const image of [
    'javascript:alert(1)',
    'data:image/png;base64,AA==',
    '/picture.png',
    '//host/a.png',
    'file:///a',
  ]) {
    it(`has no picture at ${image}`, () => {
      expect(productOf(aProductRecord({image}))!.image).to.equal(undefined);
    });
  }
});

describe('the discount in a product record', () => {
  const discountOf = (own: object) =>
    present(productOf(aProductRecord({isDiscountEnabled: true, ...own}))!.discount);

  it('is open on a side whose date is null or missing', () => {
    expect(discountOf({discountStartDate: null, discountEndDate: undefined})).to.deep.equal({price: 90});
    expect(discountOf({discountStartDate: '', discountEndDate: ''})).to.deep.equal({price: 90});
  });

  it('is none unless it is switched on', () => {
    for (const isDiscountEnabled of [false, null, undefined, 'true', 1]) {
      expect(discountOf({isDiscountEnabled})).to.equal(undefined);
    }
  });

  it('is none without a price', () => {
    for (const discountPrice of [null, undefined, '90', NaN, Infinity, {}]) {
      expect(discountOf({discountPrice})).to.equal(undefined);
    }
  });

  it('is none where a date can’t be read, so that it does not run for ever', () => {
    for (const date of ['tomorrow', '2026-13-45', {}, [], true, {toString: 1}]) {
      expect(discountOf({discountEndDate: date})).to.equal(undefined);
      expect(discountOf({discountStartDate: date})).to.equal(undefined);
    }
  });
});

describe('a category record', () => {
  it('is read with its cover only where the merchant wants it shown', () => {
    const plain = {id: idOf(0xa1), name: 'Vouchers', isPreview: false};

    expect(present(categoryOf(aCategoryRecord()))).to.deep.equal(plain);
    expect(present(categoryOf(aCategoryRecord({shouldShowCover: true})))).to.deep.equal({
      ...plain,
      cover: 'https://pictures.test/vouchers.png',
    });
  });

  it('is none when it is archived, or has no id or no name', () => {
    for (const own of [
      {isArchived: true},
      {_id: null},
      {_id: 4},
      {name: null},
      {name: ' '},
      {name: '\u200b\u2060'},
      {name: 5},
    ]) {
      expect(categoryOf(aCategoryRecord(own)), JSON.stringify(own)).to.equal(undefined);
    }
    expect(categoryOf(null)).to.equal(undefined);
  });
});

describe('the configuration of a store', () => {
  const light = 'https://pictures.test/light.png';
  const dark = 'https://pictures.test/dark.png';

  it('is read in the edition with one picture for all surroundings', () => {
    const record = aStoreRecord({
      cover: {type: 'image', value: light},
      currency: {name: 'Coins', symbol: 'coin'},
    });

    expect(present(storeOf(record))).to.deep.equal({
      isOpen: true,
      title: 'Rewards Store',
      description: '<p>Redeem community rewards.</p>',
      cover: {light, dark: light},
      currency: {name: 'Coins'},
    });
  });

  it('is read in the edition with a picture for light surroundings and one for dark', () => {
    const {cover, currency} = storeOf(
      aStoreRecord({
        cover: {isEnabled: true, light, dark},
        currency: {isEnabled: true, name: 'Coins', light, dark},
      }),
    );

    expect(present(cover)).to.deep.equal({light, dark});
    expect(present(currency)).to.deep.equal({name: 'Coins', icon: {light, dark}});
  });

  it('uses one picture for both surroundings where the other is missing', () => {
    expect(storeOf({cover: {light, dark: null}}).cover).to.deep.equal({light, dark: light});
    expect(storeOf({cover: {light: '', dark}}).cover).to.deep.equal({light: dark, dark});
  });

  it('has no cover and no currency where they are switched off', () => {
    const profile = storeOf(
      aStoreRecord({cover: {isEnabled: false, light}, currency: {isEnabled: false, name: 'Coins'}}),
    );

    expect(present(profile)).to.not.have.any.keys('cover', 'currency');
  });

  it('is open unless it says that it is not', () => {
    expect(storeOf({isEnabled: false}).isOpen).to.equal(false);
    for (const said of [true, null, undefined, 0, 'false']) {
      expect(storeOf({isEnabled: said}).isOpen).to.equal(true);
    }
  });

  it('has a call to action where it is switched on and leads to the web', () => {
    const actionOf = (callToAction: unknown) => storeOf({widget: {callToAction}}).callToAction;
    const link = 'https://community.test/';

    expect(actionOf({isEnabled: true, text: 'Join', link})).to.equal(link);
    expect(actionOf({isEnabled: false, text: 'Join', link})).to.equal(undefined);
    expect(actionOf({isEnabled: true, link: 'javascript:alert(1)'})).to.equal(undefined);
    expect(actionOf(null)).to.equal(undefined);
    expect(storeOf({widget: null}).callToAction).to.equal(undefined);
  });
});

describe('any JSON at all', () => {
  /** Every name that is read, so that odd values land in the places that matter. */
  const names = Object.keys({...aProductRecord(), ...aCategoryRecord(), ...aStoreRecord(), isInStock: 1});
  const nested = ['value', 'light', 'dark', 'name', 'isEnabled', 'callToAction', 'link', 'text'];
  const value = fc.oneof(
    fc.jsonValue(),
    fc.double(),
    fc.constantFrom(null, undefined, '', '2026-04-28T00:00:00.000Z', 'https://host.test/', true, false),
    fc.dictionary(fc.constantFrom(...nested), fc.oneof(fc.jsonValue(), fc.webUrl())),
  );
  const record = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...names), value));

  it('is decoded without an error, and never into a number that is none', () => {
    fc.assert(
      fc.property(record, (record) => {
        for (const decode of [productOf, categoryOf, profileOf]) {
          const decoded = decode(record);

          for (const number of numbersIn(decoded)) expect(Number.isFinite(number)).to.equal(true);
        }
      }),
      {numRuns: 1_000},
    );
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
