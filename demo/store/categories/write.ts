import type {Kysely} from 'kysely';
import {invalid, conflict, type Problem} from '../http/errors.ts';
import {given} from '../database/given.ts';
import type {Tables} from '../database/tables.ts';
import {newId} from '../ids.ts';
import {emit} from '../outbox.ts';
import {sortKey} from '../products/columns.ts';
import {readNames, resolve} from '../products/lookup.ts';
import type {Writer} from '../service.ts';
import type {CategoryChange, NewCategory} from './input.ts';

/**
 * Creates a category with its event and returns its id.
 *
 * @throws {StoreError} 400 for an unknown purchase status, 409 for a name that another category has.
 */
export async function createCategory({db, clock, communityId}: Writer, body: NewCategory): Promise<string> {
  const now = new Date(clock.now());
  const id = newId(clock);
  await db.transaction().execute(async (tx) => {
    const changed = await columnsOf(tx, communityId, body, {});
    const {numInsertedOrUpdatedRows: inserted} = await tx
      .insertInto('categories')
      .values({
        id,
        community_id: communityId,
        name: body.name,
        name_key: sortKey(body.name),
        cover_image: '',
        should_show_cover: false,
        is_archived: false,
        view_type: 'full',
        display_order: 0,
        category_permission: '[]',
        i18n: JSON.stringify({isTranslationEnabled: false, nameTranslations: []}),
        default_purchase_status_id: null,
        created_at: now,
        updated_at: now,
        ...changed,
      })
      .onConflict((conflicting) => conflicting.columns(['community_id', 'name']).doNothing())
      .executeTakeFirst();
    if (!inserted) throw nameTaken(body.name);
    await emit(tx, communityId, {name: 'create:category', payload: {categoryID: id}}, now);
  });
  return id;
}

/** The columns that a body sets. */
export async function columnsOf(
  tx: Kysely<Tables>,
  communityId: string,
  body: CategoryChange,
  i18nBefore: object,
) {
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
    i18n: body.i18n && JSON.stringify({isTranslationEnabled: true, ...i18nBefore, ...body.i18n}),
    default_purchase_status_id: statusId,
  });
}

/** @returns the 409 for a name that is not free. */
export const nameTaken = (name: string) =>
  conflict(`There is a category with the name ${name} already.`, [
    {path: 'name', value: name, expected: 'a name that no other category has'},
  ]);
