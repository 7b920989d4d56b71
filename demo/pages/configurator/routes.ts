import {Hono} from 'hono';
import {secureHeaders} from 'hono/secure-headers';
import {GROUPS} from '../states/table.ts';
import type {State} from '../states/state.ts';
import {BuildFault, readBuilt} from './built.ts';
import {bundled} from './bundle.ts';
import type {Facts} from './facts.ts';
import {configuratorPage, previewPage} from './page.ts';

/**
 * The configurator: its page, the page in its preview's frame, their scripts, and the facts that it is made from.
 *
 * @param gateway - Gives the real gateway's origin.
 * @param store - Gives the store service's origin, from which the pictures come.
 */
export function configuratorRoutes(gateway: () => string, store: () => string): Hono {
  const app = new Hono();
  app.use(
    '/configurator.html',
    secureHeaders({
      strictTransportSecurity: false,
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
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html'],
      },
    }),
  );
  app.use(
    '/configurator-preview.html',
    secureHeaders({
      strictTransportSecurity: false,
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", gateway],
        styleSrc: ["'self'"],
        connectSrc: ["'self'", gateway],
        imgSrc: ["'self'", 'https:', 'data:', store],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['returningai-store'],
      },
    }),
  );
  app.get('/configurator.html', (c) => c.html(configuratorPage()));
  app.get('/configurator-preview.html', (c) => c.html(previewPage(gateway())));
  app.get('/configurator.js', async (c) => c.body(await bundled('configurator'), 200, SCRIPT));
  app.get('/configurator-preview.js', async (c) =>
    c.body(await bundled('configurator-preview'), 200, SCRIPT),
  );
  app.get('/configurator/facts.json', async (c) => {
    const facts: Facts = {...(await readBuilt()), gateway: gateway(), pictures: [store()], states: STATES};
    return c.json(facts);
  });
  app.onError((error, c) => {
    if (!(error instanceof BuildFault)) throw error;
    return c.text(error.message, 503);
  });
  return app;
}

const SCRIPT = {'Content-Type': 'text/javascript; charset=utf-8'};

/** A state that its gateway makes, without anything else on the page and without a shopper who does something. */
const isOfGateway = ({embeds, steps, redeeming}: State) => !embeds && !steps && !redeeming;

const STATES = GROUPS.map(({title, states}) => ({
  title,
  states: states.filter(isOfGateway).map(({name, title}) => ({name, title})),
})).filter(({states}) => states.length > 0);
