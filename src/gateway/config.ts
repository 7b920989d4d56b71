import type {GatewayOptions} from './app.ts';
import type {Rate, Rates} from './limit.ts';
import {listOf, Mistakes, numberOf, textOf, type Settings} from './settings.ts';
import {readStore, type OpenKeyFile} from './store-config.ts';
import type {StoreOptions} from './store.ts';
import {STORE_NAME} from './stores.ts';

/**
 * Reads and checks the settings of a gateway, as they are for every host.
 *
 * @throws {ConfigError} All mistakes at once, each with its remedy. It shows no setting's value.
 */
export function readConfig(settings: Settings): GatewayOptions {
  const mistakes = new Mistakes();
  const options = gatherConfig(settings, mistakes);
  mistakes.check();
  return options;
}

/**
 * The same for a host that has settings of its own: mistakes are gathered, to be told together with its own.
 *
 * @param openKeyFile - Opens `UPSTREAM_KEY_FILE`, on hosts that have files.
 */
export function gatherConfig(
  settings: Settings,
  mistakes: Mistakes,
  openKeyFile?: OpenKeyFile,
): GatewayOptions {
  const names = mistakes.gather(() => storeNames(settings)) ?? [];
  const named = names.map(
    (name) => [name, readStore(settings, prefixOf(name), mistakes, openKeyFile)] as const,
  );
  const hasUnnamed = names.length === 0 || Boolean(settings.UPSTREAM_KEY || settings.UPSTREAM_KEY_FILE);
  const unnamed: Partial<StoreOptions> = hasUnnamed ? readStore(settings, '', mistakes, openKeyFile) : {};
  const number = (name: string, least: number, most: number, usual: number) =>
    mistakes.gather(() => numberOf(settings, name, least, most, usual)) ?? usual;
  return {
    ...unnamed,
    ...(named.length > 0 && {stores: Object.fromEntries(named)}),
    cacheBytes: number('CACHE_MB', 1, 65_536, 64) * 1024 * 1024,
    lifetimes: {
      fresh: number('FRESH_SECONDS', 0, 3600, 30) * 1000,
      stale: number('STALE_SECONDS', 0, 86_400, 600) * 1000,
      lastGood: number('LAST_GOOD_HOURS', 0, 24, 24) * 3_600_000,
    },
    rates: mistakes.gather(() => ratesOf(settings)) ?? {},
  };
}

function storeNames(settings: Settings): readonly string[] {
  const names = listOf(settings, 'STORES');
  const wrong = names.findIndex((name) => !STORE_NAME.test(name));
  if (wrong >= 0) {
    throw new Error(`STORES, entry ${wrong + 1}: use small letters, digits and hyphens, up to 40 of them.`);
  }
  return names;
}

/** `shop-eu` is set by `STORE_SHOP_EU_UPSTREAM_KEY` and so on. */
const prefixOf = (name: string) => `STORE_${name.toUpperCase().replaceAll('-', '_')}_`;

function ratesOf(settings: Settings): Rates {
  const client = rateOf(settings, 'CLIENT_LIMIT', '600/60');
  const origin = rateOf(settings, 'ORIGIN_LIMIT', '60000/60');
  const global = rateOf(settings, 'GLOBAL_LIMIT', '120000/60');
  return {...(client && {client}), ...(origin && {origin}), ...(global && {global})};
}

/** So many requests in so many seconds, or no limit at all. */
function rateOf(settings: Settings, name: string, usual: string): Rate | undefined {
  const text = textOf(settings, name) ?? usual;
  if (text === 'off') return undefined;
  const [, requests, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  if (!requests || !seconds) {
    throw new Error(`${name} is not a limit: write requests and seconds, such as ${usual}, or "off".`);
  }
  return {requests: Number(requests), seconds: Number(seconds)};
}
