import type {AddressedHost} from '../controllers/routing.ts';
import type {DetailHost} from '../controllers/detail-loading.ts';
import type {KeepingHost} from '../controllers/keeping.ts';
import type {ListHost} from '../controllers/list-items.ts';
import type {NarrowableList, NarrowedHost} from '../controllers/narrowing.ts';
import type {GrowingList, PlaceHost} from '../controllers/place.ts';
import type {RenewableList} from '../controllers/refresh.ts';
import type {TemplatedHost} from './card-templates.ts';
import type {EndingList, ListEndHost} from './list-end.ts';
import type {ProductCardElement} from './product-card.ts';

/** What a store uses once its first cards are there. */
export interface Controls {
  /**
   * Keeps a store to the page's language and, where it may, to the page's address, and its list to what is true now. Looks
   * after the list once that is long, and has the tab keep what its `opening` brought.
   */
  readonly attend: (
    store: AddressedHost &
      ListHost &
      PlaceHost &
      NarrowedHost &
      ListEndHost &
      KeepingHost &
      DetailHost &
      TemplatedHost,
    list: GrowingList & NarrowableList & RenewableList & EndingList,
    opening: {retry(): void},
  ) => void;
  /** Settles when a store draws its cards as its page wants them, or can't. */
  readonly dress: (store: TemplatedHost) => Promise<void>;
  /** Gives a card that no store has drawn what it needs. */
  readonly standAlone: (card: ProductCardElement) => void;
}

/** How what is not needed for a store's first card is loaded. */
export interface Late {
  /** Loads and registers what stands around the cards. */
  controls: () => Promise<Controls>;
  /** Loads and registers the detail. */
  detail: () => Promise<unknown>;
}

/** Given by whoever registers the elements. */
export const late = {} as Late;

/** How soon a file that did not come is asked for again, in ms. */
const PAUSE = 8_000;

/** Has somebody use the controls as soon as they are there. Where they do not come, `fail` hears of it once, and they are tried again. */
export function useControls(use: (controls: Controls) => void, fail: (error: unknown) => void): void {
  late.controls().then(use, (error: unknown) => {
    fail(error);
    setTimeout(useControls, PAUSE, use, () => {});
  });
}

/**
 * Loads a file by another address than the one that failed, as the browser's own error names it: Firefox does not ask again for a
 * module that once did not come.
 */
export async function anew(error: unknown): Promise<unknown> {
  const [address = ''] = /https?:\S+\.js/.exec(String(error)) ?? [];
  if (!address.startsWith(new URL('.', import.meta.url).href)) throw error;
  return import(/* @vite-ignore */ `${address}?${Date.now()}`);
}
