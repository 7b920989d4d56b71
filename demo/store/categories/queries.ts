import {type Kysely, type Selectable, sql} from 'kysely';
import type {CategoryTable, Tables} from '../database/tables.ts';
import {fold} from '../fold.ts';
import type {Page, Sort} from '../http/query.ts';

const COLUMNS = {
  displayOrder: 'display_order',
  name: 'name_key',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const;

/** What a category list can be asked. */
export interface CategoryQuestion extends Page {
  readonly communityId: string;
  readonly sort: Sort<keyof typeof COLUMNS>;
  readonly search: string | undefined;
  readonly isArchived: boolean | undefined;
}

/** One page of a community's categories, in order, and how many there are in all. */
export async function listCategories(
  db: Kysely<Tables>,
  {communityId, sort, search, isArchived, skip, limit}: CategoryQuestion,
): Promise<{rows: Selectable<CategoryTable>[]; total: number}> {
  const matching = db
    .selectFrom('categories')
    .where('community_id', '=', communityId)
    .$if(isArchived !== undefined, (query) => query.where('is_archived', '=', isArchived!))
    .$if(search !== undefined, (query) => query.where(sql<boolean>`strpos(name_key, ${fold(search!)}) > 0`));
  const rows = await matching
    .selectAll()
    .orderBy(COLUMNS[sort.field], sort.direction)
    .orderBy('id', sort.direction)
    .offset(skip)
    .limit(limit)
    .execute();
  const {total} = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return {rows, total};
}

/** A category, archived or not, or undefined where this community has none of that id. */
export async function findCategory(
  db: Kysely<Tables>,
  {communityId, id}: {communityId: string; id: string},
): Promise<Selectable<CategoryTable> | undefined> {
  return db
    .selectFrom('categories')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst();
}
