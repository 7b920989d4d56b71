import * as v from 'valibot';
import {wholePermission} from './permission-input.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/));
const date = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.integer());

const common = {
  communityID: id,
  name: v.string(),
  description: v.string(),
  image: v.string(),
  price: v.number(),
  type: v.string(),
  stocks: v.pipe(count, v.description('The number of unspent vouchers.')),
  discountPrice: v.nullable(v.number()),
  isDiscountEnabled: v.boolean(),
  discountStartDate: v.nullable(date),
  discountEndDate: v.nullable(date),
  userInformation: v.object({
    isEnabled: v.boolean(),
    shouldCollectName: v.boolean(),
    shouldCollectPhone: v.boolean(),
    shouldCollectAddress: v.boolean(),
  }),
  shouldPrioritiesExpiringVouchers: v.boolean(),
  shouldDisplayRemainingQuantity: v.boolean(),
  expiringVoucherHighlight: v.object({isEnabled: v.boolean(), duration: count, timeframe: v.string()}),
  voucherExpireDate: v.pipe(date, v.description('The next expiry, of a product that highlights it.')),
  isArchived: v.boolean(),
  totalOrders: count,
  displayOrder: count,
  redemptionInstructions: v.string(),
  i18n: v.looseObject({
    nameTranslations: v.optional(v.array(v.object({language: v.string(), value: v.string()}))),
  }),
  customOptions: v.looseObject({isEnabled: v.optional(v.boolean())}),
  isProductAccessEnabled: v.boolean(),
  createdAt: date,
  updatedAt: date,
};

/** A product as a read gives it: `_id` always, the other members as `fields` says. */
export const product = v.pipe(
  v.strictObject({
    _id: id,
    ...v.partial(
      v.object({
        ...common,
        categoryID: v.nullable(id),
        category: v.pipe(v.nullable(v.string()), v.description('Only where `fields` names it.')),
        purchaseStatusOverride: v.object({isEnabled: v.boolean(), statusID: v.nullable(id)}),
      }),
    ).entries,
  }),
  v.metadata({ref: 'Product'}),
);

/** A product as a write answers it: category and status by name, the permissions told, voucher codes never. */
export const writtenProduct = v.pipe(
  v.strictObject({
    _id: id,
    ...common,
    voucherExpireDate: v.optional(common.voucherExpireDate),
    category: v.nullable(v.string()),
    productPermission: v.array(wholePermission),
    purchaseStatusOverride: v.object({isEnabled: v.boolean(), status: v.nullable(v.string())}),
  }),
  v.metadata({ref: 'WrittenProduct'}),
);
