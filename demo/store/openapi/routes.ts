import {Hono} from 'hono';
import type {OpenAPIV3_1} from 'openapi-types';
import {describeApi} from './document.ts';
import {apiPage} from './page.ts';

/** The description of an app, for programs and for people. It holds no secret and needs no key. */
export function descriptionRoutes(app: Hono): Hono {
  let described: Promise<OpenAPIV3_1.Document> | undefined;
  const describe = () => (described ??= describeApi(app));
  return new Hono()
    .get('/openapi.json', async (c) => c.json(await describe()))
    .get('/docs', async (c) => {
      c.header(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      );
      c.header('X-Content-Type-Options', 'nosniff');
      return c.html(apiPage(await describe()));
    });
}
