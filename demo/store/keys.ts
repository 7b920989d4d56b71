import {createHash} from 'node:crypto';
import type {Kysely} from 'kysely';
import {PURCHASE_STATUSES} from './assumptions.ts';
import type {Clock} from './clock.ts';
import type {Tables} from './database/tables.ts';
import {newId} from './ids.ts';

/** A key as the database has it. */
export interface KeyRecord {
  readonly communityId: string;
  readonly permissions: readonly string[];
  readonly expiresAt: Date | null;
}

/** A key to be. */
export interface NewKey {
  readonly apiKey: string;
  /** `store` for the partner API, `demo` for what is under /demo. Default `store`. */
  readonly permissions?: string[] | undefined;
  readonly expiresAt?: Date | null | undefined;
}

/** The community and rights of a key, or undefined for one that nobody has. */
export async function findKey(db: Kysely<Tables>, key: string): Promise<KeyRecord | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .select(['community_id', 'permissions', 'expires_at'])
    .where('key_hash', '=', hashKey(key))
    .executeTakeFirst();
  return row && {communityId: row.community_id, permissions: row.permissions, expiresAt: row.expires_at};
}

/** The community of a key: where nobody has the key yet, a new one with it. Returns the community's id. */
export async function ensureCommunity(
  db: Kysely<Tables>,
  clock: Clock,
  {name, ...key}: NewKey & {readonly name: string},
): Promise<string> {
  const known = await findKey(db, key.apiKey);
  if (!known) {
    const id = await createCommunity(db, clock, name);
    await addKey(db, clock, id, key);
    return id;
  }
  if (key.permissions) {
    const {permissions} = key;
    await db.updateTable('api_keys').set({permissions}).where('key_hash', '=', hashKey(key.apiKey)).execute();
  }
  return known.communityId;
}

/** Makes a community with an empty, closed store and the usual purchase statuses, and returns its id. */
export async function createCommunity(db: Kysely<Tables>, clock: Clock, name: string): Promise<string> {
  const now = new Date(clock.now());
  const id = newId(clock);
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('communities').values({id, name, created_at: now}).execute();
    await tx
      .insertInto('purchase_statuses')
      .values(PURCHASE_STATUSES.map((status) => ({id: newId(clock), community_id: id, name: status})))
      .execute();
    await tx
      .insertInto('store_configs')
      .values({
        id: newId(clock),
        community_id: id,
        is_enabled: false,
        title: [...name].slice(0, 32).join(''),
        description: '',
        cover: '{}',
        currency: '{}',
        i18n: '{}',
        // Real answers carry the widget's own key, and whoever passes the answer on must take it out.
        widget: JSON.stringify({isEnabled: true, apiKey: `widget-key-of-${id}`}),
        created_at: now,
        updated_at: now,
      })
      .execute();
  });
  return id;
}

/** Gives a community a further key, and returns the id under which it can be revoked. */
export async function addKey(
  db: Kysely<Tables>,
  clock: Clock,
  communityId: string,
  {apiKey, permissions = ['store'], expiresAt = null}: NewKey,
): Promise<string> {
  const id = newId(clock);
  await db
    .insertInto('api_keys')
    .values({
      id,
      community_id: communityId,
      label: 'API key',
      key_hash: hashKey(apiKey),
      permissions,
      expires_at: expiresAt,
      created_at: new Date(clock.now()),
    })
    .execute();
  return id;
}

/** Keys are long and random, so a plain hash is enough: there is nothing to guess. */
const hashKey = (key: string) => createHash('sha256').update(key).digest('hex');
