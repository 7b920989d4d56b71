import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {secureHeaders} from 'hono/secure-headers';
import {join} from 'node:path';

/** Where `npm run docs` puts the docs. */
const BUILT = join(import.meta.dirname, '../../.cache/docs');

/** What the docs' samples call the gateway. */
const EXAMPLE_GATEWAY = 'https://gateway.example';

/** The ids that stand in the samples for the first and the second product of the store. */
const EXAMPLE_PRODUCTS = ['507f1f77bcf86cd799439011', '507f1f77bcf86cd799439012'];

/**
 * The docs under `/docs/`, with their samples at work against the gateway of this demo: what they call by an example's name is
 * there, and so are the products that they name.
 */
export function docsRoutes({gateway, store}: Readonly<Record<'gateway' | 'store', () => string>>): Hono {
  const page = secureHeaders({
    strictTransportSecurity: false,
    xFrameOptions: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'"],
      frameSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });
  // A sample is a page as its reader would write it, with scripts and styles of its own in it.
  const sample = secureHeaders({
    strictTransportSecurity: false,
    xFrameOptions: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", "'unsafe-inline'", gateway],
      styleSrc: ["'self'", "'unsafe-inline'", gateway],
      connectSrc: ["'self'", gateway],
      imgSrc: ["'self'", store, 'data:'],
      frameSrc: [gateway],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'self'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['returningai-store'],
    },
  });

  const app = new Hono();
  app.get('/docs', (c) => c.redirect('/docs/'));
  // The outer one has the last word.
  app.use('/docs/examples/*', sample);
  app.use('/docs/*', page);
  app.use('/docs/examples/*', async (c, next) => {
    await next();
    if (c.res.status !== 200) return;
    const html = await c.res.text();
    const products = html.includes(EXAMPLE_PRODUCTS[0]!) ? await firstProducts(gateway()) : [];
    const named = EXAMPLE_PRODUCTS.reduce((text, id, at) => text.replaceAll(id, products[at] ?? id), html);
    c.res.headers.delete('Content-Length');
    c.res = c.html(named.replaceAll(EXAMPLE_GATEWAY, gateway()));
  });
  app.use('/docs/*', serveStatic({root: BUILT, rewriteRequestPath: (path) => path.replace(/^\/docs/, '')}));
  app.all('/docs/*', (c) => c.text('There is no such page of the docs: "npm run docs" builds them.', 404));
  return app;
}

/** The ids of the store's first products; none while the gateway does not answer. */
async function firstProducts(gateway: string): Promise<readonly string[]> {
  const limit = EXAMPLE_PRODUCTS.length;
  try {
    const answer = await fetch(`${gateway}/v1/products?limit=${limit}&fields=name`);
    const {data} = (await answer.json()) as {data: readonly {_id: string}[]};
    return data.map(({_id}) => _id);
  } catch {
    return [];
  }
}
