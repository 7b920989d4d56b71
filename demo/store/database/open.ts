import path from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {Kysely, type Logger, PGliteDialect, PostgresDialect} from 'kysely';
import pg from 'pg';
import type {Listen} from '../events/bell.ts';
import {lockFolder} from './lock.ts';
import {migrate} from './migrate.ts';
import {listenInPGlite, listenOnPostgres} from './notifications.ts';
import type {Tables} from './tables.ts';
import {Upkeep} from './upkeep.ts';

/** The service's database, of either kind, with every migration applied. */
export interface Database {
  readonly kind: 'PGlite' | 'PostgreSQL';
  readonly db: Kysely<Tables>;
  /** Listens for events that any service on this database has written. */
  readonly listen: Listen;
  readonly upkeep: Upkeep;
  /** Ends all connections and gives back the data folder. */
  close(): Promise<void>;
}

/** Where the data lives. Without any of these: PGlite in memory, gone at the end. */
export interface DatabaseOptions {
  /** A PostgreSQL server, `postgres://…`. It wins over `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** A folder for PGlite. */
  readonly dataDir?: string | undefined;
  /** A dump made by PGlite's `dumpDataDir`, from which a database in memory starts. */
  readonly dump?: Blob | undefined;
  /** Told of every statement that is executed. */
  readonly log?: Logger | undefined;
}

/** The PostgreSQL server does not answer, or refuses. The address, which may hold a password, is not repeated. */
export class DatabaseUnreachableError extends Error {
  constructor(cause: unknown) {
    const {message, code} = cause as {message?: string; code?: string};
    super(
      `The PostgreSQL server of DATABASE_URL cannot be used (${[code, message].filter(Boolean).join(': ')}). ` +
        'Start it, correct DATABASE_URL, or unset it to use the database inside the process.',
      {cause},
    );
    this.name = 'DatabaseUnreachableError';
  }
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws {FolderInUseError} when another process has the data folder.
 * @throws {DatabaseUnreachableError} when the server cannot be used.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const database = options.databaseUrl
    ? await openPostgres(options.databaseUrl, options.log)
    : await openPGlite(options);
  try {
    await migrate(database.db);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function openPGlite({dataDir, dump, log}: DatabaseOptions): Promise<Database> {
  const unlock = dataDir === undefined ? () => {} : lockFolder(path.resolve(dataDir));
  try {
    // A folder of its own below ours: PGlite wants an empty one to begin with, and ours holds the lock.
    const folder = dataDir === undefined ? undefined : path.resolve(dataDir, 'pglite');
    const pglite = await PGlite.create({
      ...(folder !== undefined && {dataDir: folder}),
      ...(dump && {loadDataDir: dump}),
    });
    const db = new Kysely<Tables>({dialect: new PGliteDialect({pglite}), ...(log && {log})});
    const upkeep = new Upkeep(db);
    const close = async () => {
      await upkeep.settled();
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      unlock();
    };
    return {kind: 'PGlite', db, upkeep, listen: listenInPGlite(pglite), close};
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openPostgres(connectionString: string, log: Logger | undefined): Promise<Database> {
  const pool = new pg.Pool({connectionString, max: 10});
  // A connection that the server drops while idle is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseUnreachableError(error);
  }
  const db = new Kysely<Tables>({dialect: new PostgresDialect({pool}), ...(log && {log})});
  const upkeep = new Upkeep(db);
  const close = async () => {
    await upkeep.settled();
    await db.destroy();
  };
  return {kind: 'PostgreSQL', db, upkeep, listen: listenOnPostgres(connectionString), close};
}
