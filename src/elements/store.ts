import {html, LitElement, nothing, type PropertyValues} from 'lit';
import type {ProductQuery} from '../api/requests.ts';
import type {Product} from '../catalog/product.ts';
import type {DrawCards, DrawItem} from '../controllers/list-items.ts';
import {ProductListController, type ProductList} from '../controllers/product-list.ts';
import {source} from '../controllers/source.ts';
import type {SceneGiver} from '../controllers/nearest-scene.ts';
import {OpeningController, type Scene} from '../controllers/scene.ts';
import type {OwnWords} from '../i18n/text.ts';
import {cardItem} from './card-item.ts';
import {RaiErrorEvent, RaiReadyEvent} from './events.ts';
import type {RaiProductChooseEvent} from './events.ts';
import type {RaiCategoryChangeEvent, RaiSearchEvent} from './finding-events.ts';
import {FIRST_CARDS, renderAfterPaint} from './first-cards.ts';
import {late, useControls} from './late.ts';
import type {NoticeElement} from './notice.ts';
import {skeletonCard} from './skeleton.ts';
import {styles} from './store.styles.ts';

/** How many cards are likely in the first row, so that their pictures are fetched at once. */
const FIRST_ROW = 4;

/** How long, in ms, a shopper waits for what draws cards as the page wants them before there are the store's own. */
const PATIENCE = 8_000;

/** Draws the cards of a list, but no more of them than a browser bears: a server may answer with thousands at once. */
const draw: DrawCards = (products, card) => products.slice(0, 240).map(card);

/**
 * A rewards store: its head, its categories, search and sort, its products as cards, and the detail of one.
 *
 * It reads everything through one gateway, speaks the page's language, and shows prices by the server's clock.
 *
 * @attr {string} lang - The language of words and data, as a BCP 47 tag; the nearest `lang` around the store, else the browser's, unless it is said.
 * @attr {boolean} json-ld - Has the store tell search engines of its products, as schema.org's Product and Offer in the page.
 * @fires {RaiReadyEvent} rai-ready - The store's products are on screen for the first time.
 * @fires {RaiErrorEvent} rai-error - Something could not be shown; the shopper has been told.
 * @fires {RaiCategoryChangeEvent} rai-category-change - The shopper chose a category; cancelable.
 * @fires {RaiSearchEvent} rai-search - The shopper searched, sorted or narrowed the list; cancelable.
 * @fires {RaiProductChooseEvent} rai-product-choose - The shopper chose a product; cancelable.
 * @fires {RaiProductViewEvent} rai-product-view - A product's detail is on screen.
 * @fires {RaiRedeemEvent} rai-redeem - The shopper has confirmed that they want a product; answered with `respondWith`.
 * @slot card - A `<template>` that each product is drawn by in the place of the store's own card; `data-rai` says what an element of it shows.
 * @slot card-footer - A `<template>` for the foot of each of the store's own cards, with the same `data-rai`.
 * @slot - What is there instead of a store that can't be shown, such as a link to it.
 * @slot header - What the page has instead of the store's own head, categories, search and sort.
 * @slot empty - What the page says, in the place of the store's own drawing and sentence, where there is no product to show.
 * @slot error - What the page says in their place where products can't be shown; the way to try again stays below it.
 * @csspart root - Everything.
 * @csspart head - The cover with title and description.
 * @csspart title - The store's title.
 * @csspart balance - What the shopper can spend, where the page tells.
 * @csspart nav - The row of categories.
 * @csspart category - A category in it; the chosen one is also `[aria-pressed="true"]`.
 * @csspart search - The search field.
 * @csspart sort - The choice of an order.
 * @csspart narrow - What leaves only some of the list: what can be redeemed now, what the balance is enough for.
 * @csspart type - The choice of a kind of reward.
 * @csspart grid - The list of cards.
 * @csspart card - A product's card.
 * @csspart image - Its picture, or the drawn placeholder where there is none.
 * @csspart badge - That it expires soon, and when.
 * @csspart name - The product's name on its card, which is also the way to its detail.
 * @csspart summary - The first words of its description, as plain text.
 * @csspart price - What is charged now.
 * @csspart was - The list price, only while a discount runs.
 * @csspart saving - The percent saved, only while a discount runs.
 * @csspart stock - How many are left, where the merchant tells.
 * @csspart ends - When the discount ends, where it does.
 * @csspart action - The button at the card's foot; it is off where the product can't be redeemed.
 * @csspart verdict - The action's words, which say why where it is off.
 * @csspart more - The button that asks for further products.
 * @csspart notice - What is shown instead of products: loading failed, nothing found, store closed.
 * @csspart shelf - A category's first products below the list, where the merchant wants them.
 * @csspart shelf-title - The category's name.
 * @csspart shelf-all - The way to all of the category's products.
 * @csspart stale - The mark that what is shown is the last good of a store that can't be reached.
 * @csspart detail - The panel of the dialog with all about one product.
 * @csspart previous - The button to the product before it.
 * @csspart next - The button to the product after it.
 * @csspart redeem - The way to redeem the product.
 * @csspart confirm - The button that redeems it.
 * @csspart code - The code that came of it.
 */
