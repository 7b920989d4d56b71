import type {AddressedHost} from '../controllers/routing.ts';
import type {DetailHost} from '../controllers/detail-loading.ts';
import type {KeepingHost, KeptList} from '../controllers/keeping.ts';
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
    list: GrowingList & NarrowableList & RenewableList & EndingList & KeptList,
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
