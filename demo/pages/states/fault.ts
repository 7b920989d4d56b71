import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {Context, Env} from 'hono';
import type {ServerResponse} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';
import {deny} from './envelope.ts';
import type {Fault} from './state.ts';

/** Lets a fault happen to a request; resolves to the answer where that is the end of it. */
export async function befall<E extends Env>(
  fault: Fault | undefined,
  c: Context<E>,
): Promise<Response | undefined> {
  if (fault === undefined) return undefined;
  if (fault === 'never') return leftAlone(c.req.raw.signal);
  if (fault === 'broken') {
    (c.env as {outgoing: ServerResponse}).outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  if ('status' in fault) return deny(c, fault);
  await wait(fault.late);
  return undefined;
}

/** Ends when whoever waits for it has gone. */
const leftAlone = (signal: AbortSignal) =>
  new Promise<Response>((resolve) => {
    signal.addEventListener('abort', () => resolve(RESPONSE_ALREADY_SENT));
  });