export class StoreElement extends LitElement implements SceneGiver {
  static override properties = {
    gateway: {},
    theme: {reflect: true},
    layout: {reflect: true},
    category: {},
    search: {},
    sort: {},
    product: {},
    pageSize: {type: Number, attribute: 'page-size'},
    lowStock: {type: Number, attribute: 'low-stock'},
    headingLevel: {type: Number, attribute: 'heading-level'},
    redeemUrl: {attribute: 'redeem-url'},
    routing: {},
    scrolling: {attribute: 'scroll'},
    isSignedIn: {attribute: 'signed-in'},
    balance: {type: Number},
    userId: {attribute: 'user-id'},
    show: {},
    words: {},
  };

  static override styles = styles;

  /** Base URL of the gateway, such as `https://gateway.example/v1`. */
  gateway?: string;

  /**
   * `light` or `dark`; anything else follows the shopper's system.
   *
   * @default 'auto'
   */
  theme?: 'auto' | 'light' | 'dark';

  /**
   * `list` for one wide card below the other; anything else is a grid.
   *
   * @default 'grid'
   */
  layout?: 'grid' | 'list';

  /** Id of the chosen category; absent for all. */
  category?: string | undefined;

  /** What is searched for. */
  search = '';

  /**
   * The order of the products: the store's own, by price up or down, the newest first, or by name.
   *
   * @default 'displayOrder:asc'
   */
  sort?: 'displayOrder:asc' | 'price:asc' | 'price:desc' | 'createdAt:desc' | 'name:asc' | undefined;

  /** Id of the product whose detail is open. */
  product?: string | undefined;

  /**
   * How many products come at once, 1 to 100.
   *
   * @default 24
   */
  pageSize?: number;

  /**
   * At or under this many, a shopper is told that only so many are left.
   *
   * @default 5
   */
  lowStock?: number;

  /** Level of the store's title as a heading, 1 to 6; products are one below. */
  headingLevel = 2;

  /** Where redeeming leads: an address in which `{product}` stands for the product's id. */
  redeemUrl?: string;

  /**
   * Where in the page's address the open product, category, search and sort stand: `query` or `hash`; nowhere unless it is said.
   * A further store on the page needs an `id`, which its names in the address then hold.
   */
  routing?: 'query' | 'hash';

  /**
   * `auto`, as the attribute `scroll`, has the list go on by itself when its end comes near, instead of when the shopper asks for
   * more. With any word here, or with `routing`, a shopper who comes back by Reload or Back finds as many products as there
   * were, and the place among them, kept in `history.state`.
   */
  scrolling?: string;

  /**
   * Whether a shopper is signed in, as the attribute `signed-in` says: `false` tells shoppers to sign in, absent says nothing.
   */
  isSignedIn?: boolean | 'true' | 'false' | undefined;

