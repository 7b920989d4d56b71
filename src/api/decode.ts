import type {Discount, ExpiryHighlight, Product, StoreProfile} from '../catalog/product.ts';
import {addressOf, imageOf, momentOf, numberOf, objectOf, textOf, type Json} from './members.ts';

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
        type: textOf(item.type),
        summary: textOf(item.summary),
        description: textOf(item.description),
        image: addressOf(item.image),
        price: price! >= 0 ? price : undefined,
        discount: discountOf(item),
        stock: item.isInStock === false ? 0 : numberOf(item.stocks),
        expires: momentOf(item.voucherExpireDate),
        expiryHighlight: highlightOf(objectOf(item.expiringVoucherHighlight)),
        showsStock: item.shouldDisplayRemainingQuantity === true,
      };
}

/** What the first cards need of the store's configuration, in either edition. A store is open unless it says that it is not. */
export function profileOf(record: unknown): StoreProfile {
  const item = objectOf(record);
  const currency = objectOf(item.currency);
  return {
    isOpen: item.isEnabled !== false,
    currency:
      currency.isEnabled === false ? undefined : {name: textOf(currency.name), icon: imageOf(currency)},
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

const highlightOf = ({isEnabled, duration, timeframe}: Json): ExpiryHighlight | undefined =>
  isEnabled === true ? {duration: numberOf(duration), timeframe: textOf(timeframe)} : undefined;
