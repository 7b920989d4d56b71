import {type Context, Hono} from 'hono';
import {DELETE_MESSAGES} from '../assumptions.ts';
import {readNewProducts, readProductChanges} from '../csv/products.ts';
import {EVENTS} from '../events/names.ts';
import type {Access} from '../http/access.ts';
import {success} from '../http/envelope.ts';
import {StoreError} from '../http/errors.ts';
import type {Service} from '../service.ts';
import {createProducts} from './create.ts';
import {deleteProduct} from './delete.ts';
import {rowsOf} from './find.ts';
import {type ChangeOfProduct, newProduct, productChange, productChangeInBulk} from './input.ts';
import * as describe from './operations.ts';
import {permissionsOf} from './permissions.ts';
import {productPath} from './queries.ts';
import {itemPath, readProduct, readProducts} from './read-body.ts';
import {updateProducts} from './update.ts';
import {writtenProduct} from './written.ts';

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
    .post('/', describe.createOne, async (c) => {
      const body = await readProduct(c, db, newProduct);
      const ids = await createProducts(writerOf(c), [body], {event: EVENTS.productCreated, pathOf: () => ''});
      return success(c, 'Create product success.', (await written(ids))[0], {}, 201);
    })
    .post('/bulk', describe.createMany, async (c) => {
      const {bodies, locate} = await readProducts(c, db, newProduct, readNewProducts);
      const ids = await createProducts(writerOf(c), bodies, {
        event: EVENTS.productsCreated,
        pathOf: itemPath,
      }).catch(located(locate));
      return success(c, 'Create products success.', await written(ids), {created: ids.length}, 201);
    })
    .put('/bulk', describe.updateMany, async (c) => {
      const {bodies, locate} = await readProducts<ChangeOfProduct>(
        c,
        db,
        productChangeInBulk,
        readProductChanges,
      );
      const changes = bodies.map(({productID, ...body}, index) => ({
        id: productID.toLowerCase(),
        body,
        path: itemPath(index),
      }));
      await updateProducts(writerOf(c), changes, EVENTS.productsUpdated).catch(located(locate));
      const ids = changes.map(({id}) => id);
      return success(c, 'Update products success.', await written(ids), {updated: ids.length});
    })
    .put('/:productID', describe.updateOne, productPath, async (c) => {
      const {productID: id} = c.req.valid('param');
      const body = await readProduct(c, db, productChange);
      await updateProducts(writerOf(c), [{id, body, path: ''}], EVENTS.productUpdated);
      return success(c, 'Update product success.', (await written([id]))[0]);
    })
    .delete('/:productID', describe.deleteOne, productPath, async (c) => {
      const {productID: id} = c.req.valid('param');
      await deleteProduct(writerOf(c), id);
      return success(c, DELETE_MESSAGES.product, {_id: id});
    });
}

const located =
  (locate: (error: StoreError) => StoreError) =>
  (error: unknown): never => {
    throw error instanceof StoreError ? locate(error) : error;
  };
