import {createHash, randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {Kysely, sql} from 'kysely';
import {migrate} from '../../../demo/store/database/migrate.ts';
import {type Database, openDatabase} from '../../../demo/store/database/open.ts';
import {OneAtATimePGliteDialect} from '../../../demo/store/database/pglite-dialect.ts';
import type {Tables} from '../../../demo/store/database/tables.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const CACHE = path.join(ROOT, '.cache', 'store-tests');
const MIGRATIONS = path.join(ROOT, 'demo', 'store', 'database', 'migrations');

/**
 * An empty, migrated database for the tests of one process: on the PostgreSQL server of DATABASE_URL, in a schema that
 * goes with it, or else PGlite in memory.
 */
export async function aDatabase(): Promise<Database> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) return openDatabase({dump: await freshDump()});
  const schema = `store_test_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({databaseUrl, schema});
  const close = async () => {
    await sql`drop schema ${sql.ref(schema)} cascade`.execute(database.db);
    await database.close();
  };
  return {...database, close};
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
  const db = new Kysely<Tables>({dialect: new OneAtATimePGliteDialect(pglite)});
  await migrate(db);
  const dump = await pglite.dumpDataDir('none');
  await db.destroy();
  // By renaming: another test process may be making the same file.
  await mkdir(CACHE, {recursive: true});
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, new Uint8Array(await dump.arrayBuffer()));
  await rename(draft, file);
}
