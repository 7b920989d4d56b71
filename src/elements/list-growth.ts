import {html, type ReactiveController} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {MANY, placeItem, type DrawCards, type ListHost} from '../controllers/list-items.ts';
import type {SceneGiver} from '../controllers/nearest-scene.ts';
import type {GrowingList, PlaceHost} from '../controllers/place.ts';
import {FIRST_CARDS, renderAfterPaint} from './first-cards.ts';
import {skeletonCard} from './skeleton.ts';

/**
 * What a store's list does when there is more of it than its first page: it keeps the room of the cards that are on their
 * way, tells a screen reader how long it is and that it is busy, and has the rest loaded that a long one needs.
 */
export class ListGrowthController implements ReactiveController {
  readonly #host: ListHost & PlaceHost & SceneGiver;
  readonly #list: GrowingList;
  readonly #load: () => Promise<DrawCards>;
  #draw: DrawCards;
  #isLoaded = false;
  #lang = '';

  /** @param load - Loads what a long list needs, and brings how its cards are drawn. */
  constructor(host: ListHost & PlaceHost & SceneGiver, list: GrowingList, load: () => Promise<DrawCards>) {
    this.#host = host;
    this.#list = list;
    this.#load = load;
    // Words and products change their language together, which is when the scene does.
    host.follow(({lang}) => (this.#lang = lang));
    this.#draw = this.#drawAnew(host.cards);
    host.cards = (products, card) =>
      this.#draw([...products, ...this.#coming], (product, index) =>
        product ? card(product, index) : coming,
      );
    host.addController(this);
  }

  /**
   * Draws another list than the first with cards of their own: in one that went on as another product's, the price would move to
   * its new place before the shopper's eyes, and browsers count that. Cards are dear to make, so the first ones are on screen
   * before the others are drawn.
   */
  #drawAnew(draw: DrawCards): DrawCards {
    const first = this.#says;
    let drawn: string | undefined = first;
    let isFirst = true;
    return (products, card) => {
      const says = this.#says;
      isFirst &&= says === first;
      if (isFirst) return draw(products, card);
      const isDrawn = says === drawn;
      if (!isDrawn) renderAfterPaint(this.#host, () => (drawn = says));
      return draw(products, (product, index) =>
        isDrawn || index < FIRST_CARDS ? keyed(`${this.#lang} ${product?.id}`, card(product, index)) : coming,
      );
    };
  }

  /** What the list is asked for by, without how much of it. */
  get #says() {
    const {category, search, sort} = this.#list.value?.query ?? {};
    return [this.#lang, category, search, sort].join('\n');
  }

  /** The products of the page that is on its way. */
  get #coming(): undefined[] {
    const {value, isBusy, isPending} = this.#list;
    if (!value || !isBusy || isPending) return [];
    const {query, products, total} = value;
    return new Array<undefined>(Math.max(0, Math.min(query.limit, total - products.length))).fill(undefined);
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostUpdated() {
    const {renderRoot, scrolling, routing} = this.#host;
    const {value, isBusy} = this.#list;
    renderRoot.querySelector('[part~="more"]')?.setAttribute('aria-busy', String(isBusy));
    const {length = 0} = value?.products ?? [];
    if (this.#isLoaded || !value) return;
    const items = renderRoot.querySelector('[part~="grid"]')?.children ?? [];
    [...items].forEach((item, index) => placeItem(item, index, value.total));
    if (!length || (length <= MANY && !scrolling && !routing)) return;
    this.#isLoaded = true;
    this.#load().then(
      (draw) => {
        this.#draw = draw;
        this.#host.requestUpdate();
      },
      // Without it the list is drawn whole, and goes on by hand; the next update is the next try.
      () => (this.#isLoaded = false),
    );
  }
}

const coming = html`<li inert>${skeletonCard()}</li>`;
