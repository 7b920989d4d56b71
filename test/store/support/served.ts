import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer} from '@hono/node-server';
import {aStore, type TestStore} from './store.ts';

/** A store that also listens on a free port of 127.0.0.1. */
export interface ServedStore extends TestStore {
  readonly url: string;
  /** Asks over the network, with the community's key. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  stop(): void;
}

/** Serves a store with a community of its own. */
export async function aServedStore(): Promise<ServedStore> {
  const store = await aStore();
  const server = createAdaptorServer({fetch: store.app.fetch}) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...store,
    url,
    ask: (path, init = {}) =>
      fetch(url + path, {...init, headers: {Authorization: `Bearer ${store.apiKey}`, ...init.headers}}),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
