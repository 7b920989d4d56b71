import {CatalogueFault, type Catalogue, type Json} from './catalogue.ts';
import type {Ware} from './state.ts';
import {idOf} from './wares.ts';

/** The record of a product that has been found, with what the state says about it. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  /** The origin of the pages. */
  readonly origin: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * A ware as the gateway answers it, with every public field.
 *
 * @throws {CatalogueFault} Where the demo's store does not sell it any more.
 */
export function stocked(ware: Ware, {catalogue, origin, now}: Surroundings): Json {
  const product = catalogue.products.get(ware.name);
  if (!product) {
    throw new CatalogueFault(`The store sells no "${ware.name}": npm run reset imports the catalogue anew.`);
  }
  const {sale, expires, asks = [], about} = ware;
  const at = (time: number | undefined) => (time === undefined ? null : new Date(now + time).toISOString());
  return {
    ...product,
    _id: idOf(ware),
    ...(ware.called && {name: ware.called}),
    ...(about && {summary: about, description: `<p>${about}</p>`}),
    ...(ware.price !== undefined && {price: ware.price}),
    image: pictureOf(ware, product, origin),
    isDiscountEnabled: sale !== undefined,
    ...(sale && {
      discountPrice: sale.price,
      discountStartDate: at(sale.starts),
      discountEndDate: at(sale.ends),
    }),
    ...stockOf(ware),
    ...(expires !== undefined && {
      expiringVoucherHighlight: {isEnabled: true, duration: 7, timeframe: 'days'},
      voucherExpireDate: at(expires),
    }),
    userInformation: {
      isEnabled: asks.length > 0,
      ...Object.fromEntries(
        ['Name', 'Phone', 'Address'].map((ask) => [`shouldCollect${ask}`, isAsked(ask, asks)]),
      ),
    },
  };
}

const isAsked = (ask: string, asks: readonly string[]) => asks.includes(ask);

function pictureOf({picture}: Ware, {image}: Json, origin: string): unknown {
  return {none: undefined, broken: `${origin}/states/pictures/lost.svg`, own: image}[picture ?? 'own'];
}

/** Where the merchant hides the number, the gateway says only whether any are left. */
const stockOf = ({left}: Ware): Json =>
  left === undefined
    ? {shouldDisplayRemainingQuantity: false, isInStock: true}
    : {shouldDisplayRemainingQuantity: true, stocks: left};
