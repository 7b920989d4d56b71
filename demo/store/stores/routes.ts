import {Hono} from 'hono';
import type {Access} from '../http/access.ts';
import {readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import * as query from '../http/query.ts';
import {validate} from '../http/validate.ts';
import type {Service} from '../service.ts';
import {storeChange} from './input.ts';
import {STORE_FIELDS, readStore} from './record.ts';
import {findStore, refuseSetByService, updateStore} from './write.ts';

/** The configuration of a community's store: one object, not a list. */
export function storeRoutes({db, clock, pictureUrl}: Service): Hono<Access> {
  const routes = new Hono<Access>();

  routes.get('/', async (c) => {
    const asked = query.readQuery(c, ['fields', 'lang', 'userID']);
    const view = {
      fields: query.readFields(asked.fields, STORE_FIELDS, ['__v']),
      language: query.readLanguage(asked.lang),
      pictureUrl,
    };
    const row = await findStore(db, c.get('communityId'));
    return success(c, 'Read store config success.', readStore(row, view));
  });

  routes.put('/', async (c) => {
    const body = await readJson(c);
    refuseSetByService(body);
    const row = await updateStore(
      {db, clock, communityId: c.get('communityId')},
      validate(storeChange, body),
    );
    const all = {fields: undefined, language: undefined, pictureUrl};
    return success(c, 'Update store config success.', readStore(row, all));
  });

  return routes;
}
