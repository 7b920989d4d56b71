import {randomBytes} from 'node:crypto';
import {after} from 'node:test';
import type {Hono} from 'hono';
import type {LogEvent} from 'kysely';
import {createApp} from '../../../demo/store/app.ts';
import {Bell} from '../../../demo/store/events/bell.ts';
import type {Database} from '../../../demo/store/database/open.ts';
import {addKey, ensureCommunity} from '../../../demo/store/keys.ts';
import {pictureUrlAt} from '../../../demo/store/picture-url.ts';
import {aDatabase} from './database.ts';
import {describedBy} from './described.ts';

/** When every test's time begins. */
export const START = Date.UTC(2026, 3, 28);

/** What a store answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Envelope;
  /** `data`, where it is one record. */
  readonly item: Record<string, unknown>;
  /** `data`, where it is a list. */
  readonly items: readonly Record<string, unknown>[];
}

/** The members of a success and of an error together. */
export interface Envelope {
  readonly status?: string;
  readonly message: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly detail?: string;
  readonly solution?: string;
  readonly errors?: readonly {
    readonly path?: string;
    readonly row?: number;
    readonly column?: string;
    readonly value?: unknown;
    readonly expected: string;
  }[];
  readonly errorCount?: number;
}

/** A service with a community of its own, so that no test sees another's records. */
export interface TestStore {
  readonly app: Hono;
  readonly database: Database;
  readonly communityId: string;
  readonly apiKey: string;
  readonly clock: {now(): number; time: number};
  /** Failures that were answered with 500. */
  readonly failures: unknown[];
  get(path: string, headers?: HeadersInit): Promise<Answer>;
  post(path: string, json: unknown): Promise<Answer>;
  put(path: string, json: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Sends a CSV in the form's field `file`. */
  upload(method: 'POST' | 'PUT', path: string, csv: BlobPart, type?: string): Promise<Answer>;
  /** A further key of the community. */
  aKey(key: {permissions?: string[]; expiresAt?: Date}): Promise<string>;
}

let opening: Promise<Database> | undefined;
let listener: ((event: LogEvent) => void) | undefined;

/** Tells of every statement that the process's database executes, until it is told not to. */
export function onStatement(heard: ((event: LogEvent) => void) | undefined): void {
  listener = heard;
}

const closing = new AbortController();
let bell: Bell | undefined;

after(async () => {
  closing.abort();
  await bell?.close();
  await (await opening)?.close();
});

/**
 * A service on this process's database, in memory or on the server of DATABASE_URL, without a port. Every request that the
 * tests make, and every answer that they get, is held against the OpenAPI description.
 */
export async function aStore({publicUrl = 'http://store.test'} = {}): Promise<TestStore> {
  const database = await (opening ??= aDatabase((event) => listener?.(event)));
  bell ??= new Bell(database.listen);
  const clock = {time: START, now: () => clock.time};
  const apiKey = randomBytes(12).toString('hex');
  const communityId = await ensureCommunity(database.db, clock, {
    name: 'A community',
    apiKey,
    permissions: ['store', 'demo'],
  });
  const failures: unknown[] = [];
  const onError = (error: unknown) => void failures.push(error);
  const {db, upkeep} = database;
  const service = {db, upkeep, clock, pictureUrl: pictureUrlAt(publicUrl), bell, closing: closing.signal};
  const app = createApp(service, {onError});
  const authorization = {Authorization: `Bearer ${apiKey}`};

  const description = await describedBy(app);
  const ask = async (path: string, init: RequestInit = {}, sent?: unknown): Promise<Answer> => {
    const response = await app.request(path, {...init, headers: {...authorization, ...init.headers}});
    const body = (await response.json()) as Envelope;
    description.check({method: init.method ?? 'GET', path, sent, status: response.status, received: body});
    const item = body.data as Answer['item'];
    return {
      status: response.status,
      headers: response.headers,
      body,
      item,
      items: item as unknown as Answer['items'],
    };
  };
  const sendJson = (method: string) => (path: string, json: unknown) =>
    ask(path, {method, body: JSON.stringify(json), headers: {'Content-Type': 'application/json'}}, json);

  return {
    app,
    database,
    communityId,
    apiKey,
    clock,
    failures,
    get: (path, headers = {}) => ask(path, {headers}),
    post: sendJson('POST'),
    put: sendJson('PUT'),
    delete: (path) => ask(path, {method: 'DELETE'}),
    upload: (method, path, csv, type = 'text/csv') => {
      const body = new FormData();
      body.append('file', new Blob([csv], {type}), 'products.csv');
      return ask(path, {method, body});
    },
    async aKey(key) {
      const further = randomBytes(12).toString('hex');
      await addKey(database.db, clock, communityId, {apiKey: further, ...key});
      return further;
    },
  };
}
