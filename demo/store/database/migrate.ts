import type {Kysely} from 'kysely';
import {Migrator} from 'kysely/migration';
import * as catalogue from './migrations/0001-catalogue.ts';
import * as demo from './migrations/0002-demo.ts';
import type {Tables} from './tables.ts';

/** Every migration, in the order of their names. One that has been published is never edited: add the next. */
const migrations = {'0001-catalogue': catalogue, '0002-demo': demo};

/** Applies the migrations that this database lacks; safe when several services start on one server at once. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({db, provider: {getMigrations: async () => migrations}});
  const {error, results} = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({status}) => status === 'Error')?.migrationName;
  throw new Error(`The store's database could not be brought up to date${failed ? ` (${failed})` : ''}.`, {
    cause: error,
  });
}
