import type {Insertable, Selectable} from 'kysely';
import {DEFAULT_PRODUCT_TYPE} from '../assumptions.ts';
import {given} from '../database/given.ts';
import type {I18n, ProductTable, ProductTextTable} from '../database/tables.ts';
import {fold, foldHtml, gramsOf} from '../fold.ts';
import {toDate} from '../http/validate.ts';
import type {NewProduct, ProductChange} from './input.ts';

/** What the references of a body were found to mean; undefined where it said nothing. */
export interface Resolved {
  readonly categoryId: string | null | undefined;
  readonly statusId: string | null | undefined;
}

/** The longest text that orders a list: an index entry has a limit, and nobody sorts by more. */
const SORTED = 200;

/** The columns that a body sets, beside its identity; nested members are completed from what `before` holds. */
export function changedColumns(
  body: ProductChange,
  {categoryId, statusId}: Resolved,
  before: Selectable<ProductTable>,
) {
  return given({
    name: body.name,
    name_key: body.name === undefined ? undefined : sortKey(body.name),
    description: body.description,
    image: body.image,
    price: body.price,
    type: body.type,
    category_id: categoryId,
    discount_price: body.discountPrice,
    is_discount_enabled: body.isDiscountEnabled,
    discount_start_date: dateIfGiven(body.discountStartDate),
    discount_end_date: dateIfGiven(body.discountEndDate),
    user_information: jsonIfGiven(before.user_information, body.userInformation),
    should_prioritise_expiring_vouchers: body.shouldPrioritiesExpiringVouchers,
    should_display_remaining_quantity: body.shouldDisplayRemainingQuantity,
    expiring_voucher_highlight: jsonIfGiven(before.expiring_voucher_highlight, body.expiringVoucherHighlight),
    is_archived: body.isArchived,
    display_order: body.displayOrder,
    redemption_instructions: body.redemptionInstructions,
    i18n: jsonIfGiven(before.i18n, body.i18n),
    custom_options: jsonIfGiven(before.custom_options, body.customOptions),
    is_product_access_enabled: body.isProductAccessEnabled,
    is_purchase_status_overridden:
      body.purchaseStatusOverride?.isEnabled ?? (statusId === undefined ? undefined : statusId !== null),
    purchase_status_id: statusId,
  });
}

/** A whole row for a new product. */
export function newColumns(
  body: NewProduct,
  resolved: Resolved,
  {id, communityId, now}: {id: string; communityId: string; now: Date},
): Insertable<ProductTable> {
  const before = {...blank, id, community_id: communityId, created_at: now, updated_at: now};
  const {user_information, expiring_voucher_highlight, i18n, custom_options, ...plain} = before;
  return {
    ...plain,
    user_information: JSON.stringify(user_information),
    expiring_voucher_highlight: JSON.stringify(expiring_voucher_highlight),
    i18n: JSON.stringify(i18n),
    custom_options: JSON.stringify(custom_options),
    ...changedColumns(body, resolved, before),
  };
}

/** The row by which a product is found: its own words and their translations. */
export function textColumns(
  product: Pick<Selectable<ProductTable>, 'id' | 'community_id' | 'name' | 'description' | 'i18n'>,
): Insertable<ProductTextTable> {
  const all = (original: string, list: keyof I18n & `${string}Translations`) => [
    original,
    ...(product.i18n[list] ?? []).map(({value}) => value),
  ];
  // Line breaks cannot stand in a folded text, so no search finds one half in one language and half in the next.
  const name = all(product.name, 'nameTranslations').map(fold).join('\n');
  const description = all(product.description, 'descriptionTranslations').map(foldHtml).join('\n');
  return {
    product_id: product.id,
    community_id: product.community_id,
    name,
    description,
    grams: [...new Set([...gramsOf(name), ...gramsOf(description)])],
  };
}

/** What orders a list by name. */
export const sortKey = (name: string) => [...fold(name)].slice(0, SORTED).join('');

const blank = {
  category_id: null,
  name: '',
  name_key: '',
  description: '',
  image: '',
  price: 0,
  type: DEFAULT_PRODUCT_TYPE,
  discount_price: null,
  is_discount_enabled: false,
  discount_start_date: null,
  discount_end_date: null,
  user_information: {
    isEnabled: false,
    shouldCollectName: false,
    shouldCollectPhone: false,
    shouldCollectAddress: false,
  },
  should_prioritise_expiring_vouchers: false,
  should_display_remaining_quantity: false,
  expiring_voucher_highlight: {isEnabled: false, duration: 7, timeframe: 'days'},
  is_archived: false,
  stocks: 0,
  total_orders: 0,
  display_order: 0,
  redemption_instructions: '',
  i18n: {nameTranslations: []},
  custom_options: {isEnabled: false},
  is_product_access_enabled: false,
  is_purchase_status_overridden: false,
  purchase_status_id: null,
} satisfies Omit<Selectable<ProductTable>, 'id' | 'community_id' | 'created_at' | 'updated_at'>;

const dateIfGiven = (value: string | null | undefined) => (value === undefined ? undefined : toDate(value));

const jsonIfGiven = (before: object, change: object | undefined) =>
  change === undefined ? undefined : JSON.stringify({...before, ...change});
