export {ProductCardElement} from './elements/product-card.ts';
export {CategoryNavElement} from './elements/category-nav.ts';
export {StoreElement} from './elements/store.ts';
export {RaiErrorEvent, RaiProductChooseEvent, RaiReadyEvent} from './elements/events.ts';
export {RaiCategoryChangeEvent, RaiSearchEvent} from './elements/finding-events.ts';
export {RaiRedeemEvent, type RedeemInformation, type RedeemOutcome} from './elements/redeem-event.ts';
export {RaiProductViewEvent} from './elements/product-view-event.ts';
export {StoreRequestError, type FailureKind} from './api/errors.ts';
export type {
  Category,
  Discount,
  InformationField,
  Product,
  StoreProfile,
  ThemedImage,
} from './catalog/product.ts';
