import {Hono} from 'hono';
import type {Selectable} from 'kysely';
import * as v from 'valibot';
import {MAX_LENGTH} from '../assumptions.ts';
import {given} from '../database/given.ts';
import type {MemberTable} from '../database/tables.ts';
import type {Access} from '../http/access.ts';
import {readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {conflict, notFound} from '../http/errors.ts';
import {operation} from '../http/operation.ts';
import * as q from '../http/query.ts';
import {amount, filledText, objectOf, validate} from '../http/validate.ts';
import {newId} from '../ids.ts';
import type {Service} from '../service.ts';
import {findMember} from './member.ts';

const labels = v.array(filledText(MAX_LENGTH.label), 'a list of names');

const newMember = objectOf({
  username: filledText(MAX_LENGTH.label),
  roles: v.optional(labels, []),
  tags: v.optional(labels, []),
  balance: v.optional(amount, 0),
});

const memberChange = objectOf({
  roles: v.optional(labels),
  tags: v.optional(labels),
  balance: v.optional(amount),
});

const member = v.pipe(
  v.strictObject({
    _id: v.string(),
    username: v.string(),
    roles: v.array(v.string()),
    tags: v.array(v.string()),
    balance: v.number(),
  }),
  v.metadata({ref: 'Member'}),
);

const memberPath = q.path({userID: q.anId});

/** Members of the community, whose ids are what `userID` takes. Of the demo, not of the partner API. */
export function memberRoutes({db, clock}: Service): Hono<Access> {
  return new Hono<Access>()
    .get('/', list, async (c) => {
      const rows = await db
        .selectFrom('members')
        .selectAll()
        .where('community_id', '=', c.get('communityId'))
        .orderBy('username')
        .execute();
      return success(c, 'Read members success.', rows.map(recordOf));
    })
    .post('/', create, async (c) => {
      const {username, roles, tags, balance} = validate(newMember, await readJson(c));
      const row = await db
        .insertInto('members')
        .values({
          id: newId(clock),
          community_id: c.get('communityId'),
          created_at: new Date(clock.now()),
          ...{username, roles, tags, balance},
        })
        .onConflict((taken) => taken.columns(['community_id', 'username']).doNothing())
        .returningAll()
        .executeTakeFirst();
      if (!row) throw conflict(`There is a member called ${username} already.`);
      return success(c, 'Create member success.', recordOf(row), {}, 201);
    })
    .get('/:userID', read, memberPath, async (c) => {
      const {userID: id} = c.req.valid('param');
      const row = await findMember(db, {communityId: c.get('communityId'), id});
      if (!row) throw notFound('Member', id);
      return success(c, 'Read member success.', recordOf(row));
    })
    .put('/:userID', update, memberPath, async (c) => {
      const {userID: id} = c.req.valid('param');
      const change = given(validate(memberChange, await readJson(c)));
      const row = await db
        .updateTable('members')
        // An update that sets nothing is not SQL.
        .set((eb) => ({username: eb.ref('username'), ...change}))
        .where('community_id', '=', c.get('communityId'))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw notFound('Member', id);
      return success(c, 'Update member success.', recordOf(row));
    });
}

const recordOf = ({id, username, roles, tags, balance}: Selectable<MemberTable>) => ({
  _id: id,
  ...{username, roles, tags, balance},
});

const tag = 'Demo';
const list = operation({
  tag,
  summary: 'List members',
  message: 'Read members success.',
  data: v.array(member),
});
const read = operation({
  tag,
  summary: 'Read a member',
  message: 'Read member success.',
  data: member,
  errors: [404],
});
const create = operation({
  tag,
  summary: 'Create a member',
  body: {'application/json': newMember},
  status: 201,
  message: 'Create member success.',
  data: member,
  errors: [409],
});
const update = operation({
  tag,
  summary: "Change a member's roles, tags or balance",
  body: {'application/json': memberChange},
  message: 'Update member success.',
  data: member,
  errors: [404],
});
