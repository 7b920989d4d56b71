import {Hono} from 'hono';
import {streamSSE} from 'hono/streaming';
import * as v from 'valibot';
import type {Access} from '../http/access.ts';
import {success} from '../http/envelope.ts';
import {invalid} from '../http/errors.ts';
import {operation} from '../http/operation.ts';
import * as q from '../http/query.ts';
import type {Service} from '../service.ts';
import {follow, newestEvent, readEvents} from './feed.ts';

/** A line that says nothing goes out this often, in milliseconds, so that no proxy takes the stream for dead. */
const QUIET = 15_000;

const eventNumber = v.pipe(
  v.string('the name once'),
  v.regex(/^\d{1,15}$/, 'the id of an event'),
  v.transform(Number),
);

const event = v.strictObject({
  id: v.number(),
  name: v.string(),
  payload: v.looseObject({}),
  createdAt: v.string(),
});

/** What happened in the community, to read and to follow. Of the demo, not of the partner API. */
export function eventRoutes({db, bell, closing}: Service): Hono<Access> {
  return new Hono<Access>()
    .get('/', list, q.query({after: v.optional(eventNumber, '0'), limit: q.limit}), async (c) => {
      const {after, limit} = c.req.valid('query');
      return success(c, 'Read events success.', await readEvents(db, c.get('communityId'), after, limit));
    })
    .get('/stream', stream, q.query({after: v.optional(eventNumber)}), async (c) => {
      const communityId = c.get('communityId');
      const last = c.req.header('last-event-id');
      if (last !== undefined && !/^\d{1,15}$/.test(last)) {
        throw invalid([{path: 'Last-Event-ID', value: last.slice(0, 100), expected: 'the id of an event'}]);
      }
      const asked = c.req.valid('query').after;
      const after = last === undefined ? (asked ?? (await newestEvent(db, communityId))) : Number(last);
      return streamSSE(c, async (sse) => {
        const ended = new AbortController();
        sse.onAbort(() => ended.abort());
        const signal = AbortSignal.any([ended.signal, closing]);
        await sse.write(': the events of the community\n\n');
        for await (const one of follow({db, bell}, communityId, {after, quiet: QUIET, signal})) {
          if (signal.aborted) break;
          if (!one) await sse.write(': nothing new\n\n');
          else {
            const {id, name, payload, createdAt} = one;
            await sse.writeSSE({id: String(id), event: name, data: JSON.stringify({...payload, createdAt})});
          }
        }
      });
    });
}

const list = operation({
  tag: 'Demo',
  summary: 'List events',
  description: 'The oldest first, from behind the event whose id is `after`.',
  message: 'Read events success.',
  data: v.array(event),
});

const stream = operation({
  tag: 'Demo',
  summary: 'Follow events as they happen',
  description:
    'Server-sent events: `id`, `event` (the name) and `data` (JSON). Begins with the next event, or behind the one that ' +
    '`after` or the header Last-Event-ID names.',
  streams: 'text/event-stream',
  message: 'A stream of events.',
  data: v.string(),
});
