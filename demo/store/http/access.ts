import type {Kysely} from 'kysely';
import {createMiddleware} from 'hono/factory';
import type {Clock} from '../clock.ts';
import type {Tables} from '../database/tables.ts';
import {findKey} from '../keys.ts';
import {StoreError} from './errors.ts';

/** What a request knows once its key is accepted. */
export interface Access {
  Variables: {communityId: string};
}

/** Lets a request with a good key through, bound to the key's community: else 401, or 403 without the permission. */
export function requireKey({db, clock, permission}: {db: Kysely<Tables>; clock: Clock; permission: string}) {
  return createMiddleware<Access>(async (c, next) => {
    const key = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (key === undefined) throw unauthorized('An API key is missing.');
    const record = await findKey(db, key);
    if (!record) throw unauthorized('The API key is invalid.');
    if (record.expiresAt && record.expiresAt.getTime() <= clock.now())
      throw unauthorized('The API key has expired.');
    if (!record.permissions.includes(permission)) {
      throw new StoreError(403, 'The API key may not do this.', {
        detail: `It lacks the permission "${permission}".`,
        solution: `Use a key with the permission "${permission}".`,
      });
    }
    c.set('communityId', record.communityId);
    await next();
  });
}

const unauthorized = (message: string) =>
  new StoreError(401, message, {solution: 'Send the header Authorization: Bearer <API key>.'});
