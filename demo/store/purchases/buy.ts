import {type Kysely, type Selectable, sql} from 'kysely';
import type {ProductPermissionTable, ProductTable, PurchaseTable, Tables} from '../database/tables.ts';
import {EVENTS} from '../events/names.ts';
import {emit} from '../events/outbox.ts';
import {notFound, StoreError} from '../http/errors.ts';
import {newId} from '../ids.ts';
import type {Viewer} from '../members/member.ts';
import {admits} from '../products/visibility.ts';
import type {Writer} from '../service.ts';
import {collect, type Information} from './information.ts';
import {before} from './interval.ts';
import {priceAt} from './price.ts';
import {spendVoucher} from './voucher.ts';

/** What somebody wants. */
export interface Wish {
  readonly productID: string;
  readonly userID: string;
  readonly information: Information;
  /** A wish that comes twice under one key is fulfilled once. */
  readonly idempotencyKey: string | undefined;
}

/**
 * Spends one voucher of a product on a member, in one transaction with its event, and returns the purchase's id.
 *
 * Purchases of one product wait for each other (its row is locked first, then the member's, everywhere in this order).
 *
 * @throws {StoreError} 404 for an unknown product or member; 400 for missing information; 403 and 409 with a `reason`.
 */
export async function buy({db, clock, communityId}: Writer, wish: Wish): Promise<string> {
  const now = new Date(clock.now());
  return db.transaction().execute(async (tx) => {
    const product = await lockProduct(tx, communityId, wish.productID);
    const member = await lockMember(tx, communityId, wish.userID);
    const earlier = await findEarlier(tx, wish);
    if (earlier) return earlier.id;

    const collected = collect(wish.information, product.user_information);
    await refuseWhereClosed(tx, communityId);
    const permissions = await permissionsFor(tx, product, member);
    if (
      product.is_product_access_enabled &&
      !permissions.some(({access_level: level}) => level === 'full-access')
    ) {
      throw new StoreError(403, 'This product is not for this member.', {reason: 'not-allowed'});
    }
    for (const permission of permissions) await refuseOverLimit(tx, permission, wish, now);
    const price = priceAt(product, permissions, now.getTime());
    if (member.balance < price) {
      throw new StoreError(409, 'The balance is too low.', {
        reason: 'balance-short',
        // A difference of floats has digits that neither amount had.
        missing: Number((price - member.balance).toFixed(2)),
        detail: `It is ${member.balance}, and the price is ${price}.`,
      });
    }
    const voucher = await spendVoucher(tx, product, now);

    const id = newId(clock);
    const purchase = {
      id,
      community_id: communityId,
      product_id: product.id,
      member_id: member.id,
      voucher_id: voucher.id,
      price,
      status: await statusOf(tx, product),
      information: JSON.stringify(collected),
      idempotency_key: wish.idempotencyKey ?? null,
      created_at: now,
    };
    await tx.insertInto('purchases').values(purchase).execute();
    const sold = sql<number>`total_orders + 1`;
    await tx.updateTable('products').set({total_orders: sold}).where('id', '=', product.id).execute();
    const left = sql<number>`balance - ${price}`;
    await tx.updateTable('members').set({balance: left}).where('id', '=', member.id).execute();
    const payload = {
      purchaseID: id,
      productID: product.id,
      userID: member.id,
      price,
      stocks: product.stocks - 1,
    };
    await emit(tx, communityId, {name: EVENTS.purchaseCreated, payload}, now);
    return id;
  });
}

async function lockProduct(
  tx: Kysely<Tables>,
  communityId: string,
  id: string,
): Promise<Selectable<ProductTable>> {
  const product = await tx
    .selectFrom('products')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('is_archived', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (!product) throw notFound('Product', id);
  return product;
}

async function lockMember(tx: Kysely<Tables>, communityId: string, id: string) {
  const member = await tx
    .selectFrom('members')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!member) throw notFound('Member', id);
  return member;
}

async function findEarlier(
  tx: Kysely<Tables>,
  {productID, userID, idempotencyKey}: Wish,
): Promise<Selectable<PurchaseTable> | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const earlier = await tx
    .selectFrom('purchases')
    .selectAll()
    .where('member_id', '=', userID)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (!earlier || earlier.product_id === productID) return earlier;
  throw new StoreError(409, 'This Idempotency-Key was used for another product.', {
    solution: 'Make a new key for each purchase, and send it again only when that purchase is repeated.',
  });
}

async function refuseWhereClosed(tx: Kysely<Tables>, communityId: string) {
  const {is_enabled: isOpen} = await tx
    .selectFrom('store_configs')
    .select('is_enabled')
    .where('community_id', '=', communityId)
    .executeTakeFirstOrThrow();
  if (!isOpen) throw new StoreError(409, 'The store is closed.', {reason: 'store-closed'});
}

async function permissionsFor(
  tx: Kysely<Tables>,
  product: Selectable<ProductTable>,
  member: Viewer,
): Promise<Selectable<ProductPermissionTable>[]> {
  return tx
    .selectFrom('product_permissions')
    .selectAll()
    .where('product_id', '=', product.id)
    .where(admits(member))
    .execute();
}

async function refuseOverLimit(
  tx: Kysely<Tables>,
  {is_purchase_limit_enabled: isLimited, purchase_limit: limit}: Selectable<ProductPermissionTable>,
  {productID, userID}: Wish,
  now: Date,
) {
  if (!isLimited) return;
  const since = new Date(before(now.getTime(), limit.intervalCount, limit.intervalUnit));
  const {bought} = await tx
    .selectFrom('purchases')
    .select(sql<number>`count(*)::int`.as('bought'))
    .where('product_id', '=', productID)
    .where('member_id', '=', userID)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  if (bought < limit.quantity) return;
  throw new StoreError(409, 'The limit of purchases is reached.', {
    reason: 'limit-reached',
    detail: `At most ${limit.quantity} in ${limit.intervalCount} ${limit.intervalUnit}.`,
  });
}

/** The product's own status, else its category's, else "Completed". */
async function statusOf(tx: Kysely<Tables>, product: Selectable<ProductTable>): Promise<string> {
  const row = await tx
    .selectFrom('products')
    .leftJoin('categories', 'categories.id', 'products.category_id')
    .innerJoin('purchase_statuses', (join) =>
      join.on('purchase_statuses.id', '=', (eb) =>
        eb.fn.coalesce(
          eb
            .case()
            .when('products.is_purchase_status_overridden', '=', true)
            .then(eb.ref('products.purchase_status_id'))
            .end(),
          'categories.default_purchase_status_id',
        ),
      ),
    )
    .select('purchase_statuses.name')
    .where('products.id', '=', product.id)
    .executeTakeFirst();
  return row?.name ?? 'Completed';
}
