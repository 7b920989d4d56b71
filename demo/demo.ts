import {join} from 'node:path';
import {startGateway} from '../src/gateway/node.ts';
import {originsOf, startPages} from './pages/server.ts';
import type {Settings} from './settings.ts';
import {importCatalogue, needsCatalogue} from './store/import.ts';
import {DEMO_MEMBERS} from './store/members/seed.ts';
import {startStore} from './store/server.ts';

/**
 * For how long the demo's gateway keeps an answer, in ms: a fallen stock is soon on every screen. After that it asks the
 * store before it answers; a gateway for the public would rather serve the older answer meanwhile.
 */
const FRESHNESS = 2_000;

/** Who is signed in on the partner's pages. */
const [ALEX] = DEMO_MEMBERS;

/** A server of the demo. */
export interface RunningServer {
  /** Its origin. */
  readonly url: string;
  close(): Promise<void>;
}

/** The three servers of the demo, each on an origin of its own. */
export interface Demo {
  readonly store: RunningServer;
  readonly gateway: RunningServer;
  readonly pages: RunningServer;
  /** Ends all three; the data stays where it is kept. */
  close(): Promise<void>;
}

/**
 * Starts the store service, the gateway and the pages, and imports the demo's catalogue on the first start.
 *
 * @throws What kept one of them from starting; those that had started are closed again.
 */
export async function startDemo({
  apiKey,
  databaseUrl,
  dataDir,
  origins = [],
  ...ports
}: Settings): Promise<Demo> {
  const running: RunningServer[] = [];
  const started = <Server extends RunningServer>(server: Server) => {
    running.unshift(server);
    return server;
  };
  const close = async () => {
    for (const server of running) await server.close();
  };
  try {
    const store = started(await startStore({port: ports.storePort, apiKey, databaseUrl, dataDir}));
    const target = {url: `${store.url}/v1`, apiKey};
    if (await needsCatalogue(target)) await importCatalogue(target);
    // The pages name the gateway, and the gateway lets in the pages: they listen first, and learn its address then.
    const addresses = {store: store.url, gateway: ''};
    const account = {memberID: ALEX.id, name: 'Alex', apiKey};
    const pages = started(await startPages(ports.pagesPort, () => addresses, account));
    const gateway = started(
      await startGateway({
        port: ports.gatewayPort,
        upstream: `${store.url}/v1`,
        key: apiKey,
        origins: [...originsOf(pages.url), ...origins],
        lifetimes: {fresh: FRESHNESS, stale: FRESHNESS},
        widgetDir: join(import.meta.dirname, '../dist'),
      }),
    );
    addresses.gateway = gateway.url;
    return {store, gateway, pages, close};
  } catch (error) {
    await close();
    throw error;
  }
}
