import type {Selectable} from 'kysely';
import type {ProductTable} from '../database/tables.ts';
import {pick, type View} from '../record.ts';
import {translate} from '../translate.ts';

/** Every field that a read of a product may name. */
export const PRODUCT_FIELDS = [
  '_id',
  'communityID',
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
  'shouldPrioritiesExpiringVouchers',
  'shouldDisplayRemainingQuantity',
  'expiringVoucherHighlight',
  'voucherExpireDate',
  'isArchived',
  'totalOrders',
  'displayOrder',
  'redemptionInstructions',
  'i18n',
  'customOptions',
  'isProductAccessEnabled',
  'purchaseStatusOverride',
  'createdAt',
  'updatedAt',
] as const;

export type ProductField = (typeof PRODUCT_FIELDS)[number];

/** Fields that no read ever gives, and that may not be asked for. */
export const SECRET_PRODUCT_FIELDS = ['productPermission', '__v'] as const;

/** A product's row with what belongs to it in other tables. */
export interface ProductRow extends Selectable<ProductTable> {
  readonly category_name: string | null;
  readonly purchase_status_name: string | null;
  /** When the next of its unspent vouchers expires that has not expired yet. */
  readonly next_expiry: Date | null;
}

/** A product as the read half of the API gives it. */
export function readProduct(row: ProductRow, {fields, language, pictureUrl}: View<ProductField>): object {
  const say = (original: string, list: `${string}Translations`) =>
    translate(original, row.i18n, list, language);
  const record: Record<ProductField, unknown> = {
    _id: row.id,
    communityID: row.community_id,
    name: say(row.name, 'nameTranslations'),
    description: say(row.description, 'descriptionTranslations'),
    image: pictureUrl(row.image),
    price: row.price,
    type: row.type,
    categoryID: row.category_id,
    category: row.category_name,
    stocks: row.stocks,
    discountPrice: row.discount_price,
    isDiscountEnabled: row.is_discount_enabled,
    discountStartDate: row.discount_start_date,
    discountEndDate: row.discount_end_date,
    userInformation: row.user_information,
    shouldPrioritiesExpiringVouchers: row.should_prioritise_expiring_vouchers,
    shouldDisplayRemainingQuantity: row.should_display_remaining_quantity,
    expiringVoucherHighlight: row.expiring_voucher_highlight,
    voucherExpireDate: row.expiring_voucher_highlight.isEnabled ? (row.next_expiry ?? undefined) : undefined,
    isArchived: row.is_archived,
    totalOrders: row.total_orders,
    displayOrder: row.display_order,
    redemptionInstructions: say(row.redemption_instructions, 'redemptionInstructionsTranslations'),
    i18n: row.i18n,
    customOptions: row.custom_options,
    isProductAccessEnabled: row.is_product_access_enabled,
    purchaseStatusOverride: {isEnabled: row.is_purchase_status_overridden, statusID: row.purchase_status_id},
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return pick(record, fields, ['category']);
}
