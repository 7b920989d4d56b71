import {Hono} from 'hono';
import {FURTHER_CATEGORY_SORTS, SEARCHABLE} from '../assumptions.ts';
import type {Access} from '../http/access.ts';
import {readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {notFound} from '../http/errors.ts';
import * as query from '../http/query.ts';
import {validate} from '../http/validate.ts';
import type {Service} from '../service.ts';
import {newCategory} from './input.ts';
import {findCategory, listCategories} from './queries.ts';
import {CATEGORY_FIELDS, readCategory} from './record.ts';
import {createCategory} from './write.ts';

const LIST_QUERY = ['skip', 'limit', 'sort', 'fields', 'search', 'filter', 'lang', 'userID'] as const;
const READ_QUERY = ['fields', 'lang', 'userID'] as const;
const SORTS = ['displayOrder', ...FURTHER_CATEGORY_SORTS] as const;
const FILTERS = {
  isArchived: (value: string) =>
    value === 'true' || value === 'false' ? undefined : 'isArchived:true or isArchived:false',
};

/** The categories of the Store API. */
export function categoryRoutes({db, clock, pictureUrl}: Service): Hono<Access> {
  const routes = new Hono<Access>();

  routes.get('/', async (c) => {
    const asked = query.readQuery(c, LIST_QUERY);
    const page = query.readPage(asked);
    const filter = query.readFilter(asked.filter, FILTERS);
    const view = viewOf(asked);
    const {rows, total} = await listCategories(db, {
      ...page,
      communityId: c.get('communityId'),
      sort: query.readSort(asked.sort, SORTS),
      search: query.readSearch(asked.search, SEARCHABLE.categories)?.value,
      isArchived: filter && filter.value === 'true',
    });
    return success(
      c,
      'Read categories success.',
      rows.map((row) => readCategory(row, view)),
      {...page, total},
    );
  });

  routes.get('/:id', async (c) => {
    const asked = query.readQuery(c, READ_QUERY);
    const id = query.readId('categoryID', c.req.param('id'));
    const view = viewOf(asked);
    const row = await findCategory(db, {communityId: c.get('communityId'), id});
    if (!row) throw notFound('Category', id);
    return success(c, 'Read category success.', readCategory(row, view));
  });

  routes.post('/', async (c) => {
    const body = validate(newCategory, await readJson(c));
    const communityId = c.get('communityId');
    const id = await createCategory({db, clock, communityId}, body);
    const row = await findCategory(db, {communityId, id});
    if (!row) throw notFound('Category', id);
    return success(c, 'Create category success.', readCategory(row, viewOf({})), {}, 201);
  });

  const viewOf = (asked: {fields?: string; lang?: string}) => ({
    fields: query.readFields(asked.fields, CATEGORY_FIELDS, ['__v']),
    language: query.readLanguage(asked.lang),
    pictureUrl,
  });

  return routes;
}
