import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Seen} from './long-list.ts';
import type {ProductList} from './product-list.ts';

/** An element that says whether its place is kept: where `scrolling` or `routing` says anything. */
export interface PlaceHost extends ReactiveControllerHost, HTMLElement {
  readonly scrolling?: string | undefined;
  readonly routing?: string | undefined;
  readonly gateway?: string | undefined;
}

/** A list that can go on. */
export interface GrowingList {
  readonly value: ProductList | undefined;
  /** Whether a page, the first or a further one, is on its way. */
  readonly isBusy: boolean;
  /** Whether that is the first one. */
  readonly isPending: boolean;
  readonly moreError: unknown;
  more(): void;
}

/** What of a list is seen, and the way to see something else. */
export interface View {
  readonly seen: Seen | undefined;
  show(seen: Seen): void;
}

interface Place extends Seen {
  /** How many products there were. */
  readonly count: number;
  /** What they were asked for by. */
  readonly query: string;
}

/** Who scrolls on within so many ms has not come to rest; writing to the history is dear, and browsers ration it. */
const REST = 150;

/** What a shopper does who does not want to be led elsewhere any more. */
const OWN_WAY = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Leads back to where a shopper was in a list when the page is loaded anew, by Reload or by Back: as many pages as there
 * were, then the place. Each entry of the history has its own, in `history.state`, beside what the page has put there; where
 * the browser keeps the whole page for Back, or the page may not change its history, there is nothing to do.
 */
export class PlaceController implements ReactiveController {
  readonly #host: PlaceHost;
  readonly #list: GrowingList;
  readonly #view: View;
  #place: Place | undefined;
  #isKnown = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PlaceHost, list: GrowingList, view: View) {
    this.#host = host;
    this.#list = list;
    this.#view = view;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('scrollend', this.#keepSoon, {capture: true});
    addEventListener('pagehide', this.#keep);
    this.#host.requestUpdate();
  }

  hostUpdated() {
    const {value, isBusy, moreError} = this.#list;
    if (!value || isBusy) return;
    if (!this.#isKnown) {
      this.#isKnown = true;
      this.#place = this.#kept(value);
      if (this.#place) for (const type of OWN_WAY) addEventListener(type, this.#forget, {capture: true});
    }
    const place = this.#place;
    if (!place) return;
    const {products, total} = value;
    if (products.length < Math.min(place.count, total) && !moreError) return this.#list.more();
    this.#forget();
    if (place.index < products.length) this.#view.show(place);
  }

  hostDisconnected() {
    removeEventListener('scrollend', this.#keepSoon, {capture: true});
    removeEventListener('pagehide', this.#keep);
    clearTimeout(this.#rest);
    this.#forget();
  }

  readonly #keepSoon = () => {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#keep, REST);
  };

  readonly #keep = () => {
    clearTimeout(this.#rest);
    const {value} = this.#list;
    const {seen} = this.#view;
    const {scrolling, routing} = this.#host;
    const state: unknown = history.state;
    // On the way back to a place, what is seen is not where the shopper was; and a state that is no object is the page's alone.
    if (this.#place || !value || !seen || !(scrolling || routing) || typeof state !== 'object') return;
    const place: Place = {...seen, count: value.products.length, query: this.#saying(value)};
    try {
      history.replaceState({...state, [this.#name]: place}, '');
    } catch {
      // Some sandboxes forbid it, and some browsers when it is done often.
    }
  };

  readonly #forget = () => {
    this.#place = undefined;
    for (const type of OWN_WAY) removeEventListener(type, this.#forget, {capture: true});
  };

  /** The place in this entry of the history, if the page was loaded anew for it and the same is asked for. */
  #kept(list: ProductList): Place | undefined {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (navigation?.type !== 'reload' && navigation?.type !== 'back_forward') return undefined;
    const place = (history.state as Readonly<Record<string, Place | undefined>> | null)?.[this.#name];
    return place?.query === this.#saying(list) ? place : undefined;
  }

  get #name(): string {
    return `rai-store ${this.#host.id}`.trim();
  }

  #saying({query}: ProductList): string {
    const {lang, category, search, sort} = query;
    return [this.#host.gateway, lang, category, sort, search].join(' ');
  }
}
