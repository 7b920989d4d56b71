import {verify} from 'hono/jwt';
import {Refusal} from './errors.ts';
import type {StoreOptions} from './store.ts';

/**
 * Lets a read through that carries a token of the pages' server, where the store's operator asks for one.
 *
 * @throws {Refusal} 401 where there is none, or one that was signed otherwise, is over, or never ends.
 */
export async function checkToken(
  {headers}: Request,
  {tokenSecret}: Pick<StoreOptions, 'tokenSecret'>,
): Promise<void> {
  if (tokenSecret === undefined) return;
  const token = /^Bearer ([\w.-]{1,4096})$/.exec(headers.get('authorization') ?? '')?.[1];
  const claims =
    token === undefined ? undefined : await verify(token, tokenSecret, 'HS256').catch(() => undefined);
  if (typeof claims?.exp === 'number') return;
  throw new Refusal(401, 'This store is for members.', {
    solution: 'Send a token that is signed by the page’s server and has not ended.',
    headers: {'WWW-Authenticate': 'Bearer'},
  });
}
