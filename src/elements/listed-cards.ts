import type {OwnCardElement} from './own-card.ts';
import type {ProductCardElement} from './product-card.ts';

/** A product's card in a list, as the store or as the page draws it. */
export type ListedCard = ProductCardElement | OwnCardElement;

/** The cards in a tree; what a page has put at the foot of one is none. */
export const cardsIn = (tree: ParentNode): ListedCard[] => [
  ...tree.querySelectorAll<ListedCard>('rai-product-card, rai-store-own-card:not([slot])'),
];

/** What holds all that is seen of a card. */
export const rootOf = (card: ListedCard): ParentNode & Node =>
  card.shadowRoot ?? ('copy' in card ? card.copy : undefined) ?? card;

/** The ways from a card to its product, the first one first; those that are off are none. */
export const waysOf = (card: ListedCard): HTMLElement[] => [
  ...rootOf(card).querySelectorAll<HTMLElement>(
    card.shadowRoot ? 'button:enabled' : 'button[data-rai]:enabled',
  ),
];
