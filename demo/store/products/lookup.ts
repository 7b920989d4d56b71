import type {Kysely} from 'kysely';
import type {Tables} from '../database/tables.ts';
import type {Problem} from '../http/errors.ts';

/** The categories and purchase statuses of a community, by name and by id. */
export interface Names {
  readonly categories: Lookup;
  readonly statuses: Lookup;
}

interface Lookup {
  readonly ids: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, string>;
}

/** Reads what the names in a body can mean. Archived categories count: a product may wait in one. */
export async function readNames(db: Kysely<Tables>, communityId: string): Promise<Names> {
  const of = async (table: 'categories' | 'purchase_statuses') => {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('community_id', '=', communityId)
      .execute();
    return {ids: new Set(rows.map(({id}) => id)), byName: new Map(rows.map(({id, name}) => [name, id]))};
  };
  return {categories: await of('categories'), statuses: await of('purchase_statuses')};
}

/** A reference that may be given by id, by name, by both, or not at all. */
export interface Reference {
  readonly id: string | null | undefined;
  readonly name: string | null | undefined;
}

/**
 * The id that a reference means: undefined where nothing was said, null where it was emptied. What names nothing of
 * this community becomes a problem under the path of the member that named it.
 */
export function resolve(
  {id, name}: Reference,
  lookup: Lookup,
  paths: {id: string; name: string; what: string},
  problems: Problem[],
): string | null | undefined {
  const known = id?.toLowerCase();
  if (known !== undefined && !lookup.ids.has(known)) {
    problems.push({path: paths.id, value: id, expected: `the id of a ${paths.what} of this community`});
  }
  if (!name) return known ?? (id === null || name !== undefined ? null : undefined);
  const named = lookup.byName.get(name);
  if (named === undefined) {
    problems.push({path: paths.name, value: name, expected: `the name of a ${paths.what} of this community`});
  } else if (known !== undefined && known !== named) {
    problems.push({path: paths.name, value: name, expected: `the same ${paths.what} as ${paths.id}`});
  }
  return named ?? known;
}
