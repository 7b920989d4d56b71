import {randomBytes} from 'node:crypto';
import {Hono} from 'hono';
import * as v from 'valibot';
import {MAX_LENGTH} from './assumptions.ts';
import type {Access} from './http/access.ts';
import {readJson} from './http/bulk.ts';
import {success} from './http/envelope.ts';
import {notFound} from './http/errors.ts';
import {operation} from './http/operation.ts';
import * as q from './http/query.ts';
import {filledText, moment, objectOf, toDate, validate} from './http/validate.ts';
import {addKey, createCommunity} from './keys.ts';
import type {Service} from './service.ts';

const newKey = objectOf({
  community: v.optional(
    v.pipe(filledText(MAX_LENGTH.label), v.description('Makes a new community of this name.')),
  ),
  permissions: v.optional(v.array(filledText(MAX_LENGTH.label), 'a list of permissions'), ['store']),
  expiresAt: v.optional(moment, null),
});

const createdKey = v.strictObject({
  _id: v.string(),
  communityID: v.string(),
  apiKey: v.pipe(v.string(), v.description('Told only here: the service keeps its hash.')),
  permissions: v.array(v.string()),
  expiresAt: v.nullable(v.string()),
});

/** Keys of this community and of new ones. Of the demo, not of the partner API. */
export function keyRoutes({db, clock}: Service): Hono<Access> {
  return new Hono<Access>()
    .post('/', create, async (c) => {
      const {community, permissions, expiresAt} = validate(newKey, await readJson(c));
      const apiKey = randomBytes(24).toString('base64url');
      const communityID =
        community === undefined ? c.get('communityId') : await createCommunity(db, clock, community);
      const key = {apiKey, permissions, expiresAt: toDate(expiresAt)};
      const _id = await addKey(db, clock, communityID, key);
      return success(c, 'Create key success.', {_id, communityID, ...key}, {}, 201);
    })
    .delete('/:keyID', remove, q.path({keyID: q.anId}), async (c) => {
      const {keyID} = c.req.valid('param');
      const {numDeletedRows} = await db
        .deleteFrom('api_keys')
        .where('community_id', '=', c.get('communityId'))
        .where('id', '=', keyID)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw notFound('Key', keyID);
      return success(c, 'Delete key success.', {_id: keyID});
    });
}

const create = operation({
  tag: 'Demo',
  summary: 'Create a key, for this community or a new one',
  body: {'application/json': newKey},
  status: 201,
  message: 'Create key success.',
  data: createdKey,
});

const remove = operation({
  tag: 'Demo',
  summary: 'Revoke a key of this community',
  message: 'Delete key success.',
  data: v.object({_id: v.string()}),
  errors: [404],
});
