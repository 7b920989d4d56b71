import {SUMMARY_FIELD, type CategoryField, type ProductField, type StoreField} from './contract.ts';

/** What a view of a product can show. */
export type ProductPart =
  | 'image'
  | 'name'
  | 'summary'
  | 'description'
  | 'price'
  | 'stock'
  | 'instructions'
  | 'category'
  | 'information';

const FIELDS_OF: Readonly<Record<ProductPart, readonly (ProductField | typeof SUMMARY_FIELD)[]>> = {
  image: ['image'],
  name: ['name'],
  summary: [SUMMARY_FIELD],
  description: ['description'],
  price: ['price', 'discountPrice', 'isDiscountEnabled', 'discountStartDate', 'discountEndDate'],
  stock: ['stocks', 'shouldDisplayRemainingQuantity'],
  instructions: ['redemptionInstructions'],
  category: ['categoryID'],
  information: ['userInformation'],
};

/** What each view of a product shows. */
export const VIEWS = {
  card: ['image', 'name', 'summary', 'price', 'stock'],
  detail: ['image', 'name', 'price', 'stock', 'description', 'instructions', 'category', 'information'],
} as const satisfies Record<string, readonly ProductPart[]>;

/** What is wanted of a product: all that a view shows, or some parts. */
export type ProductView = keyof typeof VIEWS | readonly ProductPart[];

/**
 * The parts of a card that its author wants shown, as words in an attribute (`price stock`); all of them where nothing is said.
 * The name always is, for it is what a card is called and the way to the product's detail.
 */
export function cardParts(show?: string | null): readonly ProductPart[] {
  const wanted = show ? `name ${show}`.split(/\W+/) : VIEWS.card;
  return VIEWS.card.filter((part) => wanted.includes(part));
}

/**
 * The fields to ask for so that the named parts can be shown, and no others.
 *
 * @param isPlain - Whether it is a proxy that is asked, which knows the Store API's own fields alone: then a summary is made
 *   of the description.
 */
export const fieldsFor = (parts: readonly ProductPart[], isPlain?: boolean): string =>
  [
    ...new Set(parts.flatMap((part) => FIELDS_OF[isPlain && part === 'summary' ? 'description' : part])),
  ].join();

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
