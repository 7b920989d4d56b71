import {type Kysely, sql} from 'kysely';
import type {Tables} from '../database/tables.ts';
import type {EventName} from './names.ts';

/** A thing that happened, for whoever reads the outbox. */
export interface StoreEvent {
  readonly name: EventName;
  readonly payload: object;
}

/** The namespace of our advisory locks: a number of our own that no other program on the server uses. */
const OUTBOX_LOCK = 0x52414953;

/**
 * Puts an event on the outbox, in the transaction that made it true. Call it last: from here to the end of the
 * transaction no other event of the community can be written, so that events become visible in the order of their ids
 * and a reader that remembers the last one misses none.
 */
export async function emit(
  tx: Kysely<Tables>,
  communityId: string,
  {name, payload}: StoreEvent,
  now: Date,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${OUTBOX_LOCK}::integer, hashtext(${communityId}))`.execute(tx);
  await tx
    .insertInto('outbox')
    .values({community_id: communityId, name, payload: JSON.stringify(payload), created_at: now})
    .execute();
}
