import {ContextProvider} from '@lit/context';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import type {ProductQuery} from '../api/requests.ts';
import {LOW_STOCK} from '../catalog/stock.ts';
import {ProductListController, type ProductList} from '../controllers/product-list.ts';
import {source} from '../controllers/source.ts';
import {OwnScene, sceneContext, type Scene} from '../controllers/scene.ts';
import {RaiErrorEvent, RaiReadyEvent} from './events.ts';
import type {RaiCategoryChangeEvent, RaiProductChooseEvent, RaiSearchEvent} from './events.ts';
import {skeletonCard} from './skeleton.ts';
import {styles} from './store.styles.ts';

/** How many cards are likely in the first row, so that their pictures are fetched at once. */
const FIRST_ROW = 4;

/**
 * A rewards store: its head, its categories, search and sort, its products as cards, and the detail of one.
 *
 * It reads everything through one gateway, speaks the page's language, and shows prices by the server's clock.
 *
 * @fires {RaiReadyEvent} rai-ready - The store's products are on screen for the first time.
 * @fires {RaiErrorEvent} rai-error - Something could not be shown; the shopper has been told.
 * @fires {RaiCategoryChangeEvent} rai-category-change - The shopper chose a category; cancelable.
 * @fires {RaiSearchEvent} rai-search - The shopper searched or sorted; cancelable.
 * @fires {RaiProductChooseEvent} rai-product-choose - The shopper chose a product; cancelable.
 * @fires {RaiProductViewEvent} rai-product-view - A product's detail is on screen.
 * @csspart root - Everything.
 * @csspart head - The cover with title and description.
 * @csspart title - The store's title.
 * @csspart grid - The list of cards.
 * @csspart more - The button that asks for further products.
 * @csspart notice - What is shown instead of products: loading failed, nothing found, store closed.
 */
export class StoreElement extends LitElement {
  static override properties = {
    gateway: {},
    theme: {reflect: true},
    category: {},
    search: {},
    sort: {},
    product: {},
    pageSize: {type: Number, attribute: 'page-size'},
    lowStock: {type: Number, attribute: 'low-stock'},
    headingLevel: {type: Number, attribute: 'heading-level'},
    redeemUrl: {attribute: 'redeem-url'},
  };

  static override styles = styles;

  /**
   * Load and register what is not needed for the first card: the navigation with search and sort, and the detail. Set where
   * the elements are registered; without them, the page has registered these elements already.
   */
  static late: {controls?: () => Promise<unknown>; detail?: () => Promise<unknown>} = {};

  /** Base URL of the gateway, such as `https://gateway.example/v1`. */
  gateway?: string;

  /** `light` or `dark`; anything else follows the shopper's system. */
  theme?: string;

  /** Id of the chosen category; absent for all. */
  category?: string | undefined;

  /** What is searched for. */
  search = '';

  /** The order of the products: one of `displayOrder:asc`, `price:asc`, `price:desc`, `createdAt:desc`, `name:asc`. */
  sort?: string;

  /** Id of the product whose detail is open. */
  product?: string | undefined;

  /** How many products come at once, 1 to 100; 24 unless it is said. */
  pageSize?: number;

  /** At or under this many, a shopper is told that only so many are left. */
  lowStock = LOW_STOCK;

  /** Level of the store's title as a heading; products are one below. */
  headingLevel = 2;

  /** Where redeeming leads: an address in which `{product}` stands for the product's id. */
  redeemUrl?: string;

  #announceReady!: () => void;

  /** Resolves when the store's products are on screen for the first time. */
  readonly ready = new Promise<void>((resolve) => (this.#announceReady = resolve));

  readonly #own = new OwnScene(this);
  readonly #list = new ProductListController(
    this,
    () => this.#own.client,
    () => this.#query,
  );
  readonly #provider = new ContextProvider(this, {context: sceneContext});
  #scene: Scene | undefined;
  #shown: ProductList | undefined;
  #toldError: unknown;
  #isReady = false;

  get #query(): ProductQuery {
    return source.cardsQuery(this.#own.lang, this);
  }

  protected override willUpdate() {
    const list = this.#list.value;
    const {opening = this.#scene, client, clock} = this.#own;
    // Words and data change their language together, so that no page is half translated.
    const isTogether = !this.#scene || list?.query.lang === opening?.lang || this.#list.error;
    const {lang, text, profile, categories} = (isTogether ? opening : this.#scene) ?? {};
    if (list?.query.lang === lang) this.#shown = list;
    if (!client || !text || lang === undefined) return;
    const total = this.#shown && this.#shown.query.category === this.category ? this.#shown.total : undefined;
    this.#setScene({
      client,
      clock,
      lang,
      text,
      profile,
      categories,
      category: this.category,
      total,
      lowStock: this.lowStock,
    });
  }

  #setScene(scene: Scene) {
    const before = this.#scene;
    const isSame =
      before && (Object.keys(scene) as (keyof Scene)[]).every((key) => scene[key] === before[key]);
    if (isSame) return;
    this.#scene = scene;
    this.#provider.setValue(scene);
  }

