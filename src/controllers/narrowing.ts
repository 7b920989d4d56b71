import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isWanted, type Narrowing} from '../catalog/narrowing.ts';
import {firstChange} from '../catalog/offer.ts';
import {ClockController} from './clock.ts';
import type {SceneGiver} from './nearest-scene.ts';
import type {ProductList} from './product-list.ts';
import type {Scene} from './scene.ts';

/** A store whose list can be narrowed. */
export interface NarrowedHost extends ReactiveControllerHost, HTMLElement, SceneGiver {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** A list that shows of its products what it is told to. */
export interface NarrowableList {
  readonly value: ProductList | undefined;
  readonly isBusy: boolean;
  readonly isPending: boolean;
  readonly moreError: unknown;
  narrow: (list: ProductList) => ProductList;
  more(): void;
}

/** So many pages are read on in one go for a page's worth of what is wanted; then the shopper says whether to go on. */
const PAGES = 10;

/** No more kinds of rewards than these are offered to choose from. */
const MOST_TYPES = 12;

/**
 * Leaves out of a store's list what the shopper does not want to see: what cannot be redeemed now, is beyond the balance, or is
 * of another kind. The Store API knows no such question, so products are looked at as they come, and further pages are
 * read until there is a page's worth of what is wanted.
 */
export class NarrowingController implements ReactiveController {
  readonly #host: NarrowedHost;
  readonly #list: NarrowableList;
  readonly #clock: ClockController;
  #wish: Narrowing = {};
  #scene: Scene | undefined;
  /** What came out last, what it was made of, and until when (epoch ms) it holds. */
  #last: {from: readonly unknown[]; until: number; list: ProductList} | undefined;
  /** How many of what is wanted there are to be, and how many more pages may be read for them. */
  #enough = 0;
  #pages = 0;
  #isReadingOn = false;

  constructor(host: NarrowedHost, list: NarrowableList) {
    this.#host = host;
    this.#list = list;
    list.narrow = (whole) => this.#narrowed(whole);
    this.#clock = new ClockController(
      host,
      () => this.#scene?.clock,
      () => this.#last?.until,
    );
    host.addController(this);
    host.follow((scene) => {
      this.#scene = scene;
      // It is told while the host updates, which is too late for that update.
      if (isOn(this.#wish)) void host.updateComplete.then(() => host.requestUpdate());
    });
    host.addEventListener('rai-search', (event) => {
      // When everybody has heard of it, unless somebody, most likely the page, cancelled it.
      const {narrowing} = event;
      if (narrowing) queueMicrotask(() => event.defaultPrevented || this.#wants(narrowing));
    });
    // The way on from a list of which nothing is left leads back to all of it.
    host.renderRoot.addEventListener('go', () => list.value?.products.length || this.#wants({}), {
      capture: true,
    });
  }

  hostUpdated() {
    const {value, isBusy, isPending, moreError} = this.#list;
    if (!value) return;
    const found = value.products.length;
    if (isBusy) {
      // Somebody else has asked: for a list of its own, or for more of this one.
      if (!this.#isReadingOn) this.#goOn((isPending ? 0 : found) + value.query.limit);
      return;
    }
    this.#isReadingOn = false;
    if (!isOn(this.#wish) || value.narrowed?.isWhole || moreError) return;
    if (found >= this.#enough || this.#pages <= 0) return;
    this.#pages -= 1;
    this.#isReadingOn = true;
    this.#list.more();
  }

  #goOn(enough: number) {
    this.#enough = enough;
    this.#pages = PAGES;
  }

  #wants(wish: Narrowing) {
    this.#wish = wish;
    this.#goOn(this.#list.value?.query.limit ?? 0);
    this.#host.requestUpdate();
  }

  #narrowed(whole: ProductList): ProductList {
    const {balance, isSignedIn} = this.#scene ?? {};
    const from = [whole, this.#wish, balance, isSignedIn];
    const now = this.#scene?.clock.now() ?? this.#clock.now;
    const last = this.#last;
    if (last && now < last.until && last.from.every((one, index) => one === from[index])) return last.list;
    const wish = this.#wish;
    const isNarrow = isOn(wish);
    const products = isNarrow
      ? whole.products.filter((product) => isWanted(product, wish, now, {balance, isSignedIn}))
      : whole.products;
    const isWhole = whole.products.length >= whole.total;
    const list = {
      ...whole,
      products,
      total: isNarrow && isWhole ? products.length : whole.total,
      narrowed: {...wish, types: typesOf(whole), isOn: isNarrow, isWhole, count: whole.products.length},
    };
    this.#last = {from, until: isNarrow ? firstChange(whole.products, now) : Infinity, list};
    return list;
  }
}

const isOn = ({isRedeemable, isAffordable, type}: Narrowing) =>
  !!isRedeemable || !!isAffordable || type !== undefined;

const typesOf = ({products}: ProductList) =>
  [...new Set(products.map(({type}) => type))]
    .filter((type) => type !== undefined)
    .slice(0, MOST_TYPES)
    .sort();
