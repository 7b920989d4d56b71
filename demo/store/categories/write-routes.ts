import {type Context, Hono} from 'hono';
import type {Selectable} from 'kysely';
import * as v from 'valibot';
import {DELETE_MESSAGES} from '../assumptions.ts';
import type {CategoryTable} from '../database/tables.ts';
import type {Access} from '../http/access.ts';
import {readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {operation} from '../http/operation.ts';
import {validate} from '../http/validate.ts';
import type {Service} from '../service.ts';
import {categoryChange, newCategory} from './input.ts';
import {categoryPath} from './read-routes.ts';
import {readCategory} from './record.ts';
import {writtenCategory} from './schema.ts';
import {createCategory, deleteCategory, updateCategory} from './write.ts';

/** Creating, changing and deleting categories. */
export function categoryWriteRoutes({db, clock, pictureUrl}: Service): Hono<Access> {
  const writerOf = (c: Context<Access>) => ({db, clock, communityId: c.get('communityId')});
  const written = (row: Selectable<CategoryTable>) =>
    readCategory(row, {fields: undefined, language: undefined, pictureUrl});

  return new Hono<Access>()
    .post('/', create, async (c) => {
      const row = await createCategory(writerOf(c), validate(newCategory, await readJson(c)));
      return success(c, 'Create category success.', written(row), {}, 201);
    })
    .put('/:categoryID', update, categoryPath, async (c) => {
      const {categoryID} = c.req.valid('param');
      const row = await updateCategory(writerOf(c), categoryID, validate(categoryChange, await readJson(c)));
      return success(c, 'Update category success.', written(row));
    })
    .delete('/:categoryID', remove, categoryPath, async (c) => {
      const {categoryID} = c.req.valid('param');
      await deleteCategory(writerOf(c), categoryID);
      return success(c, DELETE_MESSAGES.category, {_id: categoryID});
    });
}

const create = operation({
  tag: 'Categories',
  summary: 'Create a category',
  body: {'application/json': newCategory},
  status: 201,
  message: 'Create category success.',
  data: writtenCategory,
  errors: [409],
});

const update = operation({
  tag: 'Categories',
  summary: 'Update a category',
  description: 'Any subset of the members.',
  body: {'application/json': categoryChange},
  message: 'Update category success.',
  data: writtenCategory,
  errors: [404, 409],
});

const remove = operation({
  tag: 'Categories',
  summary: 'Delete a category',
  description: 'Its products stay, without a category.',
  message: DELETE_MESSAGES.category,
  data: v.object({_id: v.string()}),
  errors: [404],
});
