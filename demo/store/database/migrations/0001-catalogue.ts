import {type Kysely, sql} from 'kysely';

/** Everything that the Store API reads and writes, with an index for each of its questions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Sort columns of the product list. Each has an index that gives a community's list in order, id deciding. */
const sortColumns = [
  'display_order',
  'name_key',
  'price',
  'created_at',
  'updated_at',
  'total_orders',
  'stocks',
];

/** "C" everywhere that order matters: the same on every server, whatever its locale. */
const statements = [
  `create table communities (
    id text primary key,
    name text not null,
    created_at timestamptz not null
  )`,

  `create table api_keys (
    id text primary key,
    community_id text not null references communities on delete cascade,
    label text not null,
    key_hash text not null unique,
    permissions text[] not null,
    expires_at timestamptz,
    created_at timestamptz not null
  )`,
  `create index on api_keys (community_id)`,

  `create table purchase_statuses (
    id text primary key,
    community_id text not null references communities on delete cascade,
    name text not null,
    unique (community_id, name)
  )`,

  `create table categories (
    id text collate "C" primary key,
    community_id text not null references communities on delete cascade,
    name text not null,
    name_key text collate "C" not null,
    cover_image text not null,
    should_show_cover boolean not null,
    is_archived boolean not null,
    view_type text not null,
    display_order integer not null,
    category_permission jsonb not null,
    i18n jsonb not null,
    default_purchase_status_id text references purchase_statuses on delete set null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (community_id, name)
  )`,
  ...['display_order', 'name_key', 'created_at', 'updated_at'].map(
    (column) => `create index on categories (community_id, ${column}, id)`,
  ),
  `create index on categories (default_purchase_status_id)`,

  `create table products (
    id text collate "C" primary key,
    community_id text not null references communities on delete cascade,
    category_id text collate "C" references categories on delete set null,
    name text not null,
    name_key text collate "C" not null,
    description text not null,
    image text not null,
    price double precision not null,
    type text collate "C" not null,
    discount_price double precision,
    is_discount_enabled boolean not null,
    discount_start_date timestamptz,
    discount_end_date timestamptz,
    user_information jsonb not null,
    should_prioritise_expiring_vouchers boolean not null,
    should_display_remaining_quantity boolean not null,
    expiring_voucher_highlight jsonb not null,
    is_archived boolean not null,
    stocks integer not null default 0,
    total_orders integer not null,
    display_order integer not null,
    redemption_instructions text not null,
    i18n jsonb not null,
    custom_options jsonb not null,
    is_product_access_enabled boolean not null,
    is_purchase_status_overridden boolean not null,
    purchase_status_id text references purchase_statuses on delete set null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  ...sortColumns.flatMap((column) => [
    `create index on products (community_id, ${column}, id) where not is_archived`,
    `create index on products (category_id, ${column}, id) where not is_archived`,
  ]),
  `create index on products (community_id, type, display_order, id) where not is_archived`,
  `create index on products (community_id, id) where not is_archived and is_product_access_enabled`,
  `create index on products (category_id)`,
  `create index on products (purchase_status_id)`,

  `create table product_texts (
    product_id text collate "C" primary key references products on delete cascade,
    community_id text not null,
    name text collate "C" not null,
    description text collate "C" not null,
    grams integer[] not null
  )`,
  `create index on product_texts using gin (grams)`,

  `create table vouchers (
    id bigint generated always as identity primary key,
    community_id text not null references communities on delete cascade,
    product_id text collate "C" not null references products on delete cascade,
    code text not null,
    expires_at timestamptz,
    spent_at timestamptz,
    created_at timestamptz not null,
    unique (product_id, code)
  )`,
  `create index on vouchers (product_id, id) where spent_at is null`,
  `create index on vouchers (product_id, expires_at, id) where spent_at is null`,

  `create table product_permissions (
    id text primary key,
    community_id text not null references communities on delete cascade,
    product_id text collate "C" not null references products on delete cascade,
    position integer not null,
    is_enabled boolean not null,
    type text not null,
    role_names text[] not null,
    tag_names text[] not null,
    usernames text[] not null,
    combination jsonb not null,
    special_price double precision,
    is_special_price_enabled boolean not null,
    is_purchase_limit_enabled boolean not null,
    purchase_limit jsonb not null,
    access_level text not null,
    is_exclusive_tag_enabled boolean not null,
    unique (product_id, position)
  )`,

  `create table store_configs (
    id text primary key,
    community_id text not null unique references communities on delete cascade,
    is_enabled boolean not null,
    title text not null,
    description text not null,
    cover jsonb not null,
    currency jsonb not null,
    i18n jsonb not null,
    widget jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,

  `create table outbox (
    id bigint generated always as identity primary key,
    community_id text not null references communities on delete cascade,
    name text not null,
    payload jsonb not null,
    created_at timestamptz not null
  )`,
  `create index on outbox (community_id, id)`,

  // Stocks: what is unspent, whoever inserts, spends or deletes vouchers, and however.
  `create function keep_stocks() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      update products set stocks = stocks + d.n from
        (select product_id, count(*)::int as n from new_rows where spent_at is null group by 1) d
      where products.id = d.product_id;
    elsif tg_op = 'DELETE' then
      update products set stocks = stocks - d.n from
        (select product_id, count(*)::int as n from old_rows where spent_at is null group by 1) d
      where products.id = d.product_id;
    else
      update products set stocks = stocks + d.n from
        (select product_id, sum(n)::int as n from (
          select product_id, 1 as n from new_rows where spent_at is null
          union all select product_id, -1 from old_rows where spent_at is null) c
        group by 1 having sum(n) <> 0) d
      where products.id = d.product_id;
    end if;
    return null;
  end $$`,
  ...statementTriggers('vouchers', 'keep_stocks'),

  `create table product_counts (
    community_id text not null references communities on delete cascade,
    category_id text not null,
    type text not null,
    active integer not null,
    primary key (community_id, category_id, type)
  )`,
  `create function keep_product_counts() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      insert into product_counts as c
        select community_id, coalesce(category_id, ''), type, count(*)::int from new_rows
        where not is_archived group by 1, 2, 3 order by 1, 2, 3
      on conflict (community_id, category_id, type) do update set active = c.active + excluded.active;
    elsif tg_op = 'DELETE' then
      update product_counts c set active = c.active - d.n from
        (select community_id, coalesce(category_id, '') as category_id, type, count(*)::int as n from old_rows
        where not is_archived group by 1, 2, 3 order by 1, 2, 3) d
      where c.community_id = d.community_id and c.category_id = d.category_id and c.type = d.type;
    else
      insert into product_counts as c
        select community_id, category_id, type, sum(n)::int from (
          select community_id, coalesce(category_id, '') as category_id, type, 1 as n from new_rows
          where not is_archived
          union all
          select community_id, coalesce(category_id, ''), type, -1 from old_rows where not is_archived) d
        group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
      on conflict (community_id, category_id, type) do update set active = c.active + excluded.active;
    end if;
    return null;
  end $$`,
  ...statementTriggers('products', 'keep_product_counts'),
];

/** Once a statement, not once a row: a batch of a hundred costs one update. */
function statementTriggers(table: string, name: string): string[] {
  const referencing = {
    insert: 'new table as new_rows',
    delete: 'old table as old_rows',
    update: 'old table as old_rows new table as new_rows',
  };
  return Object.entries(referencing).map(
    ([event, tables]) =>
      `create trigger ${name}_on_${event} after ${event} on ${table} referencing ${tables}
       for each statement execute function ${name}()`,
  );
}
