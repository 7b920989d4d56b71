import type {Refusal} from '../refusals.ts';

/** A state of the storefront that has a page of its own. */
export interface State {
  /** The last part of the page's address. */
  readonly name: string;
  readonly title: string;
  /** What is to be seen on the page, and why it is right. */
  readonly see: string;
  /** How the page's gateway answers; as ever where nothing is said. */
  readonly answers?: Answers;
  /** What the page embeds; one plain `<rai-store>` where nothing is said. */
  readonly embeds?: readonly Embed[];
  /** What comes of redeeming; where nothing is said, the page leaves that to the community. */
  readonly redeeming?: Redeeming;
  /** What a shopper does until the state is there. */
  readonly steps?: readonly Step[];
  /** Where the state shows, and the words there in English. */
  readonly looks: readonly Look[];
  /** Whether the browser's console tells of a failed request, since one that fails is what the state is about. */
  readonly isLogged?: boolean;
}

/** A state that is shown under a heading with others of its kind. */
export interface StateGroup {
  readonly title: string;
  readonly states: readonly State[];
}

/** How a gateway answers. */
export interface Answers {
  /** What becomes of every request. */
  readonly fault?: Fault;
  /** What the store sells; a usual handful where nothing is said. */
  readonly wares?: readonly Ware[] | Denial;
  /** What becomes of every page of products after the first. */
  readonly further?: Denial;
  /** What the store's configuration says otherwise than the demo's. */
  readonly store?: {readonly isEnabled?: boolean; readonly widget?: object} | Denial;
  /** Whether there are any categories. */
  readonly categories?: 'none' | Denial;
  /** The answers are the last good ones of a store that failed so long ago, in ms. */
  readonly staleFor?: number;
}

/** No answer at all, a connection that breaks, an answer that takes so many ms, or an error's. */
export type Fault = 'never' | 'broken' | {readonly late: number} | Denial;

/** An error's answer. */
export interface Denial {
  readonly status: 403 | 429 | 502;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A product of the demo's catalogue, and what about it is otherwise. It is at its list price, and in stock. */
export interface Ware {
  /** Its original name. */
  readonly name: string;
  readonly price?: number;
  /** A lower price. It runs from `starts` to `ends`, in ms from now; a side that is not given is open. */
  readonly sale?: {readonly price: number; readonly starts?: number; readonly ends?: number};
  /** How many are left, which shoppers are told. */
  readonly left?: number;
  /** When its codes expire, in ms from now; it is highlighted a week ahead. */
  readonly expires?: number;
  readonly picture?: 'none' | 'broken';
  /** Another name, in every language. */
  readonly called?: string;
  /** Another description, in every language. */
  readonly about?: string;
  /** What the merchant asks of a shopper. */
  readonly asks?: readonly ('Name' | 'Phone' | 'Address')[];
}

/** An element of ours on the page. */
export interface Embed {
  readonly tag: 'rai-store' | 'rai-product-card';
  /** Where a product's id belongs, in `product` and `product-id`, its original name stands. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The state whose gateway it reads; the page's own where nothing is said. */
  readonly gatewayOf?: string;
}

/** What becomes of a wish: an outcome, no answer, or a connection that breaks. */
export type Redeeming =
  'never' | 'broken' | {readonly code?: string; readonly instructions?: string} | {readonly refusal: Refusal};

/** What a shopper does: presses the part of that name, fills in the form and goes on, waits until that is sent, closes, opens,
 * looks at what the list can be narrowed by, wants only what the balance is enough for. */
export type Step = 'more' | 'redeem' | 'confirm' | 'fill' | 'close' | 'choose' | 'sent' | 'filter' | 'afford';

/** A place on the page, as a selector that reaches into shadow roots, and what it says in English. */
export interface Look {
  readonly at: string;
  readonly says?: string;
}
