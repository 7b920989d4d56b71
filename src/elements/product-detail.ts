import {html, LitElement, nothing, type PropertyValues} from 'lit';
import type {Product} from '../catalog/product.ts';
import {ClockController} from '../controllers/clock.ts';
import type {ProductList, ProductListController} from '../controllers/product-list.ts';
import {ProductReading} from '../controllers/product-reading.ts';
import {withRenewed} from '../controllers/renewal.ts';
import type {Scene} from '../controllers/scene.ts';
import {offerOf, pictureOf} from './detail-offer.ts';
import {DetailSteps, stepButtons, stepOfKey} from './detail-steps.ts';
import {exportParts} from './exported-parts.ts';
import {icon} from './icons.ts';
import {RaiProductViewEvent} from './product-view-event.ts';
import {styles} from './product-detail.styles.ts';
import {ReturnFocus} from './return-focus.ts';

const closeIcon = icon('m6 6 12 12M18 6 6 18');

/**
 * All about one product, in a modal dialog that is open for as long as the element is on the page.
 *
 * What a card knew is there at once; the rest, and the price and stock of this moment, are read when it opens. Buttons and the
 * arrow keys lead along the list that is shown.
 *
 * @fires close - The shopper closed it.
 * @fires {RaiProductChooseEvent} rai-product-choose - The shopper goes on to another product; cancelable.
 * @fires {RaiProductViewEvent} rai-product-view - The product is on screen.
 * @csspart detail - The dialog's panel.
 * @csspart previous - The button to the product before it.
 * @csspart next - The button to the product after it.
 * @csspart redeem - The way to redeem the product.
 */
export class ProductDetailElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    productId: {attribute: false},
    list: {attribute: false},
    shown: {attribute: false},
    redeemUrl: {attribute: false},
    isRedeeming: {state: true},
  };

  static override styles = styles;

  /** Id of the product to read. */
  productId?: string;

  /** The store's products, which are told what has been read since, and asked for further ones. */
  list?: ProductListController;

  /** Those of them that are shown. */
  shown?: ProductList | undefined;

  /** Where redeeming leads: an address in which `{product}` stands for the product's id. */
  redeemUrl?: string;

  /** What it shares with its store. */
  scene?: Scene | undefined;

  private isRedeeming = false;

  readonly #read = new ProductReading(this);
  readonly #clock = new ClockController(
    this,
    () => this.scene?.clock,
    (now) => {
      const {scene} = this.#read;
      return this.#product && scene?.text.product(this.#product, now, scene).until;
    },
  );
  /** What is on screen. */
  #product: Product | undefined;
  #told: Product | undefined;
  #viewed: string | undefined;
  readonly #steps = new DetailSteps(this);
  #return: ReturnFocus | undefined;

  constructor() {
    super();
    exportParts(this, 'detail, previous, next, redeem, confirm, code, notice');
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    // A dialog that leaves the page is no longer modal, whatever it says; should it come back, it is opened anew.
    this.#dialog?.removeAttribute('open');
    this.#return?.give(this.productId);
    this.#return = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('productId')) this.isRedeeming = false;
  }

  protected override render() {
    const {scene} = this.#read;
    if (!scene) return nothing;
    const {text} = scene;
    const product = (this.#product = this.#known);
    const name = product?.name ?? text.say('product.untitled');
    const {beside} = this.#steps;
    return html`<dialog
      aria-labelledby="title"
      @close=${() => this.#tellClosed()}
      @click=${(event: MouseEvent) => event.target === event.currentTarget && this.#dialog?.close()}
      @keydown=${(event: KeyboardEvent) => this.#stepByKey(event, scene)}
    >
      <div part="detail" class="root" lang=${text.language} dir=${text.direction}>
        ${product ? this.#all(product, name, scene) : this.#missing(name, scene)}
        ${beside && !this.isRedeeming ? stepButtons(beside, text, (by) => this.#steps.go(by)) : nothing}
        <button
          class="round close"
          aria-label=${text.say('detail.close')}
          @click=${() => this.#dialog?.close()}
        >
          ${closeIcon}
        </button>
        <p class="unseen" role="status">
          ${beside && this.#steps.hasGone ? text.say('detail.position', {name, at: beside.at, total: beside.total}) : nothing}
        </p>
      </div>
    </dialog>`;
  }

  /** What is known of the product: all of it, or what its card knew. */
  get #known(): Product | undefined {
    const {value, scene} = this.#read;
    if (value || this.shown?.query.lang !== scene?.lang) return value;
    return this.shown?.products.find(({id}) => id === this.productId);
  }

  #all(product: Product, name: string, scene: Scene) {
    return html`
      <div class="picture">${pictureOf(product)}</div>
      <div class="column">
        ${
          this.isRedeeming
            ? html`<div id="title" class="unseen" lang=${product.name ? scene.lang : nothing}>${name}</div>
                <rai-store-redeem
                  exportparts="confirm, code"
                  .scene=${scene}
                  .product=${product}
                  @back=${() => this.#stopRedeeming()}
                  @redeemed=${() => this.#read.takeOne()}
                ></rai-store-redeem>`
            : offerOf(
                {
                  product,
                  name,
                  now: this.#clock.now,
                  isWhole: !!this.#read.value,
                  failure: this.#read.error && this.#failed(scene),
                  redeemUrl: this.redeemUrl,
                  redeem: () => (this.isRedeeming = true),
                },
                scene,
              )
        }
      </div>
    `;
  }

  #missing(name: string, scene: Scene) {
    return html`<div class="column missing">
      <div id="title" class="unseen">${name}</div>
      ${
        this.#read.error
          ? this.#failed(scene)
          : html`<p class="loading" role="status">${scene.text.say('detail.loading')}</p>`
      }
    </div>`;
  }

  #failed(scene: Scene) {
    return html`<rai-store-notice
      .scene=${scene}
      .error=${this.#read.error}
      @go=${() => this.#read.retry()}
    ></rai-store-notice>`;
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  protected override updated(changed: PropertyValues<this>) {
    const dialog = this.#dialog;
    if (dialog && !dialog.open && this.isConnected) {
      this.#return = new ReturnFocus(this);
      dialog.showModal();
    }
    if (changed.has('productId')) this.renderRoot.querySelector('.scroll')?.scrollTo(0, 0);
    this.#steps.goOn();
    const product = this.#product;
    this.#renew();
    if (!product || product.id === this.#viewed) return;
    this.#viewed = product.id;
    const event = new RaiProductViewEvent(product);
    this.dispatchEvent(event);
  }

  #stepByKey(event: KeyboardEvent, {text}: Scene) {
    const by = this.isRedeeming ? 0 : stepOfKey(event, text);
    if (!by) return;
    event.preventDefault();
    this.#steps.go(by);
  }

  /** The list shows what has been read since, too, as long as it speaks the same language. */
  #renew() {
    const {value, scene} = this.#read;
    if (!value || value === this.#told || this.list?.value?.query.lang !== scene?.lang) return;
    this.#told = value;
    this.list?.renew((list) => withRenewed(list, [value]));
  }

  #stopRedeeming() {
    this.isRedeeming = false;
    void this.updateComplete.then(() => {
      const way = this.renderRoot.querySelector<HTMLElement>('[part=redeem]:not(:disabled)');
      (way ?? this.renderRoot.querySelector<HTMLElement>('.scroll'))?.focus();
    });
  }

  #tellClosed() {
    const event = new CustomEvent('close');
    this.dispatchEvent(event);
  }
}
