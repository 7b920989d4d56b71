import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {categoryReadRoutes} from './categories/read-routes.ts';
import {categoryWriteRoutes} from './categories/write-routes.ts';
import {eventRoutes} from './events/routes.ts';
import {Faults} from './faults/faults.ts';
import {inflict} from './faults/inflict.ts';
import {faultRoutes} from './faults/routes.ts';
import {type Access, requireKey} from './http/access.ts';
import {failure} from './http/envelope.ts';
import {StoreError} from './http/errors.ts';
import {keyRoutes} from './key-routes.ts';
import {memberRoutes} from './members/routes.ts';
import {descriptionRoutes} from './openapi/routes.ts';
import {pictureRoutes} from './pictures.ts';
import {productReadRoutes} from './products/read-routes.ts';
import {productWriteRoutes} from './products/write-routes.ts';
import {purchaseRoutes} from './purchases/routes.ts';
import type {Service} from './service.ts';
import {storeRoutes} from './stores/routes.ts';

/** A file of 10 MiB in its form, or JSON of like size. What is longer is refused before it is read. */
const MAX_BODY = 12 * 1024 * 1024;

/** The whole service as a function from request to response. */
export function createApp(
  given: Service,
  {onError = () => {}}: {onError?: (error: unknown) => void} = {},
): Hono {
  const faults = new Faults(given.clock);
  const service = {...given, clock: faults};
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    c.header('Date', new Date(service.clock.now()).toUTCString());
  });

  const demo = keeper(service, 'demo');
  app.route('/demo/events', demo(eventRoutes(service)));
  app.route('/demo/faults', demo(faultRoutes(faults)));
  app.route('/demo/keys', demo(keyRoutes(service)));
  app.route('/demo/members', demo(memberRoutes(service)));
  app.route('/demo/purchases', demo(purchaseRoutes(service)));

  app.route('/', descriptionRoutes(app));
  app.use(inflict(faults));
  app.route('/pictures', pictureRoutes());
  const store = keeper(service, 'store');
  for (const prefix of ['/v1', '']) {
    app.route(`${prefix}/products`, store(productReadRoutes(service), productWriteRoutes(service)));
    app.route(`${prefix}/categories`, store(categoryReadRoutes(service), categoryWriteRoutes(service)));
    app.route(`${prefix}/stores`, store(storeRoutes(service)));
  }

  app.notFound((c) =>
    failure(c, new StoreError(404, 'There is nothing here.', {detail: `${c.req.method} ${c.req.path}`})),
  );
  app.onError((error, c) => {
    if (error instanceof StoreError) {
      if (error.status === 401) c.header('WWW-Authenticate', 'Bearer');
      return failure(c, error);
    }
    onError(error);
    return failure(c, new StoreError(500, 'The store service failed.'));
  });
  return app;
}

/** Puts routes behind a key with the permission. The key is looked at before the body is. */
const keeper =
  ({db, clock}: Service, permission: string) =>
  (...parts: Hono<Access>[]): Hono<Access> => {
    const routes = new Hono<Access>()
      .use(requireKey({db, clock, permission}))
      .use(bodyLimit({maxSize: MAX_BODY, onError: refuseBody}));
    for (const part of parts) routes.route('/', part);
    return routes;
  };

function refuseBody(): never {
  throw new StoreError(400, 'The body is bigger than a file of 10 MiB can make it.');
}
