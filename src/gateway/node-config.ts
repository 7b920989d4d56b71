import path from 'node:path';
import {proxiesOf} from './address.ts';
import {gatherConfig} from './config.ts';
import {keyFile} from './key-file.ts';
import {LOG_LEVELS, type LogLevel} from './log.ts';
import type {NodeGatewayOptions} from './node.ts';
import {listOf, Mistakes, numberOf, textOf, type Settings} from './settings.ts';
import type {Keys} from './upstream.ts';

/** What the environment says about a gateway on Node. */
export interface NodeConfig {
  readonly gateway: NodeGatewayOptions;
  readonly logLevel: LogLevel;
  readonly redisUrl: string | undefined;
  /** What must not stand in any log, as it is at the moment. */
  readonly secrets: () => readonly string[];
}

/**
 * Reads and checks the settings of a gateway on Node.
 *
 * @param widgetDir - The widget's build, where `WIDGET_DIR` names no other.
 * @throws {ConfigError} All mistakes at once, each with its remedy. It shows no setting's value.
 */
export function readNodeConfig(settings: Settings, widgetDir: string): NodeConfig {
  const secrets = new Secrets(settings);
  const mistakes = new Mistakes();
  const options = gatherConfig(settings, mistakes, (file) => secrets.following(keyFile(file)));
  const port = mistakes.gather(() => numberOf(settings, 'PORT', 0, 65_535, 4200)) ?? 0;
  const grace = mistakes.gather(() => numberOf(settings, 'SHUTDOWN_SECONDS', 0, 600, 10)) ?? 10;
  const trustedProxies = mistakes.gather(() => proxiesIn(settings)) ?? [];
  const logLevel = mistakes.gather(() => logLevelOf(settings)) ?? 'info';
  const redisUrl = mistakes.gather(() => redisUrlOf(settings));
  const metricsToken = textOf(settings, 'METRICS_TOKEN');
  const releasesDir = textOf(settings, 'RELEASES_DIR');
  mistakes.check();
  return {
    gateway: {
      ...options,
      port,
      host: textOf(settings, 'HOST') ?? '127.0.0.1',
      grace: grace * 1000,
      trustedProxies,
      ...(metricsToken !== undefined && {metricsToken}),
      widgetDir: path.resolve(textOf(settings, 'WIDGET_DIR') ?? widgetDir),
      ...(releasesDir !== undefined && {releasesDir: path.resolve(releasesDir)}),
    },
    logLevel,
    redisUrl,
    secrets: secrets.all,
  };
}

function proxiesIn(settings: Settings): readonly string[] {
  const proxies = listOf(settings, 'TRUSTED_PROXIES');
  proxies.forEach((proxy, index) => {
    try {
      proxiesOf([proxy]);
    } catch (error) {
      throw new Error(
        `TRUSTED_PROXIES, entry ${index + 1}: ${(error as Error).message}. Write 10.0.0.0/8, 192.0.2.1 or "loopback".`,
        {cause: error},
      );
    }
  });
  return proxies;
}

function logLevelOf(settings: Settings): LogLevel {
  const text = textOf(settings, 'LOG_LEVEL') ?? 'info';
  const level = LOG_LEVELS.find((one) => one === text);
  if (!level) throw new Error(`LOG_LEVEL is not a level: write one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

function redisUrlOf(settings: Settings): string | undefined {
  const text = textOf(settings, 'REDIS_URL');
  if (text !== undefined && !/^rediss?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')) {
    throw new Error('REDIS_URL is not the address of a Redis server: write it as redis://host:6379.');
  }
  return text;
}

/** Every secret that the settings hold, and those that files of keys have held. */
class Secrets {
  readonly #known = new Set<string>();

  constructor(settings: Settings) {
    for (const [name, value] of Object.entries(settings)) {
      if (/(?:UPSTREAM_KEY(?:_2)?|CHANNEL_TOKEN_SECRET|METRICS_TOKEN|REDIS_URL)$/.test(name) && value?.trim())
        this.#known.add(value.trim());
    }
  }

  readonly all = (): readonly string[] => [...this.#known];

  following(keys: Keys): Keys {
    return async () => {
      const now = await keys();
      for (const key of now) this.#known.add(key);
      return now;
    };
  }
}
