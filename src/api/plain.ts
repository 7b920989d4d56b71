import type {Product} from '../catalog/product.ts';
import {plainText} from '../content/plain-text.ts';
import type {PATHS, STOREFRONT_PATH} from './contract.ts';
import type {Json} from './members.ts';

// What it takes to read a proxy of somebody's own, which speaks the Store API alone. Few stores stand behind one, so it is
// loaded when the first request has shown that this one does. It imports no code that the boot script has, for what both
// had would become a file of its own, and every store would wait for that one.

const STOREFRONT: typeof STOREFRONT_PATH = '/storefront';
const STORE: typeof PATHS.store = '/stores';
const CATEGORIES: typeof PATHS.categories = '/categories';

/**
 * What a storefront would hold besides the products, asked for one by one; a part that cannot be read is absent. Of the
 * categories, those that are not archived, in the merchant's order; the first hundred.
 *
 * @param url - Where the storefront would have been.
 */
export async function storefrontOf(url: string, read: (url: string) => Promise<Json>): Promise<Json> {
  const [base = '', query] = url.split(`${STOREFRONT}?`);
  const {lang = '', storeFields = '', categoryFields = ''} = Object.fromEntries(new URLSearchParams(query));
  const missing = () => undefined;
  const part = (path: string, asked: Record<string, string>) =>
    read(`${base}${path}?${new URLSearchParams(asked).toString()}`).catch(missing);
  const [store, categories] = await Promise.all([
    part(STORE, {fields: storeFields, lang}),
    part(CATEGORIES, {
      fields: categoryFields,
      lang,
      limit: '100',
      sort: 'displayOrder:asc',
      filter: 'isArchived:false',
    }),
  ]);
  return {store, categories};
}

/** The products with the summaries that our gateway would have made of their descriptions. */
export const summarised = (products: readonly Product[]): readonly Product[] =>
  products.map((product) => ({...product, summary: plainText(product.description ?? '')}));