  protected override render() {
    const scene = this.#scene;
    return html`<div
      part="root"
      class="root"
      lang=${scene?.text.language ?? nothing}
      dir=${scene?.text.direction ?? nothing}
      @rai-category-change=${(event: RaiCategoryChangeEvent) => this.#chooseCategory(event)}
      @rai-search=${(event: RaiSearchEvent) => this.#find(event)}
      @rai-product-choose=${(event: RaiProductChooseEvent) => this.#openDetail(event)}
    >
      <rai-store-head class="head" .headingLevel=${this.headingLevel}></rai-store-head>
      <div class="tools">
        <rai-category-nav></rai-category-nav>
        <rai-store-finder .search=${this.search} .sort=${this.sort}></rai-store-finder>
      </div>
      <p class="unseen" role="status">${this.#status(scene)}</p>
      ${this.#main(scene)}
      ${
        this.product
          ? html`<rai-product-detail
              .productId=${this.product}
              .known=${this.#shown?.products.find(({id}) => id === this.product)}
              .redeemUrl=${this.redeemUrl}
              @close=${() => (this.product = undefined)}
            ></rai-product-detail>`
          : nothing
      }
    </div>`;
  }

  #status(scene: Scene | undefined) {
    if (!scene || this.#list.error) return '';
    const {text} = scene;
    if (this.#list.isPending || !this.#shown) return text.say('store.loading');
    return text.say('store.results', {count: this.#shown.total});
  }

  #main(scene: Scene | undefined) {
    const error = this.#list.error ?? (scene ? undefined : this.#own.error);
    if (error) return this.#failed(error, () => this.#retry());
    if (scene?.profile?.isOpen === false)
      return html`<rai-store-notice .state=${'closed'}></rai-store-notice>`;
    if (!scene || !this.#shown) {
      return html`<div class="grid" aria-busy="true">${new Array(8).fill(0).map(skeletonCard)}</div>`;
    }
    return this.#shown.products.length ? this.#grid(this.#shown, scene) : this.#nothing();
  }

  #failed(error: unknown, retry: () => void) {
    // The sentence stands until the notice's element is there, which may not come either.
    return html`<rai-store-notice .error=${error} @go=${retry}
      >${this.#scene?.text.say('store.failed')}</rai-store-notice
    >`;
  }

  #grid({products, total}: ProductList, {text}: Scene) {
    const {isPending, isPendingMore, moreError} = this.#list;
    return html`
      <ul part="grid" class="grid" role="list" aria-busy=${isPending}>
        ${products.map(
          (product, index) =>
            html`<li>
              <rai-product-card
                .product=${product}
                .headingLevel=${this.headingLevel + 1}
                ?eager=${index < FIRST_ROW}
                exportparts="card, image, name, summary, price, was, saving, ends, stock, action"
              ></rai-product-card>
            </li>`,
        )}
      </ul>
      ${moreError ? this.#failed(moreError, () => this.#list.more()) : nothing}
      ${
        products.length < total && !moreError
          ? html`<button
              part="more"
              class="action quiet more"
              aria-disabled=${isPendingMore}
              @click=${() => this.#list.more()}
            >
              ${text.say('store.more')}
            </button>`
          : nothing
      }
    `;
  }

  #nothing() {
    const isFiltered = this.category || this.search;
    return html`<rai-store-notice
      .state=${isFiltered ? 'empty' : 'bare'}
      @go=${() => this.#reset()}
    ></rai-store-notice>`;
  }

  #reset() {
    this.category = undefined;
    this.search = '';
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('product') && this.product) void StoreElement.late.detail?.();
    const error = this.#list.error ?? this.#list.moreError ?? this.#own.error;
    if (error && error !== this.#toldError) this.dispatchEvent(new RaiErrorEvent(error));
    this.#toldError = error;
    if (error || this.#shown) void StoreElement.late.controls?.();
    if (!this.#shown || !this.#scene || this.#isReady) return;
    this.#isReady = true;
    this.#announceReady();
    this.dispatchEvent(new RaiReadyEvent());
  }

  #retry() {
    if (this.#own.error || !this.#scene?.profile || !this.#scene.categories) this.#own.retry();
    this.#list.retry();
  }

  // The page may cancel each of these: it hears them above, after this element. So the store waits for its turn to end.

  #chooseCategory(event: RaiCategoryChangeEvent) {
    afterwards(event, () => (this.category = event.category));
  }

  #find(event: RaiSearchEvent) {
    afterwards(event, () => {
      this.search = event.search;
      this.sort = event.sort;
    });
  }

  #openDetail(event: RaiProductChooseEvent) {
    afterwards(event, () => (this.product = event.product.id));
  }
}

/** Does it when everybody has heard the event, unless somebody cancelled it. */
const afterwards = (event: Event, act: () => void) => queueMicrotask(() => event.defaultPrevented || act());
