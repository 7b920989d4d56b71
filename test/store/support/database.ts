import {createHash, randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {Kysely, type Logger, PGliteDialect} from 'kysely';
import pg from 'pg';
import {migrate} from '../../../demo/store/database/migrate.ts';
import {type Database, openDatabase} from '../../../demo/store/database/open.ts';
import type {Tables} from '../../../demo/store/database/tables.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const CACHE = path.join(ROOT, '.cache', 'store-tests');
const MIGRATIONS = path.join(ROOT, 'demo', 'store', 'database', 'migrations');

/**
 * An empty, migrated database for the tests of one process: on the PostgreSQL server of DATABASE_URL, in a schema that
 * goes with it, or else PGlite in memory.
 */
export async function aDatabase(log?: Logger): Promise<Database> {
  const {databaseUrl, drop} = await aSchema();
  if (databaseUrl === undefined) return openDatabase({dump: await freshDump(), log});
  const database = await openDatabase({databaseUrl, log});
  const close = async () => {
    await database.close();
    await drop();
  };
  return {...database, close};
}

/** The address of an empty schema on the server of DATABASE_URL, or nothing where there is none. */
export async function aSchema(): Promise<{databaseUrl: string | undefined; drop: () => Promise<void>}> {
  const server = process.env['DATABASE_URL'];
  if (!server) return {databaseUrl: undefined, drop: async () => {}};
  const schema = `store_test_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const client = new pg.Client({connectionString: server});
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {databaseUrl: url.href, drop: () => run(`drop schema ${schema} cascade`)};
}

/** Lays a fresh database into a data folder, which a service then need not make. */
export async function prepareFolder(folder: string): Promise<void> {
  const pglite = await PGlite.create({dataDir: path.join(folder, 'pglite'), loadDataDir: await freshDump()});
  await pglite.close();
}

/** PGlite takes five seconds to make a cluster and one to load it: so it is made once and kept. */
async function freshDump(): Promise<Blob> {
  const sources = await Promise.all(
    (await readdir(MIGRATIONS)).sort().map((name) => readFile(path.join(MIGRATIONS, name))),
  );
  const pglite = await readFile(path.join(ROOT, 'node_modules', '@electric-sql', 'pglite', 'package.json'));
  const hash = createHash('sha256');
  for (const source of [pglite, ...sources]) hash.update(source);
  const file = path.join(CACHE, `${hash.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(file)) await makeDump(file);
  return new Blob([await readFile(file)], {type: 'application/x-tar'});
}

async function makeDump(file: string) {
  const pglite = await PGlite.create();
  const db = new Kysely<Tables>({dialect: new PGliteDialect({pglite})});
  await migrate(db);
  const dump = await pglite.dumpDataDir('none');
  await db.destroy();
  // By renaming: another test process may be making the same file.
  await mkdir(CACHE, {recursive: true});
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, new Uint8Array(await dump.arrayBuffer()));
  await rename(draft, file);
}
