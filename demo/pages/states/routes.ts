import {Hono} from 'hono';
import {scriptedGateway} from './gateway.ts';
import {indexPage} from './index-page.ts';
import {languageOf} from './languages.ts';
import {redeemRoute} from './redeem-route.ts';
import {statePage} from './state-page.ts';
import {stateCalled} from './table.ts';

/**
 * The pages of the states, below `/states/`: an index, a page each, and behind each page a gateway of its own
 * and what answers its shoppers' wishes.
 *
 * @param gateway - Gives the real gateway's origin.
 */
export function stateRoutes(gateway: () => string): Hono {
  const app = new Hono();
  app.get('/states', (c) => c.redirect('/states/'));
  app.get('/states/', (c) => c.html(indexPage()));
  app.get('/states/:state', (c) => {
    const state = stateCalled(c.req.param('state'));
    return state ? c.html(statePage(state, languageOf(c.req.query('lang')))) : c.notFound();
  });
  app.route('/states', redeemRoute());
  app.route('/states', scriptedGateway(gateway));
  return app;
}
