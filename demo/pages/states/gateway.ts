import {Hono} from 'hono';
import {createMiddleware} from 'hono/factory';
import {CatalogueFault, readCatalogue} from './catalogue.ts';
import {deny, envelope, send} from './envelope.ts';
import {befall} from './fault.ts';
import {categoriesPart, productsPart, storePart, type Shop} from './parts.ts';
import {countsOf, projected} from './shelf.ts';
import {stocked} from './stocked.ts';
import {stateCalled} from './table.ts';
import {USUAL} from './wares.ts';

interface Environment {
  Variables: {shop: Shop};
}

/**
 * A gateway for each state, below `/<state>/v1`, which answers as the table says: read-only, in the envelopes of the real
 * one, with the products, texts and pictures of the demo's store.
 *
 * @param gateway - Gives the real one's origin.
 */
export function scriptedGateway(gateway: () => string): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use('/:state/v1/*', opening(gateway));
  app.get('/:state/v1/storefront', (c) => {
    const shop = c.get('shop');
    const {categoryFields, storeFields, ...query} = c.req.query();
    const parts = {
      store: storePart(shop, storeFields),
      categories: categoriesPart(shop, categoryFields),
      products: productsPart(shop, query),
    };
    return c.json(envelope('storefront', {...parts, counts: countsOf(shop.products)}));
  });
  app.get('/:state/v1/stores', (c) => send(c, storePart(c.get('shop'), c.req.query('fields'))));
  app.get('/:state/v1/categories', (c) => send(c, categoriesPart(c.get('shop'), c.req.query('fields'))));
  app.get('/:state/v1/products', (c) => send(c, productsPart(c.get('shop'), c.req.query())));
  app.get('/:state/v1/products/:id', (c) => {
    const product = c.get('shop').products.find(({_id}) => _id === c.req.param('id'));
    if (!product) return deny(c, {status: 404, message: 'The store has no such record.'});
    return c.json(envelope('product', projected(product, c.req.query('fields'))));
  });

  app.onError((error, c) => {
    if (!(error instanceof CatalogueFault)) throw error;
    return deny(c, {status: 502, message: error.message});
  });
  return app;
}

/** Opens the state's shop to what answers after it, unless the state's fault comes first. */
const opening = (gateway: () => string) =>
  createMiddleware<Environment>(async (c, next) => {
    const state = stateCalled(c.req.param('state'));
    if (!state) return c.notFound();
    const {answers = {}} = state;
    const end = await befall(answers.fault, c);
    if (end) return end;
    const catalogue = await readCatalogue(gateway(), c.req.query('lang') ?? 'en');
    const around = {catalogue, origin: new URL(c.req.url).origin, now: Date.now()};
    const {wares = USUAL} = answers;
    const products = 'status' in wares ? [] : wares.map((ware) => stocked(ware, around));
    c.set('shop', {answers, catalogue, products});
    await next();
    c.header('Cache-Control', 'no-store');
    if (answers.staleFor !== undefined) tellAge(c.res.headers, answers.staleFor);
    return undefined;
  });

/** The last good answer of a store that fails says so, and as of when it was true. */
function tellAge(headers: Headers, staleFor: number) {
  headers.set('Rai-Stale', '1');
  headers.set('Date', new Date(Date.now() - staleFor).toUTCString());
  headers.set('Age', String(Math.round(staleFor / 1000)));
}
