import type {InformationField, Product} from '../catalog/product.ts';
import type {StoreClient} from './client.ts';
import {objectOf, textOf, type Json} from './members.ts';
import type {ProductPart, ProductView} from './projection.ts';
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

/** What a product has for each part of a card that a view may do without. */
const MEMBERS_OF: Partial<Readonly<Record<ProductPart, readonly (keyof Product)[]>>> = {
  type: ['type'],
  badge: ['expires', 'expiryHighlight'],
  summary: ['summary'],
};

/**
 * One active product, as far as a view shows it: of what it does without, nothing is said, not even that it is absent. Rejects as
 * the client's own methods do.
 */
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
    const left = Object.entries(MEMBERS_OF).flatMap(([part, members]) =>
      view.parts.includes(part as ProductPart) ? [] : members,
    );
    const read = Object.entries(product).filter(([name]) => !left.includes(name as keyof Product));
    return {...(Object.fromEntries(read) as unknown as Product), ...view.decode?.(objectOf(data))};
  });

const informationOf = (item: Json) =>
  ['Name', 'Phone', 'Address']
    .filter((field) => item.isEnabled === true && item[`shouldCollect${field}`] === true)
    .map((field) => field.toLowerCase() as InformationField);
