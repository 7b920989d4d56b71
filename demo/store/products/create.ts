import {invalid, type Problem} from '../http/errors.ts';
import {toDate} from '../http/validate.ts';
import {newId} from '../ids.ts';
import type {EventName} from '../events/names.ts';
import {emit} from '../events/outbox.ts';
import type {Writer} from '../service.ts';
import {newColumns, textColumns} from './columns.ts';
import type {NewProduct} from './input.ts';
import {insertPermissions, permissionRows} from './permissions.ts';
import {readNames} from './lookup.ts';
import {describe, resolveReferences} from './references.ts';
import {appendVouchers, type Codes, refuseRepeatedCodes} from './vouchers.ts';

/**
 * Creates products, all or none, in one transaction with their event, and returns their ids in order.
 *
 * @throws {StoreError} 400 for names that mean nothing in this community, 409 for a voucher code that stands twice.
 */
export async function createProducts(
  {db, clock, communityId}: Writer,
  bodies: readonly NewProduct[],
  {event, pathOf}: {event: EventName; pathOf: (index: number) => string},
): Promise<string[]> {
  const now = new Date(clock.now());
  const ids = bodies.map(() => newId(clock));
  const uploads = bodies.map(({vouchers = [], voucherExpireDate}, index): Codes => ({
    productId: ids[index]!,
    codes: vouchers,
    expiresAt: toDate(voucherExpireDate),
    path: `${pathOf(index)}vouchers`,
  }));

  await db.transaction().execute(async (tx) => {
    const names = await readNames(tx, communityId);
    const problems: Problem[] = [];
    const rows = bodies.map((body, index) => {
      problems.push(...describe(body, pathOf(index)));
      const resolved = resolveReferences(body, names, pathOf(index), problems);
      return newColumns(body, resolved, {id: ids[index]!, communityId, now});
    });
    if (problems.length > 0) throw invalid(problems);
    refuseRepeatedCodes(uploads);

    await tx.insertInto('products').values(rows).execute();
    const texts = bodies.map((body, index) =>
      textColumns({
        id: ids[index]!,
        community_id: communityId,
        name: body.name,
        description: body.description ?? '',
        i18n: body.i18n ?? {},
      }),
    );
    await tx.insertInto('product_texts').values(texts).execute();
    await appendVouchers(tx, communityId, uploads, now);
    const permissions = bodies.flatMap(({productPermission = []}, index) =>
      permissionRows({communityId, productId: ids[index]!, clock}, productPermission),
    );
    await insertPermissions(tx, permissions);
    await emit(tx, communityId, {name: event, payload: {productIDs: ids}}, now);
  });
  return ids;
}
