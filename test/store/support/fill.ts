import {type Kysely, sql} from 'kysely';
import type {Tables} from '../../../demo/store/database/tables.ts';
import {newColumns, textColumns} from '../../../demo/store/products/columns.ts';
import {aProductOfMany} from './many.ts';

/** Texts of which the filled products take turns. */
const TEXTS = 500;

/**
 * Puts products into a community by SQL alone, in seconds where the API takes minutes: for looking at plans, not at
 * behaviour. They lie in the categories in turn; every tenth has a voucher, every 200th is restricted.
 */
export async function fill(
  db: Kysely<Tables>,
  {
    communityId,
    categoryIds,
    products,
  }: {communityId: string; categoryIds: readonly string[]; products: number},
): Promise<void> {
  const now = new Date(Date.UTC(2026, 3, 28));
  const samples = Array.from({length: TEXTS}, (_, at) => {
    const body = aProductOfMany(at, ['']);
    const row = newColumns(body, {categoryId: null, statusId: null}, {id: '', communityId, now});
    return {
      ...row,
      ...textColumns({
        id: '',
        community_id: communityId,
        name: body.name,
        description: body.description,
        i18n: {},
      }),
    };
  });
  const [sample] = samples;

  await db.transaction().execute(async (tx) => {
    // Building an index over all rows at once takes a fraction of what it takes row by row.
    const {rows: indexes} = await sql<{name: string; definition: string}>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid in ('products'::regclass, 'product_texts'::regclass) and not indisunique`.execute(tx);
    for (const {name} of indexes) await sql.raw(`drop index ${name}`).execute(tx);
    await sql`create temporary table samples on commit drop as
      select * from jsonb_to_recordset(${JSON.stringify(samples.map(({name, description, grams}, n) => ({n, name, description, grams})))}::jsonb)
        as t (n integer, name text, description text, grams integer[])`.execute(tx);
    await sql`insert into products (id, community_id, category_id, name, name_key, description, image, price, type,
        is_discount_enabled, user_information, should_prioritise_expiring_vouchers, should_display_remaining_quantity,
        expiring_voucher_highlight, is_archived, total_orders, display_order, redemption_instructions, i18n,
        custom_options, is_product_access_enabled, is_purchase_status_overridden, created_at, updated_at)
      select lpad(to_hex(i), 24, '0'), ${communityId}, (${categoryIds}::text[])[i % ${categoryIds.length} + 1],
        samples.name || ' ' || i, samples.name || ' ' || i, '<p>' || samples.description || '</p>', '/pictures/a.svg',
        (i * 7919) % 10007, case when i % 97 = 0 then 'goods' else 'voucher' end, false, ${sample!.user_information}::jsonb,
        false, true, ${sample!.expiring_voucher_highlight}::jsonb, i % 50 = 0, (i * 31) % 1009, (i * 17) % 1013, '',
        '{}', '{}', i % 200 = 1, false, ${now}::timestamptz + i * interval '1 second',
        ${now}::timestamptz + ((i * 7907) % 100003) * interval '1 second'
      from generate_series(1, ${products}::integer) as i join samples on samples.n = i % ${TEXTS}`.execute(
      tx,
    );
    await sql`insert into product_texts (product_id, community_id, name, description, grams)
      select lpad(to_hex(i), 24, '0'), ${communityId}, samples.name || ' ' || i, samples.description, samples.grams
      from generate_series(1, ${products}::integer) as i join samples on samples.n = i % ${TEXTS}`.execute(
      tx,
    );
    await sql`insert into vouchers (community_id, product_id, code, created_at)
      select ${communityId}, lpad(to_hex(i), 24, '0'), 'code', ${now}::timestamptz
      from generate_series(1, ${products}::integer, 10) as i`.execute(tx);
    await sql`insert into product_permissions (id, community_id, product_id, position, is_enabled, type, role_names,
        tag_names, usernames, combination, is_special_price_enabled, is_purchase_limit_enabled, purchase_limit,
        access_level, is_exclusive_tag_enabled)
      select 'p' || i, ${communityId}, lpad(to_hex(i), 24, '0'), 0, true, 'role', array['VIP'], '{}', '{}', '[]', false,
        false, '{}', 'full-access', false
      from generate_series(1, ${products}::integer, 200) as i`.execute(tx);
    for (const {definition} of indexes) await sql.raw(definition).execute(tx);
  });
  await sql`vacuum (analyze) products, product_texts, vouchers, product_permissions`.execute(db);
}
