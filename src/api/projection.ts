import type {CategoryField, ProductField, StoreField} from './contract.ts';

/** What a view of a product can show. */
export type ProductPart = 'image' | 'name' | 'summary' | 'price' | 'stock' | 'instructions' | 'category';

const FIELDS_OF: Readonly<Record<ProductPart, readonly ProductField[]>> = {
  image: ['image'],
  name: ['name'],
  summary: ['description'],
  price: ['price', 'discountPrice', 'isDiscountEnabled', 'discountStartDate', 'discountEndDate'],
  stock: ['stocks', 'shouldDisplayRemainingQuantity'],
  instructions: ['redemptionInstructions'],
  category: ['categoryID'],
};

const CARD: readonly ProductPart[] = ['image', 'name', 'summary', 'price', 'stock'];

/** What each view of a product shows. */
export const VIEWS = {card: CARD, detail: [...CARD, 'instructions', 'category']} as const;

export type ProductView = keyof typeof VIEWS;

/** The fields to ask for so that the named parts can be shown, and no others. */
export const fieldsFor = (parts: readonly ProductPart[]): readonly ProductField[] =>
  parts.flatMap((part) => FIELDS_OF[part]);

/** What the navigation shows of a category. */
export const NAV_FIELDS: readonly CategoryField[] = ['name', 'coverImage', 'shouldShowCover'];

/** What the root shows of the store's configuration. */
export const PROFILE_FIELDS: readonly StoreField[] = [
  'isEnabled',
  'title',
  'description',
  'cover',
  'currency',
  'widget',
];
