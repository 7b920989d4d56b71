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

/** The community and rights of a key, or undefined for one that nobody has. */
export async function findKey(db: Kysely<Tables>, key: string): Promise<KeyRecord | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .select(['community_id', 'permissions', 'expires_at'])
    .where('key_hash', '=', hashKey(key))
    .executeTakeFirst();
  return row && {communityId: row.community_id, permissions: row.permissions, expiresAt: row.expires_at};
}

/**
 * Makes a community with a key of its own, an empty, closed store and the usual purchase statuses. Where the key is
 * known already, nothing changes. Returns the community's id.
 */
export async function ensureCommunity(
  db: Kysely<Tables>,
  clock: Clock,
  community: {name: string; apiKey: string; permissions?: string[]; expiresAt?: Date | null},
): Promise<string> {
  const known = await findKey(db, community.apiKey);
  if (known) return known.communityId;
  const now = new Date(clock.now());
  const id = newId(clock);
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('communities').values({id, name: community.name, created_at: now}).execute();
    await tx
      .insertInto('purchase_statuses')
      .values(PURCHASE_STATUSES.map((name) => ({id: newId(clock), community_id: id, name})))
      .execute();
    await tx
      .insertInto('store_configs')
      .values({
        id: newId(clock),
        community_id: id,
        is_enabled: false,
        title: community.name.slice(0, 32),
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
    await addKey(tx, clock, id, community);
  });
  return id;
}

/** Gives a community a further key. */
export async function addKey(
  db: Kysely<Tables>,
  clock: Clock,
  communityId: string,
  {
    apiKey,
    permissions = ['store'],
    expiresAt = null,
  }: {apiKey: string; permissions?: string[]; expiresAt?: Date | null},
): Promise<void> {
  await db
    .insertInto('api_keys')
    .values({
      id: newId(clock),
      community_id: communityId,
      label: 'API key',
      key_hash: hashKey(apiKey),
      permissions,
      expires_at: expiresAt,
      created_at: new Date(clock.now()),
    })
    .execute();
}

/** Keys are long and random, so a plain hash is enough: there is nothing to guess. */
const hashKey = (key: string) => createHash('sha256').update(key).digest('hex');
