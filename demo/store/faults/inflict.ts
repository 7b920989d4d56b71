import type {ServerResponse} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {Context, MiddlewareHandler} from 'hono';
import type {Faults} from './faults.ts';
import {withWrongTypes} from './wrong-types.ts';

/** Gives each request the faults that it meets. What it asks for is done all the same, unless a status comes instead. */
export const inflict =
  (faults: Faults): MiddlewareHandler =>
  async (c, next) => {
    const met = faults.meet(c.req.method, c.req.path);
    const latency = met.reduce((sum, fault) => sum + (fault.kind === 'latency' ? fault.milliseconds : 0), 0);
    if (latency > 0) await wait(latency, undefined, {signal: c.req.raw.signal}).catch(() => {});
    const fault = met.find(({kind}) => kind !== 'latency');
    switch (fault?.kind) {
      case 'status':
        c.res = answer(fault.status, fault.retryAfter);
        return;
      case 'drop':
        outgoing(c).destroy();
        c.res = RESPONSE_ALREADY_SENT;
        return;
      case 'truncate':
        await next();
        await truncate(c);
        return;
      case 'malformed':
        await next();
        if (!isJson(c.res)) return;
        c.res = new Response((await c.res.text()).replace(/[}\]]$/, ','), c.res);
        return;
      case 'wrong-types':
        await next();
        if (!isJson(c.res)) return;
        c.res = new Response(JSON.stringify(withWrongTypes(await c.res.json())), c.res);
        return;
      default:
        await next();
    }
  };

const isJson = (response: Response) => response.headers.get('content-type')?.startsWith('application/json');

function answer(status: number, retryAfter: number | undefined): Response {
  const body = {
    status: 'error',
    message: 'A fault that was asked for.',
    meta: {statusCode: status, status: 'error'},
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...(retryAfter !== undefined && {'Retry-After': String(retryAfter)}),
    },
  });
}

/** Promises the whole answer, sends half of it, and hangs up. */
async function truncate(c: Context) {
  const body = Buffer.from(await c.res.arrayBuffer());
  const response = outgoing(c);
  response.writeHead(c.res.status, {...Object.fromEntries(c.res.headers), 'content-length': body.length});
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  c.res = RESPONSE_ALREADY_SENT;
}

/** The connection is the node server's; a service without a port has none to break. */
function outgoing(c: Context): ServerResponse {
  const {outgoing: response} = (c.env ?? {}) as {outgoing?: ServerResponse};
  if (!response) throw new Error('This fault needs a service that listens on a port.');
  return response;
}
