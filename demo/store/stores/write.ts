import type {Kysely, Selectable, Updateable} from 'kysely';
import type {StoreConfigTable, Tables} from '../database/tables.ts';
import {invalid, type Problem} from '../http/errors.ts';
import {EVENTS} from '../events/names.ts';
import {emit} from '../events/outbox.ts';
import type {Writer} from '../service.ts';
import {SET_BY_SERVICE, type StoreChange} from './input.ts';

/** The store of a community; each has one from its beginning. */
export async function findStore(
  db: Kysely<Tables>,
  communityId: string,
): Promise<Selectable<StoreConfigTable>> {
  return db
    .selectFrom('store_configs')
    .selectAll()
    .where('community_id', '=', communityId)
    .executeTakeFirstOrThrow();
}

/** @throws {StoreError} 400 that names each member of a body that only the service sets. */
export function refuseSetByService(body: unknown): void {
  const problems = SET_BY_SERVICE.filter((path) => holds(body, path)).map((path): Problem => ({
    path: path.join('.'),
    expected: 'this member left out: the service sets it',
  }));
  if (problems.length > 0) throw invalid(problems);
}

/**
 * Changes a store, with its event, and returns it as it is then. Members of `i18n` and `widget` that are not named stay;
 * `cover` and `currency` are replaced.
 *
 * @throws {StoreError} 400 where the store would be open without a title.
 */
export async function updateStore(
  {db, clock, communityId}: Writer,
  body: StoreChange,
): Promise<Selectable<StoreConfigTable>> {
  const now = new Date(clock.now());
  return db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('store_configs')
      .selectAll()
      .where('community_id', '=', communityId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const title = body.title ?? before.title;
    if ((body.isEnabled ?? before.is_enabled) && title.trim() === '') {
      throw invalid([{path: 'title', value: title, expected: 'a title, since the store is enabled'}]);
    }
    const changed: Updateable<StoreConfigTable> = {
      is_enabled: body.isEnabled ?? before.is_enabled,
      title,
      description: body.description ?? before.description,
      cover: JSON.stringify(body.cover ?? before.cover),
      currency: JSON.stringify(body.currency ?? before.currency),
      i18n: JSON.stringify({...before.i18n, ...body.i18n}),
      widget: JSON.stringify({...before.widget, ...body.widget}),
      updated_at: now,
    };
    const after = await tx
      .updateTable('store_configs')
      .set(changed)
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await emit(tx, communityId, {name: EVENTS.storeUpdated, payload: {storeID: after.id}}, now);
    return after;
  });
}

function holds(body: unknown, [first = '', ...rest]: readonly string[]): boolean {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, first)) return false;
  return rest.length === 0 || holds((body as Record<string, unknown>)[first], rest);
}
