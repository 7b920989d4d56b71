import {type Kysely, sql} from 'kysely';
import type {Tables} from '../database/tables.ts';
import {conflict, type Problem} from '../http/errors.ts';

/** Codes that go to one product, in the order in which they are spent. */
export interface Codes {
  readonly productId: string;
  readonly codes: readonly string[];
  readonly expiresAt: Date | null;
  /** The path of the list in the request, for errors. */
  readonly path: string;
}

/** @throws {StoreError} 409 that names each code that stands twice in what is sent, whichever products they are for. */
export function refuseRepeatedCodes(uploads: readonly Codes[]): void {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const {codes, path} of uploads) {
    for (const code of codes) {
      if (seen.has(code))
        problems.push({path, value: code, expected: 'each voucher code once in what is sent'});
      seen.add(code);
    }
  }
  if (problems.length > 0)
    throw conflict(`The voucher code ${problems[0]!.value as string} stands twice.`, problems);
}

/**
 * Appends codes to their products.
 *
 * @throws {StoreError} 409 that names each code that its product has already, spent ones too.
 */
export async function appendVouchers(
  tx: Kysely<Tables>,
  communityId: string,
  uploads: readonly Codes[],
  now: Date,
): Promise<void> {
  const rows = uploads.flatMap(({productId, codes, expiresAt}) =>
    codes.map((code) => ({productId, code, expiresAt})),
  );
  if (rows.length === 0) return;
  const known = await sql<{product_id: string; code: string}>`
    insert into vouchers (community_id, product_id, code, expires_at, created_at)
    select ${communityId}, u.product_id, u.code, u.expires_at, ${now}
    from unnest(
      ${rows.map((row) => row.productId)}::text[],
      ${rows.map((row) => row.code)}::text[],
      ${rows.map((row) => row.expiresAt)}::timestamptz[]
    ) with ordinality as u (product_id, code, expires_at, place)
    order by u.place
    on conflict (product_id, code) do nothing
    returning product_id, code`.execute(tx);
  if (known.rows.length === rows.length) return;

  const inserted = new Set(known.rows.map(({product_id, code}) => `${product_id} ${code}`));
  const problems = uploads.flatMap(({productId, codes, path}) =>
    codes
      .filter((code) => !inserted.has(`${productId} ${code}`))
      .map((code): Problem => ({path, value: code, expected: 'codes that the product does not have yet'})),
  );
  throw conflict(`The product already has the voucher code ${problems[0]!.value as string}.`, problems);
}
