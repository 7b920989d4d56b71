import type {Category, Discount, Product, StoreProfile, ThemedImage} from '../catalog/product.ts';
import {addressOf, compact, momentOf, numberOf, objectOf, textOf, type Json} from './members.ts';

/** The product in an API record; `undefined` where the record has no id and so cannot be told from others. */
export function productOf(record: unknown): Product | undefined {
  const item = objectOf(record);
  const id = textOf(item._id);
  if (id === undefined) return undefined;
  const price = numberOf(item.price);
  return compact<Product>({
    id,
    name: textOf(item.name),
    description: textOf(item.description),
    instructions: textOf(item.redemptionInstructions),
    image: addressOf(item.image),
    price: price !== undefined && price >= 0 ? price : undefined,
    discount: discountOf(item),
    stock: item.isInStock === false ? 0 : numberOf(item.stocks),
    showsStock: item.shouldDisplayRemainingQuantity === true,
    categoryId: textOf(item.categoryID),
  });
}

/** The category in an API record; `undefined` where it cannot be named, or is archived. */
export function categoryOf(record: unknown): Category | undefined {
  const item = objectOf(record);
  const id = textOf(item._id);
  const name = textOf(item.name);
  if (id === undefined || name === undefined || item.isArchived === true) return undefined;
  return compact<Category>({
    id,
    name,
    cover: item.shouldShowCover === true ? addressOf(item.coverImage) : undefined,
    isPreview: item.viewType === 'preview',
  });
}

/** The store's profile, out of either edition of its configuration. A store is open unless it says that it is not. */
export function profileOf(record: unknown): StoreProfile {
  const item = objectOf(record);
  const currency = objectOf(item.currency);
  const action = objectOf(objectOf(item.widget).callToAction);
  const link = addressOf(action.link);
  return compact<StoreProfile>({
    isOpen: item.isEnabled !== false,
    title: textOf(item.title),
    description: textOf(item.description),
    cover: imageOf(objectOf(item.cover)),
    currency:
      currency.isEnabled === false
        ? undefined
        : compact<NonNullable<StoreProfile['currency']>>({
            name: textOf(currency.name),
            icon: imageOf(currency),
          }),
    callToAction:
      link !== undefined && action.isEnabled !== false
        ? compact<NonNullable<StoreProfile['callToAction']>>({text: textOf(action.text), link})
        : undefined,
  });
}

function discountOf(item: Json): Discount | undefined {
  const price = numberOf(item.discountPrice);
  if (item.isDiscountEnabled !== true || price === undefined) return undefined;
  return compact<Discount>({
    price,
    starts: momentOf(item.discountStartDate),
    ends: momentOf(item.discountEndDate),
  });
}

/** April's edition has one picture under `value`, June's one for light and one for dark. */
function imageOf(item: Json): ThemedImage | undefined {
  const light = addressOf(item.light) ?? addressOf(item.value) ?? addressOf(item.dark);
  if (light === undefined || item.isEnabled === false) return undefined;
  return {light, dark: addressOf(item.dark) ?? light};
}
