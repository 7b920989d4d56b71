import {css, html, nothing} from 'lit';
import type {Scene} from '../controllers/scene.ts';
import type {ProductWords} from '../i18n/product-words.ts';
import {themedImage} from './themed-image.ts';

/** What a product costs now: the price, and while a discount lowers it the list price and the percent saved. */
export function priceLine({price, isFree, was, saving}: ProductWords, scene: Scene) {
  const {text, profile, lang} = scene;
  return price === undefined
    ? nothing
    : html`<p class="prices">
        ${isFree ? nothing : coin(scene)}<span part="price" class="price"
          ><span class="unseen">${text.say('price.now')} </span>${price}<span class="unseen" lang=${lang}>
            ${isFree ? nothing : profile?.currency?.name}</span
          ></span
        >
        ${
          was === undefined
            ? nothing
            : html`<s part="was" class="was"><span class="unseen">${text.say('price.was')} </span>${was}</s>`
        }${
          saving
            ? html`<span part="saving" class="saving"
                ><span aria-hidden="true">${saving.written}</span
                ><span class="unseen">${saving.aloud}</span></span
              >`
            : nothing
        }
      </p>`;
}

/** How many are left and when the discount ends, on one line whose height stays when there is nothing to say. */
export const factsLine = ({stock, ends}: ProductWords) =>
  html`<p class="facts">
    ${stock.words ? html`<span part="stock" class=${stock.state}>${stock.words}</span>` : nothing}
    ${ends ? html`<span part="ends" class="ends">${ends}</span>` : nothing}
  </p>`;

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
  }
  .coin {
    width: 20px;
    height: 20px;
    margin-inline-end: -2px;
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
  }
  .was {
    color: var(--_muted);
    font-size: 14px;
  }
  .saving {
    padding: 2px 8px;
    border-radius: calc(var(--_control-radius) / 2);
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
    /* Not a ground, of which forced colours would leave nothing. */
    border: 4px solid;
    border-radius: 50%;
  }
`;
