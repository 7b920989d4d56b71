import type {Kysely} from 'kysely';
import type {Tables} from '../database/tables.ts';
import type {Bell} from './bell.ts';

/** An event as a reader gets it. */
export interface OutboxEvent {
  readonly id: number;
  readonly name: string;
  readonly payload: object;
  readonly createdAt: Date;
}

/** The most events that are read at once. */
const BATCH = 100;

/** Events of a community after the one with this id, the oldest first. */
export async function readEvents(
  db: Kysely<Tables>,
  communityId: string,
  after: number,
  limit = BATCH,
): Promise<OutboxEvent[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({id, name, payload, created_at}) => ({
    id: Number(id),
    name,
    payload,
    createdAt: created_at,
  }));
}

/** The id of a community's newest event, or 0. */
export async function newestEvent(db: Kysely<Tables>, communityId: string): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Number(row?.id ?? 0);
}

/**
 * Every event of a community after the one with this id, those to come included, in order and without a gap, until the
 * signal ends it. Gives undefined when nothing has happened for `quiet` milliseconds.
 */
export async function* follow(
  {db, bell}: {db: Kysely<Tables>; bell: Bell},
  communityId: string,
  {after, quiet, signal}: {after: number; quiet: number; signal: AbortSignal},
): AsyncGenerator<OutboxEvent | undefined> {
  // Listening begins before reading, so that what happens in between is heard.
  const subscription = await bell.subscribe(communityId);
  let last = after;
  try {
    while (!signal.aborted) {
      const events = await readEvents(db, communityId, last);
      for (const event of events) {
        yield event;
        last = event.id;
      }
      if (events.length < BATCH && !(await subscription.ring({quiet, signal}))) yield undefined;
    }
  } finally {
    subscription.end();
  }
}
