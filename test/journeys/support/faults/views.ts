import {FIRST_ID} from './catalogue.ts';

/** What a probe looks at: a store's list, its detail, a card on its own, or the way to redeem. */
export type Look = 'list' | 'detail' | 'card' | 'redeem';

/** Something that a shopper looks at or does, and that a fault may come upon. */
export interface View {
  readonly name: string;
  /** What leads there while all is well; without it, the fault is there from the beginning. */
  readonly before?: readonly Step[];
  /** What is done when the fault is there. */
  readonly act?: Step;
  readonly look: Look;
  readonly isCard?: boolean;
}

/** What a shopper does, and what is looked at until that is there. */
export type Step = readonly [what: string, ...rest: unknown[]];

export const VIEWS: readonly View[] = [
  {name: 'first load', look: 'list'},
  {name: 'category', before: [], act: ['category'], look: 'list'},
  {name: 'search', before: [], act: ['search'], look: 'list'},
  {name: 'show more', before: [], act: ['more'], look: 'list'},
  {name: 'detail', before: [], act: ['open', FIRST_ID], look: 'detail'},
  {name: 'card', isCard: true, look: 'card'},
  {name: 'redeem', before: [['open', FIRST_ID], ['redeem']], act: ['confirm'], look: 'redeem'},
];
