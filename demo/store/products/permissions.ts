import type {Insertable, Kysely, Selectable} from 'kysely';
import type {Clock} from '../clock.ts';
import type {ProductPermissionTable, Tables} from '../database/tables.ts';
import {newId} from '../ids.ts';
import type {PermissionEntry} from './permission-input.ts';

/** Rows that go in one statement: PostgreSQL takes 65,535 values at most. */
const BATCH = 2_000;

/** The rows of a product's permission list. */
export function permissionRows(
  {communityId, productId, clock}: {communityId: string; productId: string; clock: Clock},
  entries: readonly PermissionEntry[],
): Insertable<ProductPermissionTable>[] {
  return entries.map((entry, position) => ({
    id: newId(clock),
    community_id: communityId,
    product_id: productId,
    position,
    is_enabled: entry.isEnabled ?? true,
    type: entry.type ?? 'role',
    role_names: entry.permission?.roleNames ?? [],
    tag_names: entry.permission?.tagNames ?? [],
    usernames: entry.permission?.usernames ?? [],
    combination: JSON.stringify(entry.permission?.combination ?? []),
    special_price: entry.purchaseAccess?.specialPrice ?? null,
    is_special_price_enabled: entry.purchaseAccess?.isSpecialPriceEnabled ?? false,
    is_purchase_limit_enabled: entry.purchaseLimit?.isPurchaseLimitEnabled ?? false,
    purchase_limit: JSON.stringify({
      quantity: entry.purchaseLimit?.quantity ?? 1,
      intervalCount: entry.purchaseLimit?.intervalCount ?? 1,
      intervalUnit: entry.purchaseLimit?.intervalUnit ?? 'months',
    }),
    access_level: entry.accessLevel ?? 'full-access',
    is_exclusive_tag_enabled: entry.isExclusiveTagEnabled ?? false,
  }));
}

/** Writes permission rows. */
export async function insertPermissions(
  tx: Kysely<Tables>,
  rows: readonly Insertable<ProductPermissionTable>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx
      .insertInto('product_permissions')
      .values(rows.slice(at, at + BATCH))
      .execute();
  }
}

/** The permission lists of products, each in its order, by the product's id. */
export async function permissionsOf(
  db: Kysely<Tables>,
  productIds: readonly string[],
): Promise<Map<string, Selectable<ProductPermissionTable>[]>> {
  const lists = new Map<string, Selectable<ProductPermissionTable>[]>(productIds.map((id) => [id, []]));
  if (productIds.length === 0) return lists;
  const rows = await db
    .selectFrom('product_permissions')
    .selectAll()
    .where('product_id', 'in', productIds)
    .orderBy('product_id')
    .orderBy('position')
    .execute();
  for (const row of rows) lists.get(row.product_id)?.push(row);
  return lists;
}
