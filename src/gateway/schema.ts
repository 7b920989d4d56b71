import * as v from 'valibot';
import {ID_PATTERN} from '../api/contract.ts';
import {safeImage, safeLink} from '../content/policy.ts';

/**
 * What may leave the gateway, member by member: an object without a schema here cannot get out, whatever it is called.
 *
 * Reading is tolerant, since the vendor's editions differ: a member that is missing or of another type is left out.
 * The shapes are those of the pages "Read products", "Read categories" and "Read store config", in both editions.
 */

/** Leaves a member out where it is missing or does not fit. */
const maybe = <Output>(schema: v.GenericSchema<unknown, Output>) => v.fallback(v.optional(schema), undefined);

const text = maybe(v.string());
const flag = maybe(v.boolean());
const number = maybe(v.pipe(v.number(), v.finite()));
const id = maybe(v.pipe(v.string(), v.regex(ID_PATTERN)));
/** A moment; `null` leaves that side open and stays. */
const moment = maybe(v.nullable(v.string()));
const image = maybe(v.pipe(v.string(), v.transform(safeImage)));
const link = maybe(v.pipe(v.string(), v.transform(safeLink)));
const colour = maybe(v.pipe(v.string(), v.regex(/^[\w#%(),./\s-]{1,64}$/)));
/** What a cover shows: a picture's address or a colour. */
const picture = maybe(
  v.pipe(
    v.string(),
    v.transform((value) => safeImage(value) ?? plainColour(value)),
  ),
);

const plainColour = (value: string) =>
  /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|(?:rgb|hsl)a?\([\d\s.,%/]{1,40}\))$/i.test(value) ? value : undefined;

const object = <Entries extends v.ObjectEntries>(entries: Entries) => maybe(v.object(entries));

/** A product as a shopper may see it. */
export const productSchema = v.object({
  _id: id,
  name: text,
  description: text,
  image,
  price: number,
  type: text,
  categoryID: id,
  category: text,
  stocks: number,
  discountPrice: number,
  isDiscountEnabled: flag,
  discountStartDate: moment,
  discountEndDate: moment,
  userInformation: object({
    isEnabled: flag,
    shouldCollectName: flag,
    shouldCollectPhone: flag,
    shouldCollectAddress: flag,
  }),
  shouldDisplayRemainingQuantity: flag,
  expiringVoucherHighlight: object({isEnabled: flag, duration: number, timeframe: text}),
  voucherExpireDate: moment,
  totalOrders: number,
  displayOrder: number,
  redemptionInstructions: text,
  createdAt: text,
  updatedAt: text,
});

/** A category as a shopper may see it. */
export const categorySchema = v.object({
  _id: id,
  name: text,
  coverImage: image,
  shouldShowCover: flag,
  viewType: text,
  displayOrder: number,
});

const palette = object({accent: colour, text: colour, background: colour, divider: colour, shadow: colour});
const theme = object({name: text, palette});

/** The store's configuration as a shopper may see it. Of `widget` its credential, testers and domains stay behind. */
export const storeSchema = v.object({
  isEnabled: flag,
  title: text,
  description: text,
  cover: object({isEnabled: flag, type: text, value: picture, light: image, dark: image}),
  currency: object({isEnabled: flag, name: text, symbol: text, light: image, dark: image}),
  widget: object({
    isEnabled: flag,
    size: object({mode: text, width: number, height: number}),
    appearance: object({light: theme, dark: theme, useCommunityTheme: flag}),
    callToAction: object({isEnabled: flag, text, link}),
  }),
});
