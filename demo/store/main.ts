import path from 'node:path';
import {startStore} from './server.ts';

/** Runs the store service until SIGINT or SIGTERM. Settings: STORE_PORT, STORE_API_KEY, DATABASE_URL, DATA_DIR. */
async function main() {
  const {STORE_PORT = '4100', STORE_API_KEY = 'demo-store-key', DATABASE_URL, DATA_DIR} = process.env;
  const port = Number(STORE_PORT);
  if (!/^\d+$/.test(STORE_PORT) || port > 65_535) {
    throw new Error(`STORE_PORT is "${STORE_PORT}". Set it to a port from 0 to 65535.`);
  }
  const store = await startStore({
    port,
    apiKey: STORE_API_KEY,
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR ?? path.join(import.meta.dirname, '..', '..', '.data', 'store'),
  });
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= store.close().then(() => process.exit(0));
    });
  }
  console.log(`Store API: ${store.url}/v1`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
