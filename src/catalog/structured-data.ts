import {offerAt} from './offer.ts';
import type {Product} from './product.ts';
import {stockOf} from './stock.ts';

/** A thing as schema.org names it and its members. */
export type Thing = Readonly<Record<string, unknown>>;

/**
 * A product for search engines, as schema.org's `Product` with its `Offer` at `now` (epoch ms): the price of now, until when it holds,
 * and whether it is to be had. A price is in the store's own currency, which schema.org lets stand by its name; without a
 * price or a currency there is no offer.
 */
export function productThing(product: Product, now: number, currency: string | undefined): Thing {
  const {name, summary, image} = product;
  const offer = offerAt(product, now);
  return {
    '@type': 'Product',
    name,
    description: summary,
    image,
    offers: offer &&
      currency && {
        '@type': 'Offer',
        price: offer.price,
        priceCurrency: currency,
        priceValidUntil: offer.ends === undefined ? undefined : new Date(offer.ends).toISOString(),
        availability: `https://schema.org/${AVAILABILITY[stockOf(product).state]}`,
      },
  };
}

/** Where nobody says how many are left, it is sold as long as the store lists it. */
const AVAILABILITY = {
  'sold-out': 'SoldOut',
  low: 'LimitedAvailability',
  plenty: 'InStock',
  hidden: 'InStock',
  unknown: 'InStock',
} as const;
