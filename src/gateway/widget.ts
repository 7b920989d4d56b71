import {Hono, type Context} from 'hono';
import {accepts} from 'hono/accepts';
import type {FindFile} from './files.ts';

/** A chunk's name carries the hash of its content; an entry's does not, so it must be looked at again. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300';

/**
 * The routes of the widget's files. Any page may load them, also one that is isolated (COEP), since they are the same
 * for everybody and hold no secret.
 */
export function widgetRoutes(find: FindFile): Hono {
  const app = new Hono();
  app.get('/widget/:name{.+}', async (c, next) => {
    const file = await find(c.req.param('name'));
    if (!file) return next();
    const coding = codingFor(c);
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': file.isImmutable ? IMMUTABLE : SHORT,
      'Content-Type': file.type,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': 'no-referrer',
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
      ...(coding !== 'identity' && {'Content-Encoding': coding}),
    };
    return new Response(file.codings[coding], {headers});
  });
  return app;
}

/** The smallest coding that the browser takes. */
function codingFor(c: Context): 'br' | 'gzip' | 'identity' {
  return accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip'],
    default: 'identity',
    match: (taken, {supports, default: none}) =>
      supports.find((coding) => taken.some(({type, q}) => type === coding && q > 0)) ?? none,
  }) as 'br' | 'gzip' | 'identity';
}
