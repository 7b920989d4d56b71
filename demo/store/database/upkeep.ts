import {type Kysely, sql} from 'kysely';
import type {Tables} from './tables.ts';

/** Fewer written rows than this are never worth a look. */
const LEAST = 500;

/**
 * Keeps the planner's statistics near the truth, and the pages clean, after many writes: PGlite has no autovacuum, and
 * a server's comes too late for a list that is asked for right after a large import.
 */
export class Upkeep {
  readonly #db: Kysely<Tables>;
  #written = 0;
  #rows: number | undefined;
  #running: Promise<void> | undefined;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Tells of written products. Now and then (whenever they are as many as there were before) it looks after the tables. */
  wrote(products: number): void {
    this.#written += products;
    if (this.#running || this.#written < LEAST + (this.#rows ?? 0)) return;
    // A failure costs speed, never a result: the next writes try again.
    this.#running = this.#run()
      .catch(() => {})
      .finally(() => (this.#running = undefined));
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#rows ??= await this.#countOfRows();
    if (this.#written < LEAST + this.#rows) return;
    this.#written = 0;
    await sql`vacuum (analyze) products, product_texts, vouchers, product_permissions`.execute(this.#db);
    this.#rows = await this.#countOfRows();
  }

  async #countOfRows(): Promise<number> {
    const {rows} = await sql<{rows: number}>`
      select greatest(reltuples, 0)::float8 as rows from pg_class where oid = 'products'::regclass`.execute(
      this.#db,
    );
    return rows[0]!.rows;
  }
}
