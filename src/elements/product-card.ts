import {html, LitElement, nothing} from 'lit';
import type {Product} from '../catalog/product.ts';
import {ClockController} from '../controllers/clock.ts';
import type {Scene} from '../controllers/scene.ts';
import type {OwnWords} from '../i18n/text.ts';
import {RaiProductChooseEvent} from './events.ts';
import {giftIcon} from './icons.ts';
import {useControls} from './late.ts';
import {factsLine, priceLine} from './offer-line.ts';
import {styles} from './product-card.styles.ts';
import {skeletonCard} from './skeleton.ts';

/**
 * A product at a glance: picture, name, a line about it, what it costs now, and how many are left.
 *
 * Within a `<rai-store>` it speaks that store's language and currency. Alone on a page it needs `gateway` and
 * `product-id`, and reads the product by itself. A discount begins and ends on screen without a reload.
 *
 * @attr {string} lang - The language of words and data, as a BCP 47 tag; the nearest `lang` around the card, else the browser's, unless it is said.
 * @attr {string} words - The page's own words as JSON, as a store takes them, for a card outside of any store; said before it is on the page.
 * @fires {RaiProductChooseEvent} rai-product-choose - The shopper chose this product; cancelable.
 * @slot - What is there instead of a card that can't be shown, such as a link to its product.
 * @slot footer - What the page has at the card's foot.
 * @csspart card - The whole card.
 * @csspart image - The picture, or the drawn placeholder where there is none.
 * @csspart badge - That it expires soon, and when.
 * @csspart name - The product's name, which is also the way to its detail.
 * @csspart summary - The first words of its description, as plain text.
 * @csspart price - What is charged now.
 * @csspart was - The list price, only while a discount runs.
 * @csspart saving - The percent saved, only while a discount runs.
 * @csspart stock - How many are left, where the merchant tells.
 * @csspart ends - When the discount ends, where it does.
 * @csspart action - The button at the card's foot; it is off where the product can't be redeemed.
 * @csspart verdict - The action's words, which say why where it is off.
 * @csspart notice - What is shown instead of a product that can't be read.
 */
export class ProductCardElement extends LitElement {
  static override properties = {
    product: {attribute: false},
    productId: {attribute: 'product-id'},
    gateway: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    show: {},
    eager: {type: Boolean},
    scene: {attribute: false},
    error: {attribute: false},
    broken: {state: true},
  };

  static override styles = styles;

  /** The product to show. Nothing is shown without it, unless `product-id` names one. */
  product?: Product;

  /** Id of the product to read, 24 hexadecimal digits; for a card that stands alone or is laid out by the page. */
  productId?: string;

  /** Base URL of the gateway, for a card outside of any store. */
  gateway?: string;

  /** Level of the name as a heading, 1 to 6. */
  headingLevel = 3;

  /**
   * What to show, and so to ask for: some of these words. The name is always shown.
   *
   * @default 'image type badge summary price stock'
   */
  show?: string | undefined;

  /** Whether the picture is fetched at once, as for a card that is seen first, instead of when it comes near. */
  eager = false;

  /** The page's own words, as a store takes them, for a card outside of any store; said before it is on the page. */
  words?: OwnWords | string | null | undefined;

  /** The address of a picture that did not load. */
  private broken?: string;

  /**
   * What the card shares with its store; found by the card itself where no store has drawn it.
   *
   * @ignore
   */
  scene?: Scene | undefined;

  /**
   * Why a card that stands alone has no product.
   *
   * @ignore
   */
  error: unknown;

  /**
   * Reads that product again.
   *
   * @ignore
   */
  retry?: () => void;

  /** Until when what is on screen is true. */
  #until: number | undefined;

  readonly #clock = new ClockController(
    this,
    () => this.scene?.clock,
    () => this.#until,
  );

  protected override firstUpdated() {
    if (this.scene) return;
    useControls(
      ({standAlone}) => standAlone(this),
      (error) => (this.error = error),
    );
  }

  protected override render() {
    const {product, scene, error} = this;
    if (product && scene) {
      try {
        return this.#card(product, scene);
      } catch (cause) {
        // One card that fails is one card that says only what it is.
        reportError(cause);
        return html`<p class="root">${product.name}</p>`;
      }
    }
    if (error)
      return html`<rai-store-notice .scene=${scene} .error=${error} @go=${this.retry}
        >${scene ? nothing : html`<slot></slot>`}</rai-store-notice
      >`;
    return this.productId ? skeletonCard() : nothing;
  }

  #card(product: Product, scene: Scene) {
    const {text} = scene;
    const name = product.name ?? text.say('product.untitled');
    const words = text.product(product, this.#clock.now, scene);
    const {state, reason} = words.verdict;
    this.#until = words.until;
    const shows = (part: string) => !this.show || this.show.includes(part);
    return html`<article part="card" class="root ${state}" lang=${text.language} dir=${text.direction}>
      ${shows('image') ? html`<div class="picture">${this.#picture(product)}</div>` : nothing}
      ${words.expires && shows('badge') ? html`<span part="badge" class="badge">${words.expires}</span>` : nothing}
      <div class="body">
        <div role="heading" aria-level=${this.headingLevel}>
          <button
            part="name"
            class="name"
            lang=${product.name ? scene.lang : nothing}
            dir="auto"
            @click=${() => this.#choose(product)}
          >
            <span class="clamp">${name}</span>
          </button>
        </div>
        ${product.summary && shows('summary') ? html`<p part="summary" class="summary clamp" lang=${scene.lang} dir="auto">${product.summary}</p>` : nothing}
        <div class="foot">
          ${shows('price') ? priceLine(words, scene) : nothing} ${shows('stock') ? factsLine(words) : nothing}
          <button
            part="action"
            class="action"
            ?disabled=${reason}
            aria-label=${reason ? nothing : text.say('product.redeemNamed', {name})}
            @click=${() => this.#choose(product)}
          >
            <span part="verdict">${reason ?? text.say('product.redeem')}</span>
          </button>
        </div>
        <slot name="footer"></slot>
      </div>
    </article>`;
  }

  #picture({image}: Product) {
    if (!image || image === this.broken)
      return html`<div part="image" class="image placeholder">${giftIcon}</div>`;
    return html`<img
      part="image"
      class="image"
      src=${image}
      alt=""
      width="400"
      height="300"
      loading=${this.eager ? 'eager' : 'lazy'}
      referrerpolicy="no-referrer"
      @error=${() => (this.broken = image)}
    />`;
  }

  #choose(product: Product) {
    const event = new RaiProductChooseEvent(product);
    this.dispatchEvent(event);
  }
}
