import {type Kysely, sql} from 'kysely';

/** What the demo adds to the partner API: members, who see, buy and pay, and their purchases. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table members (
    id text collate "C" primary key,
    community_id text not null references communities on delete cascade,
    username text not null,
    roles text[] not null,
    tags text[] not null,
    balance double precision not null check (balance >= 0),
    created_at timestamptz not null,
    unique (community_id, username)
  )`,

  `create table purchases (
    id text collate "C" primary key,
    community_id text not null references communities on delete cascade,
    product_id text collate "C" not null references products on delete cascade,
    member_id text collate "C" not null references members on delete cascade,
    voucher_id bigint not null unique references vouchers on delete cascade,
    price double precision not null,
    status text not null,
    information jsonb not null,
    idempotency_key text,
    created_at timestamptz not null,
    unique (member_id, idempotency_key)
  )`,
  `create index on purchases (product_id, member_id, created_at)`,
  `create index on purchases (community_id)`,

  // Heard at the end of the transaction, by every service on this database.
  `create function announce_outbox() returns trigger language plpgsql as $$
  begin
    perform pg_notify('store_outbox', new.community_id);
    return null;
  end $$`,
  `create trigger announce_outbox after insert on outbox for each row execute function announce_outbox()`,
];
