import {css, html, nothing} from 'lit';
import {nextChange, offerAt} from '../catalog/offer.ts';
import type {Product} from '../catalog/product.ts';
import {stockOf} from '../catalog/stock.ts';
import type {Scene} from '../controllers/scene.ts';
import {themedImage} from './themed-image.ts';

/** The first moment after `now` at which what these lines say may differ. */
export function nextWording(product: Product | undefined, now: number, scene: Scene | undefined) {
  if (!product || !scene) return undefined;
  const ends = offerAt(product, now)?.ends;
  const moments = [nextChange(product, now), ends && scene.text.ends(ends, now).until];
  return Math.min(...moments.map((moment) => moment ?? Infinity));
}

/** What a product costs now: the price, and while a discount lowers it the list price and the percent saved. */
export function priceLine(product: Product, now: number, scene: Scene) {
  const offer = offerAt(product, now);
  if (!offer) return nothing;
  const {text, profile} = scene;
  const {price, was, percentOff = 0} = offer;
  const percent = text.format.percent(percentOff);
  return html`<p class="prices">
    ${price ? coin(scene) : nothing}<span part="price" class="price"
      ><span class="unseen">${text.say('price.now')} </span
      >${price ? text.format.number(price) : text.say('price.free')}<span class="unseen">
        ${price ? profile?.currency?.name : nothing}</span
      ></span
    >
    ${
      was === undefined
        ? nothing
        : html`<s part="was" class="was"
              ><span class="unseen">${text.say('price.was')} </span>${text.format.number(was)}</s
            >${
              percentOff > 0
                ? html`<span part="saving" class="saving"
                    ><span aria-hidden="true">${text.say('price.off', {percent})}</span
                    ><span class="unseen">${text.say('price.saved', {percent})}</span></span
                  >`
                : nothing
            }`
    }
  </p>`;
}

/** How many are left and when the discount ends, on one line whose height stays when there is nothing to say. */
export function factsLine(product: Product, now: number, {text, lowStock}: Scene) {
  const ends = offerAt(product, now)?.ends;
  const stock = stockOf(product, lowStock);
  const left = text.stock(stock);
  return html`<p class="facts">
    ${left ? html`<span part="stock" class=${stock.state}>${left}</span>` : nothing}
    ${ends === undefined ? nothing : html`<span part="ends" class="ends">${text.ends(ends, now).words}</span>`}
  </p>`;
}

function coin({profile}: Scene) {
  const icon = profile?.currency?.icon;
  return icon ? themedImage(icon, 'coin') : html`<span class="coin plain"></span>`;
}

/** How both lines look, on a card and larger in the detail. */
export const offerStyles = css`
  .prices,
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    overflow-wrap: anywhere;
  }
  .coin {
    width: 20px;
    height: 20px;
    flex: none;
  }
  .plain {
    border: 4px double var(--_surface);
    border-radius: 50%;
    background: #e0a526;
  }
  .price {
    font-size: 20px;
    font-weight: 700;
    line-height: 28px;
    margin-inline-start: -2px;
  }
  .was {
    color: var(--_muted);
    font-size: 14px;
  }
  .saving {
    padding: 2px 8px;
    border-radius: 6px;
    background: var(--_sale-surface);
    color: var(--_sale);
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
  }
  .facts {
    min-height: 20px;
    color: var(--_muted);
    font-size: 13px;
    line-height: 20px;
  }
  .ends {
    color: var(--_sale);
  }
  .low {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_low);
    font-weight: 600;
  }
  .low::before {
    content: '';
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: currentColor;
  }
`;
