import type {InformationField, Product} from '../catalog/product.ts';
import type {StoreClient} from './client.ts';
import {objectOf, textOf, type Json} from './members.ts';
import type {ProductView} from './projection.ts';
import {productUrl} from './requests.ts';

/** What the detail shows of a product. It is apart from what cards need, because it comes after the first of them. */
export const DETAIL: ProductView = {
  parts: ['image', 'name', 'price', 'stock'],
  fields: ['description', 'redemptionInstructions', 'categoryID', 'userInformation'],
  decode: (record): Partial<Product> => ({
    instructions: textOf(record.redemptionInstructions),
    categoryId: textOf(record.categoryID),
    information: informationOf(objectOf(record.userInformation)),
  }),
};

/** One active product, as far as a view shows it. Rejects as the client's own methods do. */
export const readProduct = (
  client: StoreClient,
  id: string,
  view: ProductView,
  lang: string,
  signal?: AbortSignal,
): Promise<Product> =>
  client.ask(productUrl(client.gateway, id, view, lang, !!client.plain), signal, ({data}) => {
    const [product] = client.productsIn([data]);
    if (!product) throw new SyntaxError('No product');
    return {...product, ...view.decode?.(objectOf(data))};
  });

const informationOf = (item: Json) =>
  ['Name', 'Phone', 'Address']
    .filter((field) => item.isEnabled === true && item[`shouldCollect${field}`] === true)
    .map((field) => field.toLowerCase() as InformationField);
