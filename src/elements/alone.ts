import {readProduct} from '../api/detail.ts';
import {Loading} from '../controllers/loading.ts';
import {NearestSceneController} from '../controllers/nearest-scene.ts';
import {source} from '../controllers/source.ts';
import type {ProductCardElement} from './product-card.ts';

/** Gives a card that no store has drawn the scene that it stands in, and the product that its `product-id` names. */
export function standAlone(card: ProductCardElement): void {
  const nearest = new NearestSceneController(card);
  const reading = new Loading(card, {
    args: () => [card.productId, card.scene?.client, card.scene?.lang, card.show] as const,
    task: async ([id, client, lang, show], {signal}) =>
      id && client && lang
        ? readProduct(client, id, source.cardsQuery(lang, {show}), lang, signal)
        : undefined,
  });
  card.addController({
    hostUpdate() {
      const product = reading.value;
      if (product && product.id === card.productId) card.product = product;
      card.error = nearest.error ?? reading.error;
    },
  });
  card.retry = () => {
    if (nearest.error) nearest.retry();
    else void reading.run();
  };
}
