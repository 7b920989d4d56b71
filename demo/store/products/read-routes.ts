import {Hono} from 'hono';
import type {Access} from '../http/access.ts';
import {success} from '../http/envelope.ts';
import {notFound} from '../http/errors.ts';
import {listMeta, operation} from '../http/operation.ts';
import type {Service} from '../service.ts';
import * as v from 'valibot';
import {findProduct, listProducts} from './find.ts';
import {listQuery, productPath, readQuery} from './queries.ts';
import {readProduct} from './record.ts';
import {product} from './schema.ts';

/** Reading products, as the widget and the gateway do. */
export function productReadRoutes({db, clock, pictureUrl}: Service): Hono<Access> {
  const list = operation({
    tag: 'Products',
    summary: 'List products',
    description: 'One page of the products that are not archived, in order.',
    message: 'Read products success.',
    data: v.array(product),
    meta: listMeta,
  });
  const read = operation({
    tag: 'Products',
    summary: 'Read a product',
    message: 'Read product success.',
    data: product,
    errors: [404],
  });

  return new Hono<Access>()
    .get('/', list, listQuery, async (c) => {
      const {fields, lang: language, userID, ...question} = c.req.valid('query');
      const {skip, limit} = question;
      const communityId = c.get('communityId');
      const {rows, total} = await listProducts(db, {
        ...question,
        communityId,
        userID,
        now: new Date(clock.now()),
      });
      const data = rows.map((row) => readProduct(row, {fields, language, pictureUrl}));
      return success(c, 'Read products success.', data, {skip, limit, total});
    })
    .get('/:productID', read, productPath, readQuery, async (c) => {
      const {productID: id} = c.req.valid('param');
      const {fields, lang: language, userID} = c.req.valid('query');
      const row = await findProduct(db, {
        communityId: c.get('communityId'),
        id,
        userID,
        now: new Date(clock.now()),
      });
      if (!row) throw notFound('Product', id);
      return success(c, 'Read product success.', readProduct(row, {fields, language, pictureUrl}));
    });
}
