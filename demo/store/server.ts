import type {AddressInfo} from 'node:net';
import {createAdaptorServer} from '@hono/node-server';
import type {Hono} from 'hono';
import type {Server} from 'node:http';
import {createApp} from './app.ts';
import {type Clock, systemClock} from './clock.ts';
import {openDatabase} from './database/open.ts';
import {Bell} from './events/bell.ts';
import {ensureCommunity} from './keys.ts';
import {seedMembers} from './members/seed.ts';
import {pictureUrlAt} from './picture-url.ts';

const HOST = '127.0.0.1';

/** How a store service is to run. */
export interface StoreOptions {
  /** The port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** The key of the community "Northwind Hikers", which is made on the first start. */
  readonly apiKey: string;
  /** A PostgreSQL server to keep the data in. It wins over `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** A folder to keep the data in. Without it and without `databaseUrl` the data is gone at the end. */
  readonly dataDir?: string | undefined;
  /** What the addresses of the service's own pictures begin with. Default `http://127.0.0.1:<port>`. */
  readonly publicUrl?: string | undefined;
  readonly clock?: Clock | undefined;
  /** Told of every failure that was answered with 500. Default: standard error. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A service that runs. */
export interface Store {
  /** Where it listens, such as `http://127.0.0.1:4100`. */
  readonly url: string;
  /** Ends all connections, then the database. */
  close(): Promise<void>;
}

/** Another program listens on the port. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken. Stop what listens there, or set STORE_PORT to another port.`);
    this.name = 'PortTakenError';
  }
}

/**
 * Starts the service and resolves once it answers.
 *
 * @throws {PortTakenError}, {FolderInUseError} or {DatabaseUnreachableError}, each with a message for the person who
 * started it.
 */
export async function startStore(options: StoreOptions): Promise<Store> {
  const {clock = systemClock, onError = (error) => console.error(error)} = options;
  let answer: Hono['fetch'] | undefined;
  // The port is claimed before the database opens: a second start then hears of the port at once.
  const starting = () =>
    new Response('The store service is starting.\n', {status: 503, headers: {'Retry-After': '1'}});
  const server = createAdaptorServer({
    fetch: (request: Request, env: object) => (answer ?? starting)(request, env),
  }) as Server;
  await listen(server, options.port);
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;

  try {
    const database = await openDatabase(options);
    const {db} = database;
    const community = {name: 'Northwind Hikers', apiKey: options.apiKey, permissions: ['store', 'demo']};
    await seedMembers(db, clock, await ensureCommunity(db, clock, community));
    const closing = new AbortController();
    const bell = new Bell(database.listen);
    const pictureUrl = pictureUrlAt(options.publicUrl ?? url);
    answer = createApp(
      {db, upkeep: database.upkeep, clock, pictureUrl, bell, closing: closing.signal},
      {onError},
    ).fetch;
    return {
      url,
      async close() {
        closing.abort();
        await stop(server);
        await bell.close();
        await database.close();
      },
    };
  } catch (error) {
    await stop(server);
    throw error;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    );
    server.listen(port, HOST, () => resolve());
  });
}

/** Lets requests under way finish for a moment; connections that are only kept open go at once. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(force);
}
