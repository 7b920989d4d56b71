import {originOf} from './origins.ts';
import {flagOf, listOf, numberOf, textOf, type Mistakes, type Settings} from './settings.ts';
import type {StoreOptions} from './store.ts';
import type {Keys} from './upstream.ts';

/** Opens a file of keys, on hosts that have files. Throws where it cannot be read. */
export type OpenKeyFile = (path: string) => Keys;

/**
 * The settings of one store; what is wrong is gathered.
 *
 * @param prefix - What the store's own settings begin with; empty for the store without a name.
 */
export function readStore(
  settings: Settings,
  prefix: string,
  mistakes: Mistakes,
  openKeyFile: OpenKeyFile | undefined,
): StoreOptions {
  const upstream = mistakes.gather(() => upstreamOf(settings, prefix)) ?? '';
  const key = mistakes.gather(() => keysOf(settings, prefix, openKeyFile)) ?? '';
  const origins = mistakes.gather(() => originsOf(settings, `${prefix}ALLOWED_ORIGINS`));
  const tokenSecret = mistakes.gather(() => tokenSecretOf(settings, `${prefix}CHANNEL_TOKEN_SECRET`));
  return {
    upstream,
    key,
    origins: origins?.filter((origin) => origin !== FROM_STORE) ?? [],
    originsFromStore: origins?.includes(FROM_STORE) ?? false,
    ...(tokenSecret !== undefined && {tokenSecret}),
    userID: mistakes.gather(() => flagOf(settings, `${prefix}ALLOW_USER_ID`)) ?? false,
    keepsPrivate: mistakes.gather(() => flagOf(settings, `${prefix}KEEP_PRIVATE`)) ?? false,
    timeout: mistakes.gather(() => numberOf(settings, 'UPSTREAM_TIMEOUT_MS', 100, 5000, 5000)) ?? 5000,
    concurrency: mistakes.gather(() => numberOf(settings, 'UPSTREAM_CONCURRENCY', 1, 1000, 32)) ?? 32,
  };
}

/** Among the allowed origins: those that the store's own configuration names. */
const FROM_STORE = 'store';

/** A named store may have an address of its own. */
function upstreamOf(settings: Settings, prefix: string): string {
  const name = textOf(settings, `${prefix}UPSTREAM_URL`) ? `${prefix}UPSTREAM_URL` : 'UPSTREAM_URL';
  const text = textOf(settings, name);
  if (!text)
    throw new Error(`${name} is missing: set it to the Store API, such as https://api.returning.ai/v1.`);
  if (!URL.canParse(text)) {
    throw new Error(`${name} is not an address: write it in full, such as https://api.returning.ai/v1.`);
  }
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) {
    throw new Error(`${name} holds more than an address: leave out user, query and fragment.`);
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new Error(`${name} would send the key in the clear: use https (http only on this machine).`);
  }
  return url.href;
}

function keysOf(settings: Settings, prefix: string, openKeyFile: OpenKeyFile | undefined): string | Keys {
  const name = `${prefix}UPSTREAM_KEY`;
  const file = textOf(settings, `${name}_FILE`);
  if (file !== undefined) return keysIn(`${name}_FILE`, file, openKeyFile);
  const keys = [name, `${name}_2`].flatMap((setting) => textOf(settings, setting) ?? []);
  if (!textOf(settings, name)) {
    throw new Error(
      `${name} is missing: set it to an API key with the permission "store", or ${name}_FILE to its file.`,
    );
  }
  if (!keys.every((key) => /^[\x21-\x7e]+$/.test(key))) {
    throw new Error(`${name} cannot stand in a header: copy it again, without spaces or line breaks.`);
  }
  return () => keys;
}

/** A short secret could be guessed from a single token. */
function tokenSecretOf(settings: Settings, name: string): string | undefined {
  const secret = textOf(settings, name);
  if (secret !== undefined && secret.length < 32) {
    throw new Error(`${name} is too short to sign with: make one of 32 characters or more, at random.`);
  }
  return secret;
}

function keysIn(name: string, file: string, openKeyFile: OpenKeyFile | undefined): Keys {
  if (!openKeyFile) throw new Error(`${name} needs a host with files: set the key itself instead.`);
  try {
    return openKeyFile(file);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    throw new Error(
      `${name} cannot be read (${code ?? 'it holds no key'}): correct its path or its rights.`,
      {
        cause: error,
      },
    );
  }
}

function originsOf(settings: Settings, name: string): readonly string[] {
  const written = listOf(settings, name);
  if (written.length === 0) {
    throw new Error(
      `${name} is missing: list the origins of the pages that show the store, separated by commas, such as ` +
        'https://www.example.com; or write "store" for those of the store\'s own configuration.',
    );
  }
  return written.map((entry, index) => {
    if (entry === FROM_STORE) return entry;
    try {
      return originOf(entry);
    } catch (error) {
      const why =
        error instanceof TypeError && 'code' in error ? 'it is not an address' : (error as Error).message;
      throw new Error(
        `${name}, entry ${index + 1}: ${why}. Write each origin in full, such as https://www.example.com.`,
        {cause: error},
      );
    }
  });
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
