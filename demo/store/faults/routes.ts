import {Hono} from 'hono';
import type {Access} from '../http/access.ts';
import {readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {operation} from '../http/operation.ts';
import {validate} from '../http/validate.ts';
import type {Faults} from './faults.ts';
import {faults as schema} from './rules.ts';

/** Faults on request: for tests of what stands before the service, and for looking. They hold for every key. */
export function faultRoutes(faults: Faults): Hono<Access> {
  return new Hono<Access>()
    .get('/', list, (c) => success(c, 'Read faults success.', faults.rules))
    .put('/', replace, async (c) => {
      faults.set(validate(schema, await readJson(c)));
      return success(c, 'Update faults success.', faults.rules);
    })
    .delete('/', clear, (c) => {
      faults.set([]);
      return success(c, 'Delete faults success.', faults.rules);
    });
}

const tag = 'Demo';
const list = operation({
  tag,
  summary: 'List the faults that hold',
  message: 'Read faults success.',
  data: schema,
});
const clear = operation({
  tag,
  summary: 'Take away all faults',
  message: 'Delete faults success.',
  data: schema,
});
const replace = operation({
  tag,
  summary: 'Have these faults and no others',
  description: 'They hold for all keys and for pictures, not for what is under /demo.',
  body: {'application/json': schema},
  message: 'Update faults success.',
  data: schema,
});
