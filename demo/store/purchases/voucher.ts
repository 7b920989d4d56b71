import {type Kysely, type Selectable, sql} from 'kysely';
import type {ProductTable, Tables, VoucherTable} from '../database/tables.ts';
import {StoreError} from '../http/errors.ts';

/**
 * Spends the product's next voucher: the one that expires first where the product says so, else the oldest. Expired ones
 * are never spent.
 *
 * @throws {StoreError} 409 where none is left.
 */
export async function spendVoucher(
  tx: Kysely<Tables>,
  product: Selectable<ProductTable>,
  now: Date,
): Promise<Selectable<VoucherTable>> {
  const next = tx
    .selectFrom('vouchers')
    .select('id')
    .where('product_id', '=', product.id)
    .where('spent_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .$if(product.should_prioritise_expiring_vouchers, (query) =>
      query.orderBy('expires_at', (order) => order.asc().nullsLast()),
    )
    .orderBy('id')
    .limit(1);
  const voucher = await tx
    .updateTable('vouchers')
    .set({spent_at: now})
    .where('id', '=', sql<string>`(${next})`)
    .returningAll()
    .executeTakeFirst();
  if (voucher) return voucher;
  throw new StoreError(409, 'This product is sold out.', {
    reason: 'sold-out',
    ...(product.stocks > 0 && {detail: 'The vouchers that are left have expired.'}),
  });
}
