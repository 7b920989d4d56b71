import type {Product} from '../catalog/product.ts';
import {RISING} from './events.ts';

/** What the shopper filled in, as far as the product asks for it. */
export interface RedeemInformation {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}

/** What came of it, as the page tells. */
export type RedeemOutcome =
  | {
      readonly redeemed: true;
      /** What the shopper shows or enters to get the reward. */
      readonly code?: string | undefined;
      /** HTML as the merchant wrote it: untrusted; what the product says is shown where there is none. */
      readonly instructions?: string | undefined;
    }
  | {
      readonly redeemed: false;
      /** Why not, and what to do, in the shopper's language. */
      readonly reason: string;
    };

/**
 * The shopper has confirmed that they want a product. Nothing is bought by the widget: the page answers with what its own
 * server, or the community, made of it.
 */
export class RaiRedeemEvent extends CustomEvent<undefined> {
  /** The product, at the price and stock of this moment. */
  readonly product: Product;
  /** What the shopper filled in, as far as the product asks for it. */
  readonly information: RedeemInformation;
  #answer: Promise<RedeemOutcome | undefined> | undefined;

  constructor(product: Product, information: RedeemInformation) {
    super('rai-redeem', {...RISING, cancelable: true});
    this.product = product;
    this.information = information;
  }

  /**
   * Answers the shopper, once, while the event is being dispatched. Until `outcome` settles the shopper sees that something is
   * under way; a rejection is told as a failure of unknown outcome, and `undefined` is as if nobody had answered.
   *
   * @throws {Error} Where somebody has answered already.
   */
  respondWith(outcome: Promise<RedeemOutcome | undefined> | RedeemOutcome | undefined): void {
    if (this.#answer) throw new Error('This rai-redeem event has been answered already.');
    this.#answer = Promise.resolve(outcome);
    this.preventDefault();
  }

  /** The page's answer; `undefined` where nobody gave one. */
  get answer(): Promise<RedeemOutcome | undefined> | undefined {
    return this.#answer;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'rai-redeem': RaiRedeemEvent;
  }
}
