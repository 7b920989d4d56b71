export {ProductCardElement} from './elements/product-card.ts';
export {CategoryNavElement} from './elements/category-nav.ts';
export {StoreElement} from './elements/store.ts';
export {
  RaiCategoryChangeEvent,
  RaiErrorEvent,
  RaiProductChooseEvent,
  RaiProductViewEvent,
  RaiReadyEvent,
  RaiSearchEvent,
} from './elements/events.ts';
export {StoreRequestError, type FailureKind} from './api/errors.ts';
export type {Category, Discount, Product, StoreProfile, ThemedImage} from './catalog/product.ts';
