import {html, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {categoriesOf} from '../api/surroundings.ts';
import type {Product} from '../catalog/product.ts';
import {safeHtml} from '../content/safe-html.ts';
import type {Scene} from '../controllers/scene.ts';
import type {ProductWords} from '../i18n/product-words.ts';
import {giftIcon} from './icons.ts';
import {factsLine, priceLine} from './offer-line.ts';
import {markedAmount, withCurrency} from './price-in-words.ts';

/** A product in its detail, as far as it is known at a moment. */
export interface Offer {
  readonly product: Product;
  readonly name: string;
  /** Epoch ms by the server's clock. */
  readonly now: number;
  /** Whether all of it has been read. */
  readonly isWhole: boolean;
  /** What stands in place of the rest where that could not be read. */
  readonly failure?: unknown;
  /** Where redeeming leads: an address in which `{product}` stands for the product's id. */
  readonly redeemUrl?: string | undefined;
  /** Called when the shopper wants it, and there is no such address. */
  readonly redeem: () => void;
}

/** A product's picture, large, and once more as its ground. */
export const pictureOf = ({image}: Product) =>
  image
    ? html`<img class="ground" src=${image} alt="" referrerpolicy="no-referrer" />
        <img part="image" class="image" src=${image} alt="" referrerpolicy="no-referrer" />`
    : giftIcon;

/** What a shopper reads about a product, and below it the way to redeem it. */
export function offerOf(offer: Offer, scene: Scene) {
  const {product, name, now} = offer;
  const {lang, text} = scene;
  const words = text.product(product, now, scene);
  const category = categoriesOf(scene).find(({id}) => id === product.categoryId);
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="title">
      <p class="category" lang=${lang}><bdi>${category?.name}</bdi></p>
      <div
        id="title"
        class="title"
        role="heading"
        aria-level="2"
        lang=${product.name ? lang : nothing}
        dir="auto"
      >
        ${name}
      </div>
      ${priceLine(words, scene)} ${factsLine(words)}
      <div class="prose" lang=${lang} dir="auto">
        ${product.description ? prose(product.description) : product.summary}
      </div>
      ${instructionsOf(offer, scene)}
    </div>
    <div class="foot">${balanceOf(scene)} ${wayToRedeem(offer, words, scene)}</div>`;
}

/** What the shopper can spend, where the page says it, beside what is to be paid. */
const balanceOf = (scene: Scene) =>
  !Number.isFinite(scene.balance)
    ? nothing
    : html`<p class="balance">
        ${scene.text.say('head.balance')}
        <b>${markedAmount(scene.balance!, scene)}</b>
      </p>`;

const prose = (merchantHtml: string) => guard([merchantHtml], () => safeHtml(merchantHtml));

function instructionsOf({product: {instructions}, isWhole, failure}: Offer, {text, lang}: Scene) {
  if (failure) return failure;
  if (!isWhole) return html`<p class="loading" role="status">${text.say('detail.loading')}</p>`;
  if (!instructions) return nothing;
  return html`<details class="instructions" open>
    <summary>${text.say('detail.instructions')}</summary>
    <div class="prose" lang=${lang} dir="auto">${prose(instructions)}</div>
  </details>`;
}

function wayToRedeem(offer: Offer, {price, isFree, verdict}: ProductWords, scene: Scene) {
  const {product, isWhole, redeemUrl, redeem} = offer;
  const {text} = scene;
  if (verdict.reason) return html`<button part="redeem" class="action" disabled>${verdict.reason}</button>`;
  const label =
    price && !isFree
      ? text.say('detail.redeemFor', {price: withCurrency(price, scene)})
      : text.say('product.redeem');
  const link = redeemUrl?.replaceAll('{product}', encodeURIComponent(product.id));
  return link
    ? html`<a part="redeem" class="action" href=${link} target="_blank" rel="noopener">${label}</a>`
    : html`<button part="redeem" class="action" ?disabled=${!isWhole} @click=${redeem}>${label}</button>`;
}
