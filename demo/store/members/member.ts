import type {Kysely, Selectable} from 'kysely';
import type {MemberTable, Tables} from '../database/tables.ts';

/** Somebody of the community, as far as permissions ask. */
export type Viewer = Pick<Selectable<MemberTable>, 'username' | 'roles' | 'tags'>;

/** Somebody without a role, a tag or a name: sees what everybody sees. */
const NOBODY: Viewer = {username: '', roles: [], tags: []};

/** A member of this community, or undefined. */
export async function findMember(
  db: Kysely<Tables>,
  {communityId, id}: {communityId: string; id: string},
): Promise<Selectable<MemberTable> | undefined> {
  return db
    .selectFrom('members')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whose eyes a `userID` means: undefined without one, which sees everything; an unknown one sees as nobody does. */
export async function findViewer(
  db: Kysely<Tables>,
  communityId: string,
  userID: string | undefined,
): Promise<Viewer | undefined> {
  if (userID === undefined) return undefined;
  return (await findMember(db, {communityId, id: userID})) ?? NOBODY;
}
