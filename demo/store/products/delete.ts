import {EVENTS} from '../events/names.ts';
import {emit} from '../events/outbox.ts';
import {notFound} from '../http/errors.ts';
import type {Writer} from '../service.ts';

/** Deletes a product with its vouchers and permissions. @throws {StoreError} 404 where there is none of that id. */
export async function deleteProduct({db, clock, communityId}: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const {numDeletedRows} = await tx
      .deleteFrom('products')
      .where('community_id', '=', communityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw notFound('Product', id);
    const payload = {productIDs: [id]};
    await emit(tx, communityId, {name: EVENTS.productDeleted, payload}, new Date(clock.now()));
  });
}
