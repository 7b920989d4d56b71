import {setTimeout as wait} from 'node:timers/promises';
import type {PGlite} from '@electric-sql/pglite';
import pg from 'pg';
import type {Listen} from '../events/bell.ts';

/** The channel on which the database's trigger announces each event. */
const CHANNEL = 'store_outbox';

/** Between attempts to reach a server that went away, in milliseconds. */
const PAUSE = 1_000;

/** Listens in PGlite. */
export const listenInPGlite =
  (pglite: PGlite): Listen =>
  async (heard) => {
    const unlisten = await pglite.listen(CHANNEL, heard);
    return () => unlisten();
  };

/** Listens on a PostgreSQL server, by a connection of its own that comes back when it breaks. */
export const listenOnPostgres =
  (connectionString: string): Listen =>
  async (heard) => {
    let closed = false;
    let client = await connect();
    return async () => {
      closed = true;
      await client.end();
    };

    async function connect(): Promise<pg.Client> {
      const fresh = new pg.Client({connectionString});
      fresh.on('notification', ({payload}) => payload !== undefined && heard(payload));
      fresh.on('error', () => {});
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      fresh.once('end', () => void reconnect());
      return fresh;
    }

    async function reconnect() {
      while (!closed) {
        try {
          client = await connect();
          return;
        } catch {
          await wait(PAUSE, undefined, {ref: false});
        }
      }
    }
  };
