import type {Json} from '../../src/api/members.ts';
import {idOf} from './product.ts';

/** A record of the Store API with what of it differs in other languages, by language. */
export type Translated = Json & {readonly translations?: Readonly<Record<string, Json>>};

/** A product as the Store API answers it, with members that no shopper may see. */
export const aProductRecord = (own: Translated = {}): Translated => ({
  _id: idOf(1),
  communityID: idOf(0xc),
  name: 'Premium Voucher',
  description: '<p>Redeem for <b>premium</b> access.</p>',
  summary: 'Redeem for premium access.',
  redemptionInstructions: '<p>Show this voucher at checkout.</p>',
  image: null,
  price: 100,
  type: 'voucher',
  categoryID: idOf(0xa1),
  stocks: 45,
  shouldDisplayRemainingQuantity: true,
  isDiscountEnabled: false,
  discountPrice: 90,
  discountStartDate: null,
  discountEndDate: null,
  displayOrder: 0,
  createdAt: '2026-04-28T00:00:00.000Z',
  productPermission: [],
  ...own,
});

/** As many products as wanted, numbered from 1. */
export const productRecords = (count: number, own: Translated = {}): Translated[] =>
  Array.from({length: count}, (_, index) =>
    aProductRecord({_id: idOf(index + 1), name: `Reward ${index + 1}`, displayOrder: index, ...own}),
  );

/** A category as the Store API answers it. */
export const aCategoryRecord = (own: Translated = {}): Translated => ({
  _id: idOf(0xa1),
  name: 'Vouchers',
  coverImage: 'https://pictures.test/vouchers.png',
  shouldShowCover: false,
  isArchived: false,
  viewType: 'full',
  displayOrder: 0,
  ...own,
});

/** A store's configuration as the gateway answers it. */
export const aStoreRecord = (own: Translated = {}): Translated => ({
  isEnabled: true,
  title: 'Rewards Store',
  description: '<p>Redeem community rewards.</p>',
  cover: {isEnabled: false},
  currency: {isEnabled: true, name: 'Coins'},
  widget: {isEnabled: true},
  ...own,
});
