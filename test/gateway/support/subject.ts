import {createGateway} from '../../../src/gateway/app.ts';
import {startGateway} from '../../../src/gateway/node.ts';
import {startWorker} from './edge.ts';
import {KEY, SHOP} from './gateway.ts';
import {startUpstream, type UpstreamServer} from './upstream.ts';

/** A gateway somewhere, and the store behind it. */
export interface Subject {
  readonly store: UpstreamServer;
  /** Asks for a path as a page of the shop would, unless the headers say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The hosts that the gateway runs on, each with what starts it there. */
export const HOSTS: Readonly<Record<string, () => Promise<Subject>>> = {
  'as a bare function': async () => {
    const store = await startUpstream();
    const gateway = createGateway({upstream: store.url, key: KEY, origins: [SHOP]});
    return {
      store,
      ask: async (path, init) => gateway.request(`http://gateway.example${path}`, asShop(init)),
      close: () => store.close(),
    };
  },
  'on Node': async () => {
    const store = await startUpstream();
    const gateway = await startGateway({upstream: store.url, key: KEY, origins: [SHOP], port: 0});
    return {
      store,
      ask: (path, init) => fetch(`${gateway.url}${path}`, asShop(init)),
      close: async () => {
        await gateway.close();
        await store.close();
      },
    };
  },
  'on workerd': async () => {
    const store = await startUpstream();
    const worker = await startWorker({
      UPSTREAM_URL: store.url,
      UPSTREAM_KEY: KEY,
      ALLOWED_ORIGINS: SHOP,
      CLIENT_LIMIT: 'off',
    });
    return {
      store,
      ask: (path, init) => fetch(`${worker.url}${path}`, asShop(init)),
      close: async () => {
        await worker.close();
        await store.close();
      },
    };
  },
};

const asShop = (init: RequestInit = {}): RequestInit => ({...init, headers: {Origin: SHOP, ...init.headers}});
