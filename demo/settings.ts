import {join} from 'node:path';

/** What the environment says about the demo. */
export interface Settings {
  readonly storePort: number;
  readonly gatewayPort: number;
  readonly pagesPort: number;
  /** The key of the demo's community at the store service. */
  readonly apiKey: string;
  /** A PostgreSQL server for the data. */
  readonly databaseUrl?: string | undefined;
  /** A folder for the data where there is no such server; without either it is gone at the end. */
  readonly dataDir?: string | undefined;
  /** Origins besides the demo's own whose pages may read. */
  readonly origins?: readonly string[] | undefined;
}

/** The ports that servers for developers usually take, so that a page of one's own can be tried at once. */
const DEVELOPERS_PORTS = [3000, 4173, 5173, 5500, 8000, 8080];

/** The variable behind each port, with the port that it has when nobody sets it. */
export const PORTS = {STORE_PORT: 4100, GATEWAY_PORT: 4200, PAGES_PORT: 4300} as const;

export type PortVariable = keyof typeof PORTS;

/** A setting that cannot be used; the message names it and says what it should be. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * Reads the demo's settings. A port of 0 takes any free one.
 *
 * @throws {SettingError} The first variable that cannot be used.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = (name: PortVariable) => {
    const text = env[name] ?? String(PORTS[name]);
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
      throw new SettingError(`${name} is not a port: set it to a whole number from 0 to 65535.`);
    }
    return Number(text);
  };
  return {
    storePort: port('STORE_PORT'),
    gatewayPort: port('GATEWAY_PORT'),
    pagesPort: port('PAGES_PORT'),
    apiKey: env.STORE_API_KEY || 'demo-store-key',
    databaseUrl: env.DATABASE_URL || undefined,
    dataDir: env.DATA_DIR || join(import.meta.dirname, '../.data/store'),
    origins: env.ALLOWED_ORIGINS
      ? env.ALLOWED_ORIGINS.split(',').map((origin) => origin.trim())
      : usualOrigins(),
  };
}

const usualOrigins = () =>
  DEVELOPERS_PORTS.flatMap((port) => [`http://127.0.0.1:${port}`, `http://localhost:${port}`]);
