import {type Context, Hono} from 'hono';
import type {GenericSchema} from 'valibot';
import {FURTHER_PRODUCT_SORTS, SEARCHABLE} from '../assumptions.ts';
import {readNewProducts, readProductChanges} from '../csv/products.ts';
import type {Access} from '../http/access.ts';
import {checkCount, readBulk} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {notFound, StoreError} from '../http/errors.ts';
import * as query from '../http/query.ts';
import {ID_PATTERN} from '../ids.ts';
import {validate} from '../http/validate.ts';
import type {Service} from '../service.ts';
import {createProducts} from './create.ts';
import {findProduct, listProducts, rowsOf} from './find.ts';
import {newProducts, productChangesInBulk} from './input.ts';
import {permissionsOf} from './permissions.ts';
import {PRODUCT_FIELDS, readProduct, SECRET_PRODUCT_FIELDS} from './record.ts';
import {updateProducts} from './update.ts';
import {writtenProduct} from './written.ts';

const LIST_QUERY = ['skip', 'limit', 'sort', 'fields', 'search', 'filter', 'lang', 'userID'] as const;
const READ_QUERY = ['fields', 'lang', 'userID'] as const;
const SORTS = ['displayOrder', ...FURTHER_PRODUCT_SORTS] as const;

const FILTERS = {
  categoryID: (value: string) =>
    ID_PATTERN.test(value) ? undefined : 'categoryID:<an id of 24 hexadecimal digits>',
  type: (value: string) => (value === '' ? 'type:<a product type>' : undefined),
};

/** The products of the Store API. */
export function productRoutes({db, clock, pictureUrl}: Service): Hono<Access> {
  const routes = new Hono<Access>();

  const written = async (ids: readonly string[]) => {
    const rows = await rowsOf(db, ids, new Date(clock.now()));
    const permissions = await permissionsOf(db, ids);
    return rows.map((row) => writtenProduct(row, permissions.get(row.id) ?? [], pictureUrl));
  };

  routes.get('/', async (c) => {
    const asked = query.readQuery(c, LIST_QUERY);
    const page = query.readPage(asked);
    const filter = query.readFilter(asked.filter, FILTERS);
    const {rows, total} = await listProducts(db, {
      ...page,
      communityId: c.get('communityId'),
      sort: query.readSort(asked.sort, SORTS),
      search: query.readSearch(asked.search, SEARCHABLE.products),
      filter: filter?.name === 'categoryID' ? {...filter, value: filter.value.toLowerCase()} : filter,
      now: new Date(clock.now()),
    });
    const view = viewOf(asked);
    return success(
      c,
      'Read products success.',
      rows.map((row) => readProduct(row, view)),
      {...page, total},
    );
  });

  routes.get('/:id', async (c) => {
    const asked = query.readQuery(c, READ_QUERY);
    const id = query.readId('productID', c.req.param('id'));
    const view = viewOf(asked);
    const row = await findProduct(db, {communityId: c.get('communityId'), id, now: new Date(clock.now())});
    if (!row) throw notFound('Product', id);
    return success(c, 'Read product success.', readProduct(row, view));
  });

  routes.post('/bulk', async (c) => {
    const {bodies, locate} = await readProducts(c, newProducts, readNewProducts);
    const event = {event: 'PRODUCT_EVENTS.CREATE_PRODUCTS', pathOf: (index: number) => `[${index}].`};
    const ids = await createProducts(writerOf(c), bodies, event).catch(located(locate));
    return success(c, 'Create products success.', await written(ids), {created: ids.length}, 201);
  });

  routes.put('/bulk', async (c) => {
    const {bodies, locate} = await readProducts(c, productChangesInBulk, readProductChanges);
    const changes = bodies.map(({productID, ...body}, index) => ({
      id: productID.toLowerCase(),
      body,
      path: `[${index}].`,
    }));
    await updateProducts(writerOf(c), changes, 'PRODUCT_EVENTS.UPDATE_PRODUCTS').catch(located(locate));
    const ids = changes.map(({id}) => id);
    return success(c, 'Update products success.', await written(ids), {updated: ids.length});
  });

  const writerOf = (c: Context<Access>) => ({db, clock, communityId: c.get('communityId')});

  const viewOf = (asked: {fields?: string; lang?: string}) => ({
    fields: query.readFields(asked.fields, PRODUCT_FIELDS, SECRET_PRODUCT_FIELDS),
    language: query.readLanguage(asked.lang),
    pictureUrl,
  });

  return routes;
}

/** The products of a bulk request, whichever form they have, and the way to tell where one of them is wrong. */
async function readProducts<Body>(
  c: Context,
  schema: GenericSchema<unknown, Body[]>,
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
