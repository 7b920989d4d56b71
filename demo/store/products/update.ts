import type {Selectable} from 'kysely';
import type {ProductTable} from '../database/tables.ts';
import {invalid, type Problem, StoreError} from '../http/errors.ts';
import {toDate} from '../http/validate.ts';
import type {EventName} from '../events/names.ts';
import {emit} from '../events/outbox.ts';
import type {Writer} from '../service.ts';
import {changedColumns, textColumns} from './columns.ts';
import type {ProductChange} from './input.ts';
import {readNames} from './lookup.ts';
import {insertPermissions, permissionRows} from './permissions.ts';
import {describe, resolveReferences} from './references.ts';
import {appendVouchers, type Codes, refuseRepeatedCodes} from './vouchers.ts';

/** One product and what is to change of it. */
export interface Change {
  readonly id: string;
  readonly body: ProductChange;
  /** What stands before a member's name in errors: '' or `[3].`. */
  readonly path: string;
}

/**
 * Changes products, all or none, in one transaction with their event. Vouchers are appended; a permission list
 * replaces the one before.
 *
 * @throws {StoreError} 404 for a product that is not there, 400 and 409 as for creating.
 */
export async function updateProducts(
  {db, clock, communityId}: Writer,
  changes: readonly Change[],
  event: EventName,
): Promise<void> {
  refuseRepeatedProducts(changes);
  const now = new Date(clock.now());
  const uploads = changes.map(({id, body, path}): Codes => ({
    productId: id,
    codes: body.vouchers ?? [],
    expiresAt: toDate(body.voucherExpireDate),
    path: `${path}vouchers`,
  }));

  await db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('products')
      .selectAll()
      .where('community_id', '=', communityId)
      .where(
        'id',
        'in',
        changes.map(({id}) => id),
      )
      // In one order everywhere, so that two updates of the same products wait for each other instead of deadlocking.
      .orderBy('id')
      .forUpdate()
      .execute();
    const before = new Map(rows.map((row) => [row.id, row]));
    refuseUnknown(changes, before);

    const names = await readNames(tx, communityId);
    const problems: Problem[] = [];
    const columns = changes.map(({id, body, path}) => {
      problems.push(...describe(body, path));
      return changedColumns(body, resolveReferences(body, names, path, problems), before.get(id)!);
    });
    if (problems.length > 0) throw invalid(problems);
    refuseRepeatedCodes(uploads);

    for (const [index, {id, body}] of changes.entries()) {
      const row = await tx
        .updateTable('products')
        .set({...columns[index], updated_at: now})
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      if (body.name !== undefined || body.description !== undefined || body.i18n !== undefined) {
        const {name, description, grams} = textColumns(row);
        await tx
          .updateTable('product_texts')
          .set({name, description, grams})
          .where('product_id', '=', id)
          .execute();
      }
      if (body.productPermission) {
        await tx.deleteFrom('product_permissions').where('product_id', '=', id).execute();
        await insertPermissions(
          tx,
          permissionRows({communityId, productId: id, clock}, body.productPermission),
        );
      }
    }
    await appendVouchers(tx, communityId, uploads, now);
    await emit(tx, communityId, {name: event, payload: {productIDs: changes.map(({id}) => id)}}, now);
  });
}

function refuseRepeatedProducts(changes: readonly Change[]) {
  const problems = changes
    .filter(({id}, at) => changes.findIndex((one) => one.id === id) !== at)
    .map(({id, path}): Problem => ({path: `${path}productID`, value: id, expected: 'each product once'}));
  if (problems.length > 0) throw invalid(problems);
}

function refuseUnknown(changes: readonly Change[], known: ReadonlyMap<string, Selectable<ProductTable>>) {
  const problems = changes
    .filter(({id}) => !known.has(id))
    .map(({id, path}): Problem => ({
      path: `${path}productID`,
      value: id,
      expected: 'the id of a product of this community',
    }));
  if (problems.length === 0) return;
  throw new StoreError(404, 'Product not found.', {
    detail: `No product has the id ${problems.map(({value}) => String(value)).join(', ')}.`,
    problems,
  });
}
