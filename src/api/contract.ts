/**
 * The read half of the Store API, as the widget asks it and the gateway answers it: paths, query names, public fields.
 *
 * Names and spellings are those of the vendor's pages ("Read products", "Read categories", "Read store config");
 * the two editions of a name that differ are both listed. Nothing else may leave the gateway.
 */

/** The paths below the base URL. An id follows a list's path after a slash. */
export const PATHS = {products: '/products', categories: '/categories', store: '/stores'} as const;

/**
 * The gateway's own path: configuration, categories and the first page of products in one answer. Its `data` has them as
 * `store`, `categories` and `products`, each in the envelope of its own call (an error's envelope where that one failed),
 * and `counts`, the number of products by category id as far as it is known.
 */
export const STOREFRONT_PATH = '/storefront';

/** The query names that {@link STOREFRONT_PATH} takes besides those of the products, all but `skip`. */
export const STOREFRONT_QUERY_NAMES = ['categoryFields', 'storeFields'] as const;

/** On an answer that is the last good one of a store that fails at the moment; `Date` says as of when. */
export const STALE_HEADER = 'Rai-Stale';

/** Ids are 24 hexadecimal digits; anything else is refused with 400. */
export const ID_PATTERN = /^[0-9a-f]{24}$/i;

/** The query names that the lists and the single records take. */
export const QUERY_NAMES = {
  products: ['skip', 'limit', 'sort', 'fields', 'search', 'filter', 'lang'],
  product: ['fields', 'lang'],
  categories: ['skip', 'limit', 'sort', 'fields', 'search', 'filter', 'lang'],
  category: ['fields', 'lang'],
  store: ['fields', 'lang'],
} as const;

/** Product fields that `sort` takes, each followed by `:asc` or `:desc`. */
export const PRODUCT_SORT_FIELDS = [
  'displayOrder',
  'name',
  'price',
  'createdAt',
  'updatedAt',
  'totalOrders',
  'stocks',
] as const;

/** The most records that one page holds. */
export const PAGE_LIMIT = 100;

/** Product fields that a shopper may see; `_id` always comes. */
export const PRODUCT_FIELDS = [
  '_id',
  'name',
  'description',
  'image',
  'price',
  'type',
  'categoryID',
  'category',
  'stocks',
  'discountPrice',
  'isDiscountEnabled',
  'discountStartDate',
  'discountEndDate',
  'userInformation',
  'shouldDisplayRemainingQuantity',
  'expiringVoucherHighlight',
  'voucherExpireDate',
  'totalOrders',
  'displayOrder',
  'redemptionInstructions',
  'createdAt',
  'updatedAt',
] as const;

/** What the gateway answers in place of `stocks` where the merchant hides the number: whether any are left. */
export const IN_STOCK = 'isInStock';

/**
 * The gateway's own product field: the first words of the description as plain text, at most {@link SUMMARY_LENGTH} UTF-16
 * code units. It answers it only where it is asked for.
 */
export const SUMMARY_FIELD = 'summary';

export const SUMMARY_LENGTH = 240;

/** Category fields that a shopper may see. */
export const CATEGORY_FIELDS = [
  '_id',
  'name',
  'coverImage',
  'shouldShowCover',
  'viewType',
  'displayOrder',
] as const;

/** Members of the store's configuration that a shopper may see; of `widget` only {@link WIDGET_FIELDS}. */
export const STORE_FIELDS = ['isEnabled', 'title', 'description', 'cover', 'currency', 'widget'] as const;

/** What of the configuration's `widget` may leave the gateway. Its `apiKey` is a credential and never does. */
export const WIDGET_FIELDS = ['isEnabled', 'size', 'appearance', 'callToAction'] as const;

export type ProductField = (typeof PRODUCT_FIELDS)[number];
export type CategoryField = (typeof CATEGORY_FIELDS)[number];
export type StoreField = (typeof STORE_FIELDS)[number];
