import type {Selectable} from 'kysely';
import type {ProductPermissionTable, ProductTable} from '../database/tables.ts';

/** What a product costs at a time (epoch ms) whoever holds these permissions: the lowest of what is theirs. */
export function priceAt(
  product: Selectable<ProductTable>,
  permissions: readonly Selectable<ProductPermissionTable>[],
  time: number,
): number {
  const special = permissions.flatMap(({is_special_price_enabled: isEnabled, special_price: price}) =>
    isEnabled && price !== null ? [price] : [],
  );
  const discounted = hasDiscount(product, time) ? [product.discount_price!] : [];
  return Math.min(product.price, ...discounted, ...special);
}

/** The discount holds from its start until before its end, an open side being open, and only where it lowers. */
function hasDiscount(product: Selectable<ProductTable>, time: number): boolean {
  const {
    is_discount_enabled: isEnabled,
    discount_price: price,
    discount_start_date,
    discount_end_date,
  } = product;
  const starts = discount_start_date?.getTime() ?? -Infinity;
  const ends = discount_end_date?.getTime() ?? Infinity;
  return isEnabled && price !== null && price < product.price && starts <= time && time < ends;
}
