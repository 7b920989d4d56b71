import {Hono} from 'hono';
import * as v from 'valibot';
import {FURTHER_CATEGORY_SORTS, SEARCHABLE} from '../assumptions.ts';
import type {Access} from '../http/access.ts';
import {success} from '../http/envelope.ts';
import {notFound} from '../http/errors.ts';
import {listMeta, operation} from '../http/operation.ts';
import * as q from '../http/query.ts';
import type {Service} from '../service.ts';
import {findCategory, listCategories} from './queries.ts';
import {CATEGORY_FIELDS, readCategory} from './record.ts';
import {category} from './schema.ts';

// `lang` is documented on neither call; this service honours it. `userID` is taken and changes nothing.
const view = {fields: q.fields(CATEGORY_FIELDS, ['__v']), lang: q.lang, userID: q.userID};

const listQuery = q.query({
  skip: q.skip,
  limit: q.limit,
  sort: q.sort(['displayOrder', ...FURTHER_CATEGORY_SORTS]),
  search: q.search(SEARCHABLE.categories),
  filter: q.filter({isArchived: {pattern: '(true|false)', expected: 'true or false'}}),
  ...view,
});

const readQuery = q.query(view);

/** The id in a category's path. */
export const categoryPath = q.path({categoryID: q.anId});

/** Reading categories, as the widget and the gateway do. */
export function categoryReadRoutes({db, pictureUrl}: Service): Hono<Access> {
  return new Hono<Access>()
    .get('/', list, listQuery, async (c) => {
      const {fields, lang: language, filter, search, skip, limit, sort} = c.req.valid('query');
      const {rows, total} = await listCategories(db, {
        ...{skip, limit, sort},
        communityId: c.get('communityId'),
        search: search?.value,
        isArchived: filter && filter.value === 'true',
      });
      const data = rows.map((row) => readCategory(row, {fields, language, pictureUrl}));
      return success(c, 'Read categories success.', data, {skip, limit, total});
    })
    .get('/:categoryID', read, categoryPath, readQuery, async (c) => {
      const {categoryID: id} = c.req.valid('param');
      const {fields, lang: language} = c.req.valid('query');
      const row = await findCategory(db, {communityId: c.get('communityId'), id});
      if (!row) throw notFound('Category', id);
      return success(c, 'Read category success.', readCategory(row, {fields, language, pictureUrl}));
    });
}

const list = operation({
  tag: 'Categories',
  summary: 'List categories',
  message: 'Read categories success.',
  data: v.array(category),
  meta: listMeta,
});

const read = operation({
  tag: 'Categories',
  summary: 'Read a category',
  message: 'Read category success.',
  data: category,
  errors: [404],
});
