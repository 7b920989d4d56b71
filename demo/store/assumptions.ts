/**
 * What the vendor's pages leave open, and how this service settles it. Every such choice that is a value stands here;
 * the rules that need more than a value are told in `docs/store-service.md`, under "What is assumed".
 */

/** Messages of the two calls whose answers are printed nowhere. */
export const DELETE_MESSAGES = {
  product: 'Delete product success.',
  category: 'Delete category success.',
} as const;

/** Fields that the product list sorts by, besides the documented `displayOrder`. */
export const FURTHER_PRODUCT_SORTS = [
  'name',
  'price',
  'createdAt',
  'updatedAt',
  'totalOrders',
  'stocks',
] as const;

/** Fields that the category list sorts by, besides the documented `displayOrder`. */
export const FURTHER_CATEGORY_SORTS = ['name', 'createdAt', 'updatedAt'] as const;

/** Fields that `search` takes instead of `keyword`, which looks in both of a product's. */
export const SEARCHABLE = {products: ['name', 'description'], categories: ['name']} as const;

/** The type of a product whose creator names none. */
export const DEFAULT_PRODUCT_TYPE = 'voucher';

/** Units of `expiringVoucherHighlight.timeframe`. */
export const TIMEFRAMES = ['hours', 'days', 'weeks', 'months'] as const;

/** Units of `purchaseLimit.intervalUnit`. */
export const INTERVAL_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;

/** Values of a `productPermission` entry's `type` and of a combination's. */
export const PERMISSION_TYPES = ['role', 'tag', 'user', 'combination'] as const;

/** The purchase statuses that a new community knows; `purchaseStatusOverrideName` must be one of them. */
export const PURCHASE_STATUSES = ['Pending', 'Processing', 'Completed', 'Cancelled'] as const;

/** What separates the items of a CSV cell that holds a list (Vouchers, Roles, Tags, Users, Combination Values). */
export const LIST_SEPARATORS = /[,;|\n]/;

/** How a CSV cell says yes and no, in any case of letters. */
export const YES = ['true', 'yes', '1'];
export const NO = ['false', 'no', '0'];

/** The longest texts that are taken, in UTF-16 code units. */
export const MAX_LENGTH = {name: 500, html: 100_000, url: 4_000, code: 200, label: 200} as const;

/** The most wrong values that one answer lists. */
export const MAX_PROBLEMS = 100;
