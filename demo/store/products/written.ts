import type {Selectable} from 'kysely';
import type {ProductPermissionTable} from '../database/tables.ts';
import type {PictureUrl} from '../picture-url.ts';
import {type ProductRow, readProduct} from './record.ts';

/** A product as the write half answers it (June edition): category and status by name, permissions told, codes never. */
export function writtenProduct(
  row: ProductRow,
  permissions: readonly Selectable<ProductPermissionTable>[],
  pictureUrl: PictureUrl,
): object {
  const view = {fields: undefined, language: undefined, pictureUrl};
  const read = readProduct(row, view) as Record<string, unknown>;
  delete read['categoryID'];
  return {
    ...read,
    category: row.category_name,
    productPermission: permissions.map(permissionOf),
    purchaseStatusOverride: {
      isEnabled: row.is_purchase_status_overridden,
      status: row.purchase_status_name,
    },
  };
}

function permissionOf(row: Selectable<ProductPermissionTable>): object {
  return {
    isEnabled: row.is_enabled,
    type: row.type,
    permission: {
      roleNames: row.role_names,
      tagNames: row.tag_names,
      usernames: row.usernames,
      combination: row.combination,
    },
    purchaseAccess: {specialPrice: row.special_price, isSpecialPriceEnabled: row.is_special_price_enabled},
    purchaseLimit: {isPurchaseLimitEnabled: row.is_purchase_limit_enabled, ...row.purchase_limit},
    accessLevel: row.access_level,
    isExclusiveTagEnabled: row.is_exclusive_tag_enabled,
  };
}
