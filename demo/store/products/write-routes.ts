import {type Context, Hono} from 'hono';
import * as v from 'valibot';
import {DELETE_MESSAGES} from '../assumptions.ts';
import {readNewProducts, readProductChanges} from '../csv/products.ts';
import {EVENTS} from '../events/names.ts';
import type {Access} from '../http/access.ts';
import {checkCount, readBulk, readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {StoreError} from '../http/errors.ts';
import {csvForm, operation} from '../http/operation.ts';
import {validate} from '../http/validate.ts';
import type {Service} from '../service.ts';
import {createProducts} from './create.ts';
import {deleteProduct} from './delete.ts';
import {rowsOf} from './find.ts';
import {newProduct, newProducts, productChange, productChangesInBulk} from './input.ts';
import {permissionsOf} from './permissions.ts';
import {productPath} from './queries.ts';
import {writtenProduct as writtenSchema} from './schema.ts';
import {updateProducts} from './update.ts';
import {writtenProduct} from './written.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'multipart/form-data';

/** Creating, changing and deleting products, one by one and in bulk. */
export function productWriteRoutes({db, upkeep, clock, pictureUrl}: Service): Hono<Access> {
  const writerOf = (c: Context<Access>) => ({db, clock, communityId: c.get('communityId')});

  const written = async (ids: readonly string[]) => {
    upkeep.wrote(ids.length);
    const rows = await rowsOf(db, ids, new Date(clock.now()));
    const permissions = await permissionsOf(db, ids);
    return rows.map((row) => writtenProduct(row, permissions.get(row.id) ?? [], pictureUrl));
  };

  return new Hono<Access>()
    .post('/', createOne, async (c) => {
      const body = validate(newProduct, await readJson(c));
      const ids = await createProducts(writerOf(c), [body], {event: EVENTS.productCreated, pathOf: () => ''});
      return success(c, 'Create product success.', (await written(ids))[0], {}, 201);
    })
    .post('/bulk', createMany, async (c) => {
      const {bodies, locate} = await readProducts(c, newProducts, readNewProducts);
      const ids = await createProducts(writerOf(c), bodies, {
        event: EVENTS.productsCreated,
        pathOf: (index) => `[${index}].`,
      }).catch(located(locate));
      return success(c, 'Create products success.', await written(ids), {created: ids.length}, 201);
    })
    .put('/bulk', updateMany, async (c) => {
      const {bodies, locate} = await readProducts(c, productChangesInBulk, readProductChanges);
      const changes = bodies.map(({productID, ...body}, index) => ({
        id: productID.toLowerCase(),
        body,
        path: `[${index}].`,
      }));
      await updateProducts(writerOf(c), changes, EVENTS.productsUpdated).catch(located(locate));
      const ids = changes.map(({id}) => id);
      return success(c, 'Update products success.', await written(ids), {updated: ids.length});
    })
    .put('/:productID', updateOne, productPath, async (c) => {
      const {productID: id} = c.req.valid('param');
      const body = validate(productChange, await readJson(c));
      await updateProducts(writerOf(c), [{id, body, path: ''}], EVENTS.productUpdated);
      return success(c, 'Update product success.', (await written([id]))[0]);
    })
    .delete('/:productID', deleteOne, productPath, async (c) => {
      const {productID: id} = c.req.valid('param');
      await deleteProduct(writerOf(c), id);
      return success(c, DELETE_MESSAGES.product, {_id: id});
    });
}

const createOne = operation({
  tag: 'Products',
  summary: 'Create a product',
  body: {[JSON_TYPE]: newProduct},
  status: 201,
  message: 'Create product success.',
  data: writtenSchema,
  errors: [409],
});

const createMany = operation({
  tag: 'Products',
  summary: 'Create up to 100 products',
  description:
    'All or none. JSON is a raw array; a CSV has the documented headers, all of them, in their order.',
  body: {[JSON_TYPE]: newProducts, [FORM_TYPE]: csvForm},
  status: 201,
  message: 'Create products success.',
  data: v.array(writtenSchema),
  meta: {created: v.number()},
  errors: [409],
});

const updateMany = operation({
  tag: 'Products',
  summary: 'Update up to 100 products',
  description:
    'All or none. Vouchers are appended. A CSV begins with the column Product ID; blank cells say nothing.',
  body: {[JSON_TYPE]: productChangesInBulk, [FORM_TYPE]: csvForm},
  message: 'Update products success.',
  data: v.array(writtenSchema),
  meta: {updated: v.number()},
  errors: [404, 409],
});

const updateOne = operation({
  tag: 'Products',
  summary: 'Update a product',
  description:
    'Any subset of the members. Vouchers are appended, a list of permissions replaces the one before.',
  body: {[JSON_TYPE]: productChange},
  message: 'Update product success.',
  data: writtenSchema,
  errors: [404, 409],
});

const deleteOne = operation({
  tag: 'Products',
  summary: 'Delete a product',
  message: DELETE_MESSAGES.product,
  data: v.object({_id: v.string()}),
  errors: [404],
});

/** The products of a bulk request, whichever form they have, and the way to tell where one of them is wrong. */
async function readProducts<Body>(
  c: Context,
  schema: v.GenericSchema<unknown, Body[]>,
  fromCsv: (bytes: Uint8Array) => {bodies: readonly Body[]; locate: (error: StoreError) => StoreError},
) {
  const body = await readBulk(c);
  if ('items' in body) {
    return {bodies: validate(schema, body.items), locate: (error: StoreError) => error};
  }
  const products = fromCsv(body.csv);
  checkCount(products.bodies.length);
  return products;
}

const located =
  (locate: (error: StoreError) => StoreError) =>
  (error: unknown): never => {
    throw error instanceof StoreError ? locate(error) : error;
  };
