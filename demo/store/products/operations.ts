import * as v from 'valibot';
import {DELETE_MESSAGES} from '../assumptions.ts';
import {csvForm, operation} from '../http/operation.ts';
import {newProduct, newProducts, productChange, productChangesInBulk} from './input.ts';
import {writtenProduct} from './schema.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'multipart/form-data';

/** POST /products. */
export const createOne = operation({
  tag: 'Products',
  summary: 'Create a product',
  body: {[JSON_TYPE]: newProduct},
  status: 201,
  message: 'Create product success.',
  data: writtenProduct,
  errors: [409],
});

/** POST /products/bulk. */
export const createMany = operation({
  tag: 'Products',
  summary: 'Create up to 100 products',
  description:
    'All or none. JSON is a raw array; a CSV has the documented headers, all of them, in their order.',
  body: {[JSON_TYPE]: newProducts, [FORM_TYPE]: csvForm},
  status: 201,
  message: 'Create products success.',
  data: v.array(writtenProduct),
  meta: {created: v.number()},
  errors: [409],
});

/** PUT /products/bulk. */
export const updateMany = operation({
  tag: 'Products',
  summary: 'Update up to 100 products',
  description:
    'All or none. Vouchers are appended. A CSV begins with the column Product ID; blank cells say nothing.',
  body: {[JSON_TYPE]: productChangesInBulk, [FORM_TYPE]: csvForm},
  message: 'Update products success.',
  data: v.array(writtenProduct),
  meta: {updated: v.number()},
  errors: [404, 409],
});

/** PUT /products/{productID}. */
export const updateOne = operation({
  tag: 'Products',
  summary: 'Update a product',
  description:
    'Any subset of the members. Vouchers are appended, a list of permissions replaces the one before.',
  body: {[JSON_TYPE]: productChange},
  message: 'Update product success.',
  data: writtenProduct,
  errors: [404, 409],
});

/** DELETE /products/{productID}. */
export const deleteOne = operation({
  tag: 'Products',
  summary: 'Delete a product',
  message: DELETE_MESSAGES.product,
  data: v.object({_id: v.string()}),
  errors: [404],
});
