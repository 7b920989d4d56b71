import type {Kysely, Selectable} from 'kysely';
import {given} from '../database/given.ts';
import type {CategoryTable, Tables} from '../database/tables.ts';
import {EVENTS} from '../events/names.ts';
import {emit} from '../events/outbox.ts';
import {conflict, invalid, notFound, type Problem} from '../http/errors.ts';
import {newId} from '../ids.ts';
import {sortKey} from '../products/columns.ts';
import {readNames, resolve} from '../products/lookup.ts';
import type {Writer} from '../service.ts';
import type {CategoryChange, NewCategory} from './input.ts';

const UNTRANSLATED = {isTranslationEnabled: false, nameTranslations: []};

/**
 * Creates a category, with its event.
 *
 * @throws {StoreError} 400 for an unknown purchase status, 409 for a name that another category has.
 */
export async function createCategory(
  {db, clock, communityId}: Writer,
  body: NewCategory,
): Promise<Selectable<CategoryTable>> {
  const now = new Date(clock.now());
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('categories')
      .values({
        id: newId(clock),
        community_id: communityId,
        name: body.name,
        name_key: sortKey(body.name),
        cover_image: '',
        should_show_cover: false,
        is_archived: false,
        view_type: 'full',
        display_order: 0,
        category_permission: '[]',
        i18n: JSON.stringify(UNTRANSLATED),
        default_purchase_status_id: null,
        created_at: now,
        updated_at: now,
        ...(await columnsOf(tx, communityId, body, UNTRANSLATED)),
      })
      .onConflict((taken) => taken.columns(['community_id', 'name']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!row) throw nameTaken(body.name);
    await emit(tx, communityId, {name: EVENTS.categoryCreated, payload: {categoryID: row.id}}, now);
    return row;
  });
}

/** Changes a category, with its event. @throws {StoreError} 404, and as for creating. */
export async function updateCategory(
  {db, clock, communityId}: Writer,
  id: string,
  body: CategoryChange,
): Promise<Selectable<CategoryTable>> {
  const now = new Date(clock.now());
  const changed = db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('categories')
      .selectAll()
      .where('community_id', '=', communityId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw notFound('Category', id);
    const row = await tx
      .updateTable('categories')
      .set({...(await columnsOf(tx, communityId, body, before.i18n)), updated_at: now})
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await emit(tx, communityId, {name: EVENTS.categoryUpdated, payload: {categoryID: id}}, now);
    return row;
  });
  try {
    return await changed;
  } catch (error) {
    if ((error as {code?: string}).code === UNIQUE_VIOLATION) throw nameTaken(body.name ?? '');
    throw error;
  }
}

/** Deletes a category, with its event; its products stay, without one. @throws {StoreError} 404. */
export async function deleteCategory({db, clock, communityId}: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const {numDeletedRows} = await tx
      .deleteFrom('categories')
      .where('community_id', '=', communityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw notFound('Category', id);
    const event = {name: EVENTS.categoryDeleted, payload: {categoryID: id}};
    await emit(tx, communityId, event, new Date(clock.now()));
  });
}

/** PostgreSQL's code for it; the name is the only thing of a category that must be unique. */
const UNIQUE_VIOLATION = '23505';

async function columnsOf(tx: Kysely<Tables>, communityId: string, body: CategoryChange, i18nBefore: object) {
  const problems: Problem[] = [];
  const {statuses} = await readNames(tx, communityId);
  const statusId = resolve(
    {id: body.defaultPurchaseStatusID, name: body.defaultPurchaseStatusName},
    statuses,
    {id: 'defaultPurchaseStatusID', name: 'defaultPurchaseStatusName', what: 'purchase status'},
    problems,
  );
  if (problems.length > 0) throw invalid(problems);
  return given({
    name: body.name,
    name_key: body.name === undefined ? undefined : sortKey(body.name),
    cover_image: body.coverImage,
    should_show_cover: body.shouldShowCover,
    is_archived: body.isArchived,
    view_type: body.viewType,
    display_order: body.displayOrder,
    category_permission: body.categoryPermission && JSON.stringify(body.categoryPermission),
    // Whoever sends translations and no switch wants them shown.
    i18n: body.i18n && JSON.stringify({...i18nBefore, isTranslationEnabled: true, ...body.i18n}),
    default_purchase_status_id: statusId,
  });
}

const nameTaken = (name: string) =>
  conflict(`There is a category with the name ${name} already.`, [
    {path: 'name', value: name, expected: 'a name that no other category has'},
  ]);
