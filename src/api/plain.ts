import type {Product} from '../catalog/product.ts';
import {plainText} from '../content/plain-text.ts';
import {PAGE_LIMIT, PATHS} from './contract.ts';
import type {Json} from './members.ts';
import {NAV_FIELDS, PROFILE_FIELDS} from './projection.ts';
import {address, SORTS} from './requests.ts';

// What it takes to read a proxy of somebody's own, which speaks the Store API alone. Few stores stand behind one, so it is
// loaded when the first request has shown that this one does.

/** What a storefront would hold besides the products, asked for one by one; a part that cannot be read is absent. */
export async function storefrontOf(
  gateway: string,
  lang: string,
  read: (url: string) => Promise<Json>,
): Promise<Json> {
  const missing = () => undefined;
  const [store, categories] = await Promise.all([
    read(profileUrl(gateway, lang)).catch(missing),
    read(categoriesUrl(gateway, lang)).catch(missing),
  ]);
  return {store, categories};
}

/** The products with the summaries that our gateway would have made of their descriptions. */
export const summarised = (products: readonly Product[]): readonly Product[] =>
  products.map((product) => ({...product, summary: plainText(product.description ?? '')}));

/** The categories that are not archived, in the merchant's order; the first hundred. */
export const categoriesUrl = (gateway: string, lang: string) =>
  address(gateway, PATHS.categories, {
    fields: NAV_FIELDS.join(),
    lang,
    limit: PAGE_LIMIT,
    sort: SORTS[0],
    filter: 'isArchived:false',
  });

/** The store's configuration. */
export const profileUrl = (gateway: string, lang: string) =>
  address(gateway, PATHS.store, {fields: PROFILE_FIELDS.join(), lang});
