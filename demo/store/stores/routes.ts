import {Hono} from 'hono';
import type {Access} from '../http/access.ts';
import {readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {operation} from '../http/operation.ts';
import * as q from '../http/query.ts';
import {validate} from '../http/validate.ts';
import type {Service} from '../service.ts';
import {storeChange} from './input.ts';
import {readStore, STORE_FIELDS} from './record.ts';
import {store} from './schema.ts';
import {findStore, refuseSetByService, updateStore} from './write.ts';

const readQuery = q.query({fields: q.fields(STORE_FIELDS, ['__v']), lang: q.lang, userID: q.userID});

/** The configuration of a community's store: one object, not a list. */
export function storeRoutes({db, clock, pictureUrl}: Service): Hono<Access> {
  return new Hono<Access>()
    .get('/', read, readQuery, async (c) => {
      const {fields, lang: language} = c.req.valid('query');
      const row = await findStore(db, c.get('communityId'));
      return success(c, 'Read store config success.', readStore(row, {fields, language, pictureUrl}));
    })
    .put('/', update, async (c) => {
      const body = await readJson(c);
      refuseSetByService(body);
      const row = await updateStore(
        {db, clock, communityId: c.get('communityId')},
        validate(storeChange, body),
      );
      const all = {fields: undefined, language: undefined, pictureUrl};
      return success(c, 'Update store config success.', readStore(row, all));
    });
}

const read = operation({
  tag: 'Store',
  summary: "Read the store's configuration",
  message: 'Read store config success.',
  data: store,
});

const update = operation({
  tag: 'Store',
  summary: "Update the store's configuration",
  description: 'Any subset of the members. `widget.apiKey`, `widgetID` and `communityID` must not be sent.',
  body: {'application/json': storeChange},
  message: 'Update store config success.',
  data: store,
});
