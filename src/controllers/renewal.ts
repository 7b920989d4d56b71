import type {Product} from '../catalog/product.ts';
import type {ProductList} from './product-list.ts';

/** A list in which the products that have been read since are as they are now, each at its place. */
export function withRenewed(list: ProductList, fresh: readonly Product[]): ProductList {
  const byId = new Map(fresh.map((product) => [product.id, product]));
  return {...list, products: list.products.map((listed) => ({...listed, ...byId.get(listed.id)}))};
}
