// What a store needs once its list is long, or is to go on or to be found again by itself.
import {AutoMoreController, type AutoMoreHost} from '../controllers/auto-more.ts';
import type {DrawCards, ListHost} from '../controllers/list-items.ts';
import {LongListController} from '../controllers/long-list.ts';
import {PlaceController, type GrowingList, type PlaceHost} from '../controllers/place.ts';

/** Has the store's list go on where that is wanted, keeps the shopper's place in it, and brings how to draw what is near. */
export function keepLong(store: ListHost & AutoMoreHost & PlaceHost, list: GrowingList): DrawCards {
  const view = new LongListController(store, list);
  new AutoMoreController(store, list);
  new PlaceController(store, list, view);
  return view.draw;
}
