import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {categoryReadRoutes} from './categories/read-routes.ts';
import {categoryWriteRoutes} from './categories/write-routes.ts';
import {type Access, requireKey} from './http/access.ts';
import {failure} from './http/envelope.ts';
import {StoreError} from './http/errors.ts';
import {pictureRoutes} from './pictures.ts';
import {productReadRoutes} from './products/read-routes.ts';
import {productWriteRoutes} from './products/write-routes.ts';
import type {Service} from './service.ts';
import {storeRoutes} from './stores/routes.ts';

/** A file of 10 MiB in its form, or JSON of like size. What is longer is refused before it is read. */
const MAX_BODY = 12 * 1024 * 1024;

/** The whole service as a function from request to response. */
export function createApp(
  service: Service,
  {onError = () => {}}: {onError?: (error: unknown) => void} = {},
): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    c.header('Date', new Date(service.clock.now()).toUTCString());
  });

  app.route('/pictures', pictureRoutes());

  for (const prefix of ['/v1', '']) {
    app.route(
      `${prefix}/products`,
      behindKey(service, productReadRoutes(service), productWriteRoutes(service)),
    );
    app.route(
      `${prefix}/categories`,
      behindKey(service, categoryReadRoutes(service), categoryWriteRoutes(service)),
    );
    app.route(`${prefix}/stores`, behindKey(service, storeRoutes(service)));
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

/** Routes that only a key with the permission `store` opens. The key is looked at before the body is. */
function behindKey({db, clock}: Service, ...parts: Hono<Access>[]): Hono<Access> {
  const routes = new Hono<Access>()
    .use(requireKey({db, clock, permission: 'store'}))
    .use(bodyLimit({maxSize: MAX_BODY, onError: refuseBody}));
  for (const part of parts) routes.route('/', part);
  return routes;
}

function refuseBody(): never {
  throw new StoreError(400, 'The body is bigger than a file of 10 MiB can make it.');
}
