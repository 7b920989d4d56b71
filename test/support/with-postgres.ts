/**
 * Runs `node` with the given arguments and DATABASE_URL at a PostgreSQL server of its own:
 * `node --import tsx test/support/with-postgres.ts --import tsx --test test/store/csv.test.ts`.
 *
 * Where there is no PostgreSQL it says so, runs nothing and exits with 77.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {NoPostgresError, type Postgres, startPostgres} from './postgres.ts';

/** What a step that cannot run here exits with; `scripts/test.mjs` counts it. */
const SKIPPED = 77;

async function main(): Promise<number> {
  let postgres: Postgres;
  try {
    postgres = await startPostgres();
  } catch (error) {
    if (!(error instanceof NoPostgresError)) throw error;
    console.log(`Skipped: ${error.message}`);
    return SKIPPED;
  }
  console.log(postgres.version);
  try {
    const env = {...process.env, DATABASE_URL: postgres.url};
    const child = spawn(process.execPath, process.argv.slice(2), {stdio: 'inherit', env});
    // Ctrl-C reaches the child by the terminal; this process waits for it and then stops the server.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  } finally {
    await postgres.stop();
  }
}

process.exitCode = await main();
