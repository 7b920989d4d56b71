import type {GatewayOptions} from './app.ts';
import {originOf} from './origins.ts';

/** What the environment says about a gateway. */
export interface Config extends GatewayOptions {
  readonly port: number;
}

/** Everything that is wrong with a configuration, each with its remedy, one to a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(mistakes: readonly string[]) {
    super(['The gateway is not configured:', ...mistakes.map((mistake) => `  - ${mistake}`)].join('\n'));
  }
}

/**
 * Reads and checks the settings.
 *
 * @throws {ConfigError} All mistakes at once. It shows no setting's value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  const checked = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      mistakes.push((error as Error).message);
      return undefined;
    }
  };
  const upstream = checked(() => upstreamUrl(env.UPSTREAM_URL));
  const key = checked(() => upstreamKey(env.UPSTREAM_KEY));
  const origins = checked(() => allowedOrigins(env.ALLOWED_ORIGINS));
  const port = checked(() => portNumber(env.PORT));
  if (upstream === undefined || key === undefined || origins === undefined || port === undefined) {
    throw new ConfigError(mistakes);
  }
  return {upstream, key, origins, port};
}

function upstreamUrl(text = ''): string {
  if (!text.trim()) {
    throw new Error('UPSTREAM_URL is missing: set it to the Store API, such as https://api.returning.ai/v1.');
  }
  if (!URL.canParse(text)) {
    throw new Error('UPSTREAM_URL is not an address: write it in full, such as https://api.returning.ai/v1.');
  }
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) {
    throw new Error('UPSTREAM_URL holds more than an address: leave out user, query and fragment.');
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new Error('UPSTREAM_URL would send the key in the clear: use https (http only on this machine).');
  }
  return url.href;
}

function upstreamKey(text = ''): string {
  const key = text.trim();
  if (!key) throw new Error('UPSTREAM_KEY is missing: set it to an API key with the permission "store".');
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new Error('UPSTREAM_KEY cannot stand in a header: copy it again, without spaces or line breaks.');
  }
  return key;
}

function allowedOrigins(text = ''): string[] {
  const written = text.split(',').filter((part) => part.trim());
  if (written.length === 0) {
    throw new Error(
      'ALLOWED_ORIGINS is missing: list the origins of the pages that show the store, separated by commas, ' +
        'such as https://www.example.com.',
    );
  }
  return written.map((part, index) => {
    try {
      return originOf(part);
    } catch (error) {
      const why =
        error instanceof TypeError && 'code' in error ? 'it is not an address' : (error as Error).message;
      throw new Error(
        `ALLOWED_ORIGINS, entry ${index + 1}: ${why}. Write each origin in full, such as https://www.example.com.`,
        {cause: error},
      );
    }
  });
}

function portNumber(text = '4200'): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Error(
      'PORT is not a port: set it to a whole number from 0 to 65535, or leave it out for 4200.',
    );
  }
  return port;
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
