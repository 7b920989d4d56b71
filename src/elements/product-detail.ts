import {html, LitElement, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Product} from '../catalog/product.ts';
import {safeHtml} from '../content/safe-html.ts';
import {ClockController} from '../controllers/clock.ts';
import {Loading} from '../controllers/loading.ts';
import type {Scene} from '../controllers/scene.ts';
import type {ProductWords} from '../i18n/product-words.ts';
import {RaiProductViewEvent} from './product-view-event.ts';
import {giftIcon, icon} from './icons.ts';
import {factsLine, priceLine} from './offer-line.ts';
import {withCurrency} from './price-in-words.ts';
import {styles} from './product-detail.styles.ts';

const closeIcon = icon('m6 6 12 12M18 6 6 18');

/**
 * All about one product, in a modal dialog that is open for as long as the element is on the page.
 *
 * What a card knew is there at once; the rest, and the price and stock of this moment, are read when it opens.
 *
 * @fires close - The shopper closed it.
 * @fires renew - What is known of the product since the list was read, as `detail`.
 * @fires {RaiProductViewEvent} rai-product-view - The product is on screen.
 * @csspart detail - The dialog's panel.
 * @csspart redeem - The way to redeem the product.
 */
export class ProductDetailElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    productId: {attribute: false},
    known: {attribute: false},
    redeemUrl: {attribute: false},
    isRedeeming: {state: true},
  };

  static override styles = styles;

  /** Id of the product to read. */
  productId?: string;

  /** What is known of it already. */
  known?: Product;

  /** Where redeeming leads: an address in which `{product}` stands for the product's id. */
  redeemUrl?: string;

  /** What it shares with its store. */
  scene?: Scene | undefined;

  private isRedeeming = false;

  readonly #clock = new ClockController(
    this,
    () => this.scene?.clock,
    (now) => {
      const product = this.#shown;
      return product && this.scene?.text.product(product, now, this.scene).until;
    },
  );
  readonly #read = new Loading(this, {
    args: () => [this.productId, this.scene?.client, this.scene?.lang] as const,
    task: async ([id, client, lang], {signal}) =>
      id && client && lang ? client.product(id, 'detail', lang, signal) : undefined,
  });
  /** The product after one of it has been redeemed here. */
  #renewed: Product | undefined;
  #told: Product | undefined;
  #viewed: string | undefined;
  #opener: Element | undefined;

  get #shown(): Product | undefined {
    return [this.#renewed, this.#read.value, this.known].find((product) => product?.id === this.productId);
  }

  protected override render() {
    const {scene} = this;
    if (!scene) return nothing;
    const {text} = scene;
    const product = this.#shown;
    return html`<dialog
      aria-labelledby="title"
      @close=${() => this.#tellClosed()}
      @click=${(event: MouseEvent) => event.target === event.currentTarget && this.#dialog?.close()}
    >
      <div part="detail" class="root" lang=${text.language} dir=${text.direction}>
        ${product ? this.#product(product, scene) : this.#missing(scene)}
        <button class="close" aria-label=${text.say('detail.close')} @click=${() => this.#dialog?.close()}>
          ${closeIcon}
        </button>
      </div>
    </dialog>`;
  }

  #product(product: Product, scene: Scene) {
    const name = product.name ?? scene.text.say('product.untitled');
    return html`
      <div class="picture">
        ${
          product.image
            ? html`<img
                part="image"
                class="image"
                src=${product.image}
                alt=""
                referrerpolicy="no-referrer"
              />`
            : giftIcon
        }
      </div>
      <div class="column">
        ${
          this.isRedeeming
            ? html`<div id="title" class="unseen">${name}</div>
                <rai-store-redeem
                  .scene=${scene}
                  .product=${product}
                  @back=${() => (this.isRedeeming = false)}
                  @redeemed=${() => this.#takeOne(product)}
                ></rai-store-redeem>`
            : this.#offer(product, name, scene)
        }
      </div>
    `;
  }

  #offer(product: Product, name: string, scene: Scene) {
    const {lang, categories} = scene;
    const words = scene.text.product(product, this.#clock.now, scene);
    const category = categories?.find(({id}) => id === product.categoryId);
    return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        <p class="category" lang=${lang}><bdi>${category?.name}</bdi></p>
        <div id="title" class="title" role="heading" aria-level="2" lang=${lang} dir="auto">${name}</div>
        ${priceLine(words, scene)} ${factsLine(words)}
        <div class="prose" lang=${lang} dir="auto">
          ${product.description ? this.#prose(product.description) : product.summary}
        </div>
        ${this.#instructions(product, scene)}
      </div>
      ${this.#foot(product, words, scene)}`;
  }

  #prose(merchantHtml: string | undefined) {
    return merchantHtml ? guard([merchantHtml], () => safeHtml(merchantHtml)) : nothing;
  }

  #instructions({instructions}: Product, {text, lang}: Scene) {
    if (this.#read.error) return this.#failed();
    if (!this.#read.value) return html`<p class="loading" role="status">${text.say('detail.loading')}</p>`;
    if (!instructions) return nothing;
    return html`<details class="instructions" open>
      <summary>${text.say('detail.instructions')}</summary>
      <div class="prose" lang=${lang} dir="auto">${this.#prose(instructions)}</div>
    </details>`;
  }

  #foot(product: Product, {price, isFree, verdict}: ProductWords, scene: Scene) {
    const {text} = scene;
    if (verdict.reason) {
      return html`<div class="foot">
        <button part="redeem" class="action" disabled>${verdict.reason}</button>
      </div>`;
    }
    const label =
      price && !isFree
        ? text.say('detail.redeemFor', {price: withCurrency(price, scene)})
        : text.say('product.redeem');
    const link = this.redeemUrl?.replaceAll('{product}', encodeURIComponent(product.id));
    return html`<div class="foot">
      ${
        link
          ? html`<a part="redeem" class="action" href=${link} target="_blank" rel="noopener">${label}</a>`
          : html`<button
              part="redeem"
              class="action"
              ?disabled=${!this.#read.value}
              @click=${() => (this.isRedeeming = true)}
            >
              ${label}
            </button>`
      }
    </div>`;
  }

  #missing({text}: Scene) {
    const {error} = this.#read;
    return html`<div class="column missing">
      <div id="title" class="unseen">${text.say('product.untitled')}</div>
      ${error ? this.#failed() : html`<p class="loading" role="status">${text.say('detail.loading')}</p>`}
    </div>`;
  }

  #failed() {
    return html`<rai-store-notice
      .scene=${this.scene}
      .error=${this.#read.error}
      @go=${() => void this.#read.run()}
    ></rai-store-notice>`;
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  protected override updated() {
    const dialog = this.#dialog;
    if (dialog && !dialog.open && this.isConnected) {
      this.#opener = focused();
      dialog.showModal();
    }
    const product = this.#shown;
    this.#renew(product);
    if (!product || product.id === this.#viewed) return;
    this.#viewed = product.id;
    const event = new RaiProductViewEvent(product);
    this.dispatchEvent(event);
  }

  /** One of them has just gone, of which whoever keeps answers for a while will not have heard. */
  #takeOne(product: Product) {
    this.#renewed = {...product, stock: product.stock === undefined ? undefined : product.stock - 1};
    this.requestUpdate();
  }

  /** The list shows what has been read since, too. */
  #renew(product: Product | undefined) {
    if (!product || product === this.known || product === this.#told) return;
    this.#told = product;
    const event = new CustomEvent('renew', {detail: product});
    this.dispatchEvent(event);
  }

  #tellClosed() {
    // The dialog gives focus back to what opened it, unless that can't be used any more, as when the last one has gone.
    if (this.#opener?.matches(':disabled')) {
      const place = this.#opener.getRootNode() as ParentNode;
      place.querySelector<HTMLElement>('button:enabled')?.focus();
    }
    const event = new Event('close');
    this.dispatchEvent(event);
  }
}

/** What has focus, however deep in shadow trees. */
function focused(): Element | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element ?? undefined;
}
