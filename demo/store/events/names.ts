/**
 * The events by their names. `create:product` and `PRODUCT_EVENTS.CREATE_PRODUCTS` are documented; the others follow
 * them [assumed], and a purchase is of the demo alone.
 */
export const EVENTS = {
  productCreated: 'create:product',
  productsCreated: 'PRODUCT_EVENTS.CREATE_PRODUCTS',
  productUpdated: 'update:product',
  productsUpdated: 'PRODUCT_EVENTS.UPDATE_PRODUCTS',
  productDeleted: 'delete:product',
  categoryCreated: 'create:category',
  categoryUpdated: 'update:category',
  categoryDeleted: 'delete:category',
  storeUpdated: 'update:store',
  purchaseCreated: 'create:purchase',
} as const;

export type EventName = (typeof EVENTS)[keyof typeof EVENTS];
