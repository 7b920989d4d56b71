import type {Product} from '../catalog/product.ts';
import {SUMMARY_FIELD, type CategoryField, type ProductField, type StoreField} from './contract.ts';
import type {Json} from './members.ts';

/** What a card can show of a product, and `type`, which the list is chosen from. */
export type ProductPart = 'image' | 'name' | 'type' | 'badge' | 'summary' | 'price' | 'stock';

const FIELDS_OF: Readonly<Record<ProductPart, readonly (ProductField | typeof SUMMARY_FIELD)[]>> = {
  image: ['image'],
  name: ['name'],
  type: ['type'],
  badge: ['expiringVoucherHighlight', 'voucherExpireDate'],
  summary: [SUMMARY_FIELD],
  price: ['price', 'discountPrice', 'isDiscountEnabled', 'discountStartDate', 'discountEndDate'],
  stock: ['stocks', 'shouldDisplayRemainingQuantity'],
};

const CARD = Object.keys(FIELDS_OF) as ProductPart[];

/** What a view of one product shows. */
export interface ProductView {
  readonly parts: readonly ProductPart[];
  /** What is asked for besides the parts. */
  readonly fields?: readonly ProductField[];
  /** Reads those fields out of an API record. */
  readonly decode?: (record: Json) => Partial<Product>;
}

/**
 * The parts of a card that its author wants shown, as words in an attribute (`price stock`); all of them where nothing is said.
 * The name always is, for it is what a card is called and the way to the product's detail.
 */
export function cardParts(show?: string | null): readonly ProductPart[] {
  const wanted = show ? `name ${show}`.split(/\W+/) : CARD;
  return CARD.filter((part) => wanted.includes(part));
}

/**
 * The fields to ask for so that the named parts can be shown, and no others.
 *
 * @param isPlain - Whether it is a proxy that is asked, which knows the Store API's own fields alone: then a summary is made
 *   of the description.
 */
export const fieldsFor = (parts: readonly ProductPart[], isPlain?: boolean): string =>
  parts.flatMap((part) => (isPlain && part === 'summary' ? 'description' : FIELDS_OF[part])).join();

/** What the navigation shows of a category. */
export const NAV_FIELDS: readonly CategoryField[] = ['name', 'coverImage', 'shouldShowCover', 'viewType'];

/** What the root shows of the store's configuration. */
export const PROFILE_FIELDS: readonly StoreField[] = [
  'isEnabled',
  'title',
  'description',
  'cover',
  'currency',
  'widget',
];
