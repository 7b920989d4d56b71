#!/usr/bin/env node
import path from 'node:path';
import {logger, logging} from './log.ts';
import {readNodeConfig} from './node-config.ts';
import {startGateway} from './node.ts';
import {redisCounter} from './redis.ts';
import {ConfigError} from './settings.ts';

/** The widget's build, seen from this file in the checkout (src/gateway) and in the package (dist/lib/gateway). */
const built = import.meta.dirname.endsWith(path.join('lib', 'gateway')) ? '../..' : '../../dist';

try {
  const config = readNodeConfig(process.env, path.resolve(import.meta.dirname, built));
  const log = logger(config.logLevel, config.secrets);
  // A crash tells through the log, which knows the secrets, and not through Node, which does not.
  process.once('uncaughtException', (error) => {
    log.fatal(error, 'crashed');
    log.flush(() => process.exit(1));
  });
  const redis =
    config.redisUrl === undefined
      ? undefined
      : redisCounter(config.redisUrl, ({message}) => log.error({message}, 'Redis does not answer'));
  const gateway = await startGateway({
    ...config.gateway,
    observer: logging(log),
    ...(redis && {counter: redis.count}),
  });
  const stop = async () => {
    await gateway.close();
    await redis?.close();
    log.flush();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  process.stdout.write(`The gateway listens at ${gateway.url}\n`);
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 1;
}

/** What went wrong at the start, as one who started it can act on. */
function sentence(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const {code, port, message} = error as NodeJS.ErrnoException & {readonly port?: number};
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken: stop what uses it, or set PORT to another one.`;
  }
  return `The gateway did not start: ${message}`;
}
