import {html, nothing, render, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {categoriesOf} from '../api/surroundings.ts';
import type {Product} from '../catalog/product.ts';
import type {SceneGiver} from '../controllers/nearest-scene.ts';
import type {ProductList} from '../controllers/product-list.ts';
import type {Scene} from '../controllers/scene.ts';
import type {cardItem} from './card-item.ts';
import {cardsIn, waysOf} from './listed-cards.ts';

/** Who wants more categories shown so gets them by the navigation alone: each is a request and a row of cards. */
const MOST_SHELVES = 50;

/** A store with the part `root`. */
export interface ListEndHost extends ReactiveControllerHost, HTMLElement, SceneGiver {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly show?: string | undefined;
  readonly scrolling?: string | undefined;
  readonly headingLevel: number;
  readonly item: typeof cardItem;
}

/** A list that others stand below. */
export interface EndingList {
  readonly value: ProductList | undefined;
  readonly error: unknown;
}

/**
 * What stands below a store's list: a shelf for each category that the merchant wants to be shown so, as long as the list is of
 * everything; and over all of it the mark of what is no longer fresh. It stands below, so that nothing moves when it comes.
 */
export class ListEndController implements ReactiveController {
  readonly #host: ListEndHost;
  readonly #list: EndingList;
  readonly #place = document.createElement('div');
  #scene: Scene | undefined;
  /** How many products there were when the store was last drawn. */
  #length = 0;
  #isMoreFocused = false;

  constructor(host: ListEndHost, list: EndingList) {
    this.#host = host;
    this.#list = list;
    // What sticks to the foot of the window within it is to do so within the whole store.
    this.#place.style.setProperty('display', 'contents');
    this.#place.addEventListener('rai-category-change', (event) =>
      queueMicrotask(() => event.defaultPrevented || this.#goToTop()),
    );
    host.addController(this);
    host.follow((scene) => (this.#scene = scene));
  }

  hostUpdate() {
    this.#isMoreFocused = !!this.#root?.querySelector('[part~=more]:focus');
  }

  hostUpdated() {
    const root = this.#root;
    const products = this.#list.value?.products ?? [];
    const next = products[this.#length];
    this.#length = products.length;
    if (this.#isMoreFocused && next && !root?.querySelector('[part~=more]')) void this.#goOn(next);
    if (!root || !this.#scene) return;
    if (!this.#place.isConnected) root.append(this.#place);
    const asOf = this.#list.value?.asOf;
    render(
      html`${this.#shelves(this.#scene)}<rai-store-stale
          exportparts="stale"
          .scene=${this.#scene}
          .asOf=${asOf}
        ></rai-store-stale>`,
      this.#place,
    );
  }

  /** With the last page the button that asks for more goes, and the focus would go with it. */
  async #goOn(product: Product) {
    const card = cardsIn(this.#host.renderRoot).find((one) => one.product === product);
    await card?.updateComplete;
    if (card) waysOf(card)[0]?.focus();
  }

  get #root() {
    return this.#host.renderRoot.querySelector<HTMLElement>('[part~=root]');
  }

  #shelves(scene: Scene) {
    const {value, error} = this.#list;
    const isOfEverything = !scene.category && !scene.search && !value?.narrowed?.isOn;
    // Below a list that goes on by itself they would have it go on for as long as they are looked at.
    const goesOn = this.#host.scrolling === 'auto' && value && value.products.length < value.total;
    if (!value?.products.length || error || !isOfEverything || goesOn || scene.profile?.isOpen === false)
      return nothing;
    return categoriesOf(scene)
      .filter(({isPreview}) => isPreview)
      .slice(0, MOST_SHELVES)
      .map(
        (category) =>
          html`<rai-store-shelf
            exportparts="shelf, shelf-title, shelf-all, card, image, badge, name, summary, price, was, saving, ends, stock, verdict, action"
            .scene=${scene}
            .category=${category}
            .show=${this.#host.show}
            .item=${this.#host.item}
            .headingLevel=${this.#host.headingLevel + 1}
          ></rai-store-shelf>`,
      );
  }

  /** The shelf goes with the list that it stood below, and the focus would go with it. */
  #goToTop() {
    const root = this.#root;
    root?.setAttribute('tabindex', '-1');
    root?.focus({preventScroll: true});
    this.#host.scrollIntoView();
  }
}
