// What stands around the cards, and what an element needs from its first card on.
import {configurationOf} from '../api/surroundings.ts';
import {DetailLoadingController} from '../controllers/detail-loading.ts';
import {JsonLdController} from '../controllers/json-ld.ts';
import {KeepingController} from '../controllers/keeping.ts';
import {LanguageController} from '../controllers/language.ts';
import {NarrowingController} from '../controllers/narrowing.ts';
import {paint} from '../controllers/painting.ts';
import {RefreshController} from '../controllers/refresh.ts';
import {RoutingController} from '../controllers/routing.ts';
import {CardTemplatesController, type TemplatedHost} from '../elements/card-templates.ts';
import {anew, type Controls} from '../elements/late.ts';
import {ListEndController} from '../elements/list-end.ts';
import {ListGrowthController} from '../elements/list-growth.ts';
import './category-nav.ts';
import './detail-lost.ts';
import './finder.ts';
import './head.ts';
import './notice.ts';
import './shelf.ts';
import './stale.ts';

export {standAlone} from '../elements/alone.ts';

/** Follows what a page has brought for a store's cards. */
const templatesOf = (store: TemplatedHost) =>
  CardTemplatesController.of(store, async () => (await import('./own-card.ts')).drawOwn);

/** Settles when a store draws its cards as its page wants them, or can't. */
export const dress: Controls['dress'] = (store) => templatesOf(store).settled;

/** What a store does from its first cards on, whatever stands around it. */
export const attend: Controls['attend'] = (store, list, opening) => {
  store.follow((scene) => void paint(store, configurationOf(scene)));
  templatesOf(store);
  new LanguageController(store);
  new RoutingController(store);
  new NarrowingController(store, list);
  new KeepingController(store, list, opening);
  new RefreshController(store, list, opening);
  new ListEndController(store, list);
  new JsonLdController(store, list);
  new DetailLoadingController(store, () => import('./product-detail.ts').catch(anew));
  new ListGrowthController(store, list, async () => {
    const {keepLong} = await import('./many.ts');
    return keepLong(store, list);
  });
};
