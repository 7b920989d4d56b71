import {rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Settings} from './settings.ts';
import {lockFolder} from './store/database/lock.ts';
import {openDatabase} from './store/database/open.ts';

/**
 * Removes the demo's data, so that the next start imports the catalogue anew. Returns a sentence that says what was done.
 * On a PostgreSQL server the tables stay, empty.
 *
 * @throws Where the data is in use, or the database cannot be reached.
 */
export async function resetData({databaseUrl, dataDir}: Settings): Promise<string> {
  if (databaseUrl !== undefined) {
    const database = await openDatabase({databaseUrl});
    try {
      // What stands in the other tables belongs to a community and goes with it.
      await database.db.deleteFrom('communities').execute();
    } finally {
      await database.close();
    }
    return 'Emptied the demo’s tables in the database that DATABASE_URL names.';
  }
  if (dataDir === undefined) return 'There is no data to remove.';
  const unlock = lockFolder(dataDir);
  try {
    rmSync(join(dataDir, 'pglite'), {recursive: true, force: true});
  } finally {
    unlock();
  }
  return `Removed the data in ${dataDir}.`;
}
