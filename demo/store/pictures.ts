import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {Hono} from 'hono';
import {getMimeType} from 'hono/utils/mime';
import {StoreError} from './http/errors.ts';

const FOLDER = path.join(import.meta.dirname, 'catalogue', 'pictures');

/** A file's own name: no way up or down. */
const NAME = /^[a-z0-9][a-z0-9._-]*\.(svg|webp|png|jpg)$/i;

/** The catalogue's pictures, for every page on any origin. They may be SVG, so none of them may run anything. */
export function pictureRoutes(): Hono {
  const routes = new Hono();
  routes.get('/:name', async (c) => {
    const name = c.req.param('name');
    const body = NAME.test(name) ? await readFile(path.join(FOLDER, name)).catch(() => undefined) : undefined;
    if (!body) throw new StoreError(404, 'Picture not found.');
    return c.body(new Uint8Array(body), 200, {
      'Content-Type': getMimeType(name) ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=86400',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
  });
  return routes;
}
