import {html, nothing} from 'lit';
import type {Product} from '../catalog/product.ts';
import type {ProductList, ProductListController} from '../controllers/product-list.ts';
import type {Text} from '../i18n/text.ts';
import {RaiProductChooseEvent} from './events.ts';
import {icon} from './icons.ts';

const backIcon = icon('m15 5-7 7 7 7');
const onIcon = icon('m9 5 7 7-7 7');

/** Where a product stands in a list, and what stands beside it there. */
export interface Beside {
  /** Its number in the list, from 1. */
  readonly at: number;
  readonly total: number;
  readonly previous: Product | undefined;
  readonly next: Product | undefined;
  /** Whether the list goes on after it, with products that have not been read yet. */
  readonly goesOn: boolean;
}

/** A detail that opens over a list. */
interface Host extends EventTarget {
  readonly productId?: string | undefined;
  readonly list?: Pick<ProductListController, 'more'> | undefined;
  readonly shown?: ProductList | undefined;
}

/** The way from a product to those beside it in the list as it is shown. */
export class DetailSteps {
  readonly #host: Host;
  /** The last product of what is listed so far, where the shopper wants the one after it. */
  #waitsAfter: string | undefined;

  /** Whether the shopper has come along the list. */
  hasGone = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Where the host's product stands; `undefined` where it is not listed, or is all there is. */
  get beside(): Beside | undefined {
    const {products = [], total = 0} = this.#host.shown ?? {};
    const index = products.findIndex(({id}) => id === this.#host.productId);
    if (index < 0 || total < 2) return undefined;
    const next = products[index + 1];
    const goesOn = !next && products.length < total;
    return {at: index + 1, total, previous: products[index - 1], next, goesOn};
  }

  /** Goes along the list; where that ends too early it is asked for more, and {@link goOn} goes on when that has come. */
  go(by: 1 | -1): void {
    const {beside} = this;
    const product = by > 0 ? beside?.next : beside?.previous;
    this.#waitsAfter = undefined;
    if (product) {
      this.hasGone = true;
      const event = new RaiProductChooseEvent(product);
      this.#host.dispatchEvent(event);
    } else if (by > 0 && beside?.goesOn) {
      this.#waitsAfter = this.#host.productId;
      this.#host.list?.more();
    }
  }

  /** To be called whenever the list may have become longer. */
  goOn(): void {
    if (this.#waitsAfter && this.#waitsAfter !== this.#host.productId) this.#waitsAfter = undefined;
    if (this.#waitsAfter && this.beside?.next) this.go(1);
  }
}

/** The buttons to the products beside one. They stay in the order of Tab at either end, so that no focus is lost there. */
export function stepButtons({previous, next, goesOn}: Beside, text: Text, go: (by: 1 | -1) => void) {
  return html`<div class="steps">
    <button
      part="previous"
      class="round"
      aria-label=${text.say('detail.previous')}
      aria-disabled=${previous ? nothing : 'true'}
      @click=${() => go(-1)}
    >
      ${backIcon}
    </button>
    <button
      part="next"
      class="round"
      aria-label=${text.say('detail.next')}
      aria-disabled=${next || goesOn ? nothing : 'true'}
      @click=${() => go(1)}
    >
      ${onIcon}
    </button>
  </div>`;
}

/** Which way an arrow key leads; 0 for other keys, and where the key belongs to a field or to the browser. */
export function stepOfKey(event: KeyboardEvent, {direction}: Text): -1 | 0 | 1 {
  const {key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented} = event;
  const isTaken = defaultPrevented || altKey || ctrlKey || metaKey || shiftKey;
  const [target] = event.composedPath();
  if (isTaken || (target as Element).closest('input, textarea, select, [contenteditable]')) return 0;
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === forward) return 1;
  return key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0;
}
