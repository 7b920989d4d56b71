import type {Category, Discount, Product, StoreProfile, ThemedImage} from '../catalog/product.ts';
import {addressOf, momentOf, numberOf, objectOf, textOf, type Json} from './members.ts';

/** The product in an API record; `undefined` where the record has no id and so cannot be told from others. */
export function productOf(record: unknown): Product | undefined {
  const item = objectOf(record);
  const id = textOf(item._id);
  const price = numberOf(item.price);
  return id === undefined
    ? id
    : {
        id,
        name: textOf(item.name),
        summary: textOf(item.summary),
        description: textOf(item.description),
        image: addressOf(item.image),
        price: price! >= 0 ? price : undefined,
        discount: discountOf(item),
        stock: item.isInStock === false ? 0 : numberOf(item.stocks),
        showsStock: item.shouldDisplayRemainingQuantity === true,
      };
}

/** The category in an API record; `undefined` where it cannot be named, or is archived. */
export function categoryOf(record: unknown): Category | undefined {
  const item = objectOf(record);
  const id = textOf(item._id);
  const name = textOf(item.name);
  return id === undefined || name === undefined || item.isArchived === true
    ? undefined
    : {
        id,
        name,
        cover: item.shouldShowCover === true ? addressOf(item.coverImage) : undefined,
      };
}

/** The store's profile, out of either edition of its configuration. A store is open unless it says that it is not. */
export function profileOf(record: unknown): StoreProfile {
  const item = objectOf(record);
  const currency = objectOf(item.currency);
  const action = objectOf(objectOf(item.widget).callToAction);
  return {
    isOpen: item.isEnabled !== false,
    title: textOf(item.title),
    description: textOf(item.description),
    cover: imageOf(item.cover),
    currency:
      currency.isEnabled === false ? undefined : {name: textOf(currency.name), icon: imageOf(currency)},
    callToAction: action.isEnabled === false ? undefined : addressOf(action.link),
  };
}

/** A discount whose window can't be read is none: nobody is promised a price that may not hold. */
function discountOf(item: Json): Discount | undefined {
  const price = numberOf(item.discountPrice);
  const starts = momentOf(item.discountStartDate);
  const ends = momentOf(item.discountEndDate);
  const isReadable = price !== undefined && ![starts, ends].some(Number.isNaN);
  return isReadable && item.isDiscountEnabled === true ? {price, starts, ends} : undefined;
}

/** April's edition has one picture under `value`, June's one for light and one for dark. */
function imageOf(value: unknown): ThemedImage | undefined {
  const item = objectOf(value);
  const dark = addressOf(item.dark);
  const light = addressOf(item.light) ?? addressOf(item.value) ?? dark;
  return light && item.isEnabled !== false ? {light, dark: dark ?? light} : undefined;
}