  /** What the shopper can spend, in the store's own currency; what costs more says how much is missing. */
  balance?: number | undefined;

  /**
   * What cards show, and so what is asked for: some of these words. The name is always shown.
   *
   * @default 'image type badge summary price stock'
   */
  show?: string | undefined;

  /** Whose products to list. It filters what is visible and gives no rights; the gateway has to allow it. */
  userId?: string | undefined;

  /** The page's own words in the place of the store's, by their names, or by language and name; as an attribute JSON. */
  words?: OwnWords | string | null | undefined;

  /**
   * Resolves when the store's products are on screen for the first time.
   *
   * @type {Promise<RaiReadyEvent>}
   * @readonly
   */
  readonly ready = new Promise((resolve) => this.addEventListener('rai-ready', resolve, {once: true}));

  /**
   * Draws the cards of the list: all of them, until it is so long that only those near what is seen are drawn.
   *
   * @ignore
   */
  cards: DrawCards = (products, card) =>
    draw(products, (product, index) =>
      this.#isReady || index < FIRST_CARDS ? card(product, index) : html`<li>${skeletonCard()}</li>`,
    );

  /**
   * Draws a product as an item of the list: as a card of the store's own, unless the page has brought one.
   *
   * @ignore
   */
  item = cardItem;

  readonly #opening = new OpeningController(this);
  readonly #list = new ProductListController(
    this,
    () => this.#opening.client,
    () => this.#query,
  );
  readonly #followers = new Set<(scene: Scene) => void>();
  #scene: Scene | undefined;
  #shown: ProductList | undefined;
  #toldError: unknown;
  #isReady = false;
  #hasControls = false;

  get #query(): ProductQuery {
    return source.cardsQuery(this.#opening.lang, this);
  }

  /**
   * Hands over the scene there is and every later one, to an element that the page has laid out within the store.
   *
   * @ignore
   */
  follow(follower: (scene: Scene) => void): () => void {
    this.#followers.add(follower);
    if (this.#scene) follower(this.#scene);
    return () => this.#followers.delete(follower);
  }

  /**
   * Settles when it is known how the page wants its cards, where it says so by a template; or after a while.
   *
   * @ignore
   */
  async dressed(): Promise<void> {
    if (!this.querySelector('template')) return;
    const dressed = late.controls().then(({dress}) => dress(this));
    await Promise.race([dressed, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).catch(() => {});
  }

  protected override willUpdate() {
    if (!this.hasUpdated) Object.assign(this, source.addressed(this));
    const {value, error} = this.#list;
    const before = this.#scene;
    const opened = this.#opening.value;
    // Words and data change their language together, so that no page is half translated.
    const isTogether = !before || error || value?.query.lang === opened?.lang;
    const opening = isTogether ? opened : before;
    if (value?.query.lang === opening?.lang || this.#opening.error) this.#shown = value;
    if (!opening) return;
    const {search, lowStock, isSignedIn, balance} = this;
    const category = this.category || undefined;
    const total = this.#shown?.query.category === category ? this.#shown?.total : undefined;
    const scene: Scene = {...opening, category, search, total, lowStock, isSignedIn, balance};
    if (before && Object.entries(scene).every(([name, value]) => value === before[name as keyof Scene]))
      return;
    this.#scene = scene;
    for (const follower of this.#followers) follower(scene);
  }

  protected override render() {
    const scene = this.#scene;
    return html`<div
      part="root"
      class="root"
      lang=${scene?.text.language ?? nothing}
      dir=${scene?.text.direction ?? nothing}
      @rai-category-change=${(event: RaiCategoryChangeEvent) => this.#take(event, {category: event.category})}
      @rai-search=${(event: RaiSearchEvent) => this.#take(event, {search: event.search, sort: event.sort as StoreElement['sort']})}
      @rai-product-choose=${(event: RaiProductChooseEvent) => this.#take(event, {product: event.product.id})}
    >
      <slot name="header">
        <rai-store-head class="head" .scene=${scene} .headingLevel=${this.headingLevel}></rai-store-head>
        <div class="tools">
          <rai-category-nav .scene=${scene}></rai-category-nav>
          <rai-store-finder
            .scene=${scene}
            .search=${this.search}
            .sort=${this.sort}
            .isBusy=${this.#list.isPending}
            .shown=${this.#shown}
          ></rai-store-finder>
        </div>
      </slot>
      ${this.#main(scene)}
      ${
        this.product
          ? html`<rai-product-detail
              .scene=${scene}
              .productId=${this.product}
              .list=${this.#list}
              .shown=${this.#shown}
              .redeemUrl=${this.redeemUrl}
              @close=${() => (this.product = undefined)}
            ></rai-product-detail>`
          : nothing
      }
    </div>`;
  }

  #main(scene: Scene | undefined) {
    const {error = scene ? undefined : this.#opening.error} = this.#list;
    if (error) {
      return this.#notice({error}, () => {
        this.#opening.retry();
        this.#list.retry();
      });
    }
    if (scene?.profile?.isOpen === false) return this.#notice({state: 'closed'});
    if (!scene || !this.#shown) {
      return html`<div class="grid" aria-busy="true">${new Array(8).fill(0).map(skeletonCard)}</div>`;
    }
    if (this.#shown.products.length) return this.#grid(this.#shown, scene);
    if (!this.category && !this.search && !this.#shown.narrowed?.isOn) return this.#notice({state: 'bare'});
    return this.#notice({state: 'empty'}, () => Object.assign(this, {category: undefined, search: ''}));
  }

  #notice({state, error}: {state?: NoticeElement['state']; error?: unknown}, go?: () => void) {
    // The sentence stands until the notice's element is there, which may not come either; without any words, what the page
    // has put into the store.
    const words = this.#scene?.text.say('store.failed') ?? html`<slot></slot>`;
    return html`<rai-store-notice .scene=${this.#scene} .state=${state} .error=${error} @go=${go}
      >${error ? words : nothing}</rai-store-notice
    >`;
  }

  /** A page may have set `cards`; where that fails, they are drawn as usual. */
  #items(products: readonly Product[], item: DrawItem<Product>) {
    try {
      return this.cards(products, item);
    } catch (cause) {
      reportError(cause);
      return draw(products, item);
    }
  }

  #grid({products, total}: ProductList, scene: Scene) {
    const {isPending, moreError} = this.#list;
    return html`
      <ul part="grid" class="grid" role="list" aria-busy=${isPending}>
        ${this.#items(products, (product, index) => this.item(product, scene, this, index < FIRST_ROW))}
      </ul>
      ${moreError ? this.#notice({error: moreError}, () => this.#list.more()) : nothing}
      ${
        products.length < total && !moreError
          ? html`<button part="more" class="action quiet more" @click=${() => this.#list.more()}>
              ${scene.text.say('store.more')}
            </button>`
          : nothing
      }
    `;
  }

  protected override updated(changed: PropertyValues<this>) {
    const tell = (error: unknown) => this.dispatchEvent(new RaiErrorEvent(error));
    if (changed.has('product') && this.product) late.detail().catch(tell);
    const error = this.#list.error ?? this.#list.moreError ?? this.#opening.error;
    if (error && error !== this.#toldError) tell(error);
    this.#toldError = error;
    if (!this.#hasControls && (error || this.#shown)) {
      this.#hasControls = true;
      useControls(({attend}) => attend(this, this.#list, this.#opening), tell);
    }
    if (!this.#shown || !this.#scene || this.#isReady) return;
    this.#isReady = true;
    renderAfterPaint(this);
    this.dispatchEvent(new RaiReadyEvent());
  }

  /** Does what the shopper wants when everybody has heard of it, unless somebody, most likely the page, cancelled it. */
  #take(event: Event, wanted: Partial<StoreElement>) {
    queueMicrotask(() => event.defaultPrevented || Object.assign(this, wanted));
  }
}
