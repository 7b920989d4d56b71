import {FURTHER_PRODUCT_SORTS, SEARCHABLE} from '../assumptions.ts';
import * as q from '../http/query.ts';
import {PRODUCT_FIELDS, SECRET_PRODUCT_FIELDS} from './record.ts';

const view = {
  fields: q.fields(PRODUCT_FIELDS, SECRET_PRODUCT_FIELDS),
  lang: q.lang,
  userID: q.userID,
};

/** What GET /products can be asked. */
export const listQuery = q.query({
  skip: q.skip,
  limit: q.limit,
  sort: q.sort(['displayOrder', ...FURTHER_PRODUCT_SORTS]),
  search: q.search(SEARCHABLE.products),
  filter: q.filter({categoryID: q.AN_ID, type: {pattern: '.+', expected: 'a product type'}}),
  ...view,
});

/** What GET /products/{productID} can be asked. */
export const readQuery = q.query(view);

/** The id in a product's path. */
export const productPath = q.path({productID: q.anId});
