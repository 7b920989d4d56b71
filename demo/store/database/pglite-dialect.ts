import type {PGlite} from '@electric-sql/pglite';
import {type DatabaseConnection, type Driver, PGliteDialect, PGliteDriver} from 'kysely';

/**
 * Kysely's dialect for PGlite, with its single connection lent to one borrower at a time.
 *
 * PGlite is one connection, and Kysely's own driver hands it to everybody at once: a query beside an open transaction
 * would run inside it, and a second transaction would end the first.
 */
export class OneAtATimePGliteDialect extends PGliteDialect {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super({pglite});
    this.#pglite = pglite;
  }

  override createDriver(): Driver {
    return new QueueingDriver({pglite: this.#pglite});
  }
}

class QueueingDriver extends PGliteDriver {
  #last: Promise<void> = Promise.resolve();
  #giveBack: (() => void) | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let giveBack!: () => void;
    this.#last = new Promise((resolve) => (giveBack = resolve));
    await before;
    this.#giveBack = giveBack;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    this.#giveBack?.();
  }
}
