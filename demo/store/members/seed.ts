import type {Kysely} from 'kysely';
import type {Clock} from '../clock.ts';
import type {Tables} from '../database/tables.ts';

/** The demo's members, with ids that documentation and tests can name. */
export const DEMO_MEMBERS = [
  {
    id: '6502c9e514a3e564c5c09c01',
    username: 'alex',
    roles: ['Season Member'],
    tags: ['Night Owls'],
    balance: 5_000,
  },
  {
    id: '6502c9e514a3e564c5c09c02',
    username: 'sam',
    roles: ['Trail Keeper'],
    tags: ['Summit Club', 'Thousand Miles'],
    balance: 250_000,
  },
  {id: '6502c9e514a3e564c5c09c03', username: 'kim', roles: [], tags: [], balance: 120},
] as const;

/** Puts the demo's members into a community; those that are there stay as they are. */
export async function seedMembers(db: Kysely<Tables>, clock: Clock, communityId: string): Promise<void> {
  const common = {community_id: communityId, created_at: new Date(clock.now())};
  const rows = DEMO_MEMBERS.map(({roles, tags, ...member}) => ({
    ...member,
    ...common,
    roles: [...roles],
    tags: [...tags],
  }));
  await db
    .insertInto('members')
    .values(rows)
    .onConflict((known) => known.doNothing())
    .execute();
}
