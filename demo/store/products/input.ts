import * as v from 'valibot';
import {MAX_LENGTH, TIMEFRAMES} from '../assumptions.ts';
import {
  amount,
  count,
  filledText,
  flag,
  id,
  moment,
  objectOf,
  oneOf,
  pictureAddress,
  text,
  translations,
} from '../http/validate.ts';
import {permissionEntry, wholePermission} from './permission-input.ts';

/** What a shopper must leave to redeem. */
const userInformation = objectOf({
  isEnabled: flag,
  shouldCollectName: flag,
  shouldCollectPhone: flag,
  shouldCollectAddress: flag,
});

/** Whether, and how long before its expiry, a voucher is highlighted. */
const expiringVoucherHighlight = objectOf({
  isEnabled: flag,
  duration: count(1),
  timeframe: oneOf(TIMEFRAMES),
});

const members = {
  name: filledText(MAX_LENGTH.name),
  description: v.optional(text(MAX_LENGTH.html)),
  image: v.optional(pictureAddress(MAX_LENGTH.url)),
  price: amount,
  categoryName: v.optional(text(MAX_LENGTH.name)),
  categoryID: v.optional(v.nullable(id)),
  discountPrice: v.optional(v.nullable(amount)),
  isDiscountEnabled: v.optional(flag),
  discountStartDate: v.optional(moment),
  discountEndDate: v.optional(moment),
  userInformation: v.optional(v.partial(userInformation)),
  shouldPrioritiesExpiringVouchers: v.optional(flag),
  shouldDisplayRemainingQuantity: v.optional(flag),
  expiringVoucherHighlight: v.optional(v.partial(expiringVoucherHighlight)),
  isArchived: v.optional(flag),
  redemptionInstructions: v.optional(text(MAX_LENGTH.html)),
  productPermission: v.optional(v.array(permissionEntry, 'a list of permissions')),
  isProductAccessEnabled: v.optional(flag),
  purchaseStatusOverrideName: v.optional(v.nullable(text(MAX_LENGTH.label))),
  purchaseStatusOverride: v.optional(
    objectOf({
      isEnabled: v.optional(flag),
      statusID: v.optional(v.nullable(id)),
      status: v.optional(v.nullable(text(MAX_LENGTH.label))),
    }),
  ),
  vouchers: v.optional(v.array(filledText(MAX_LENGTH.code), 'a list of voucher codes')),
  voucherExpireDate: v.optional(moment),
  type: v.optional(filledText(MAX_LENGTH.label)),
  displayOrder: v.optional(count(0)),
  i18n: v.optional(
    objectOf({
      isTranslationEnabled: v.optional(flag),
      nameTranslations: v.optional(translations(MAX_LENGTH.name)),
      descriptionTranslations: v.optional(translations(MAX_LENGTH.html)),
      redemptionInstructionsTranslations: v.optional(translations(MAX_LENGTH.html)),
    }),
  ),
  customOptions: v.optional(v.looseObject({isEnabled: v.optional(flag)})),
};

const wholeProduct = objectOf(members, 'a product (an object)');

/** The body of POST /products, and an item of POST /products/bulk. */
export const newProduct = v.pipe(wholeProduct, v.metadata({ref: 'NewProduct'}));

/** The body of PUT /products/{id}: any subset. */
export const productChange = v.pipe(v.partial(wholeProduct), v.metadata({ref: 'ProductChange'}));

/** A change with the id of its product, as a row of a CSV gives it. */
export const changeOfProduct = objectOf({productID: id, ...v.partial(wholeProduct).entries});

export type ChangeOfProduct = v.InferOutput<typeof changeOfProduct>;

/** An item of PUT /products/bulk: any subset, but these nested members come whole. */
export const productChangeInBulk = v.pipe(
  objectOf(
    {
      productID: id,
      ...v.partial(wholeProduct).entries,
      userInformation: v.optional(userInformation),
      expiringVoucherHighlight: v.optional(expiringVoucherHighlight),
      productPermission: v.optional(v.array(wholePermission, 'a list of permissions')),
    },
    'a product with its productID (an object)',
  ),
  v.metadata({ref: 'ProductChangeInBulk'}),
);

export type NewProduct = v.InferOutput<typeof newProduct>;
export type ProductChange = v.InferOutput<typeof productChange>;

/** The body of POST /products/bulk, as JSON. */
export const newProducts = v.array(newProduct, 'an array of products');

/** The body of PUT /products/bulk, as JSON. */
export const productChangesInBulk = v.array(productChangeInBulk, 'an array of products');
