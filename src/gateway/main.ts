#!/usr/bin/env node
import path from 'node:path';
import {ConfigError, readConfig} from './config.ts';
import {startGateway} from './node.ts';

/** The widget's build, seen from this file in the checkout (src/gateway) and in the package (dist/lib/gateway). */
const built = import.meta.dirname.includes(`${path.sep}lib${path.sep}`) ? '../..' : '../../dist';

try {
  const config = readConfig(process.env);
  const gateway = await startGateway({...config, widgetDir: path.resolve(import.meta.dirname, built)});
  process.stdout.write(`The gateway listens at ${gateway.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void gateway.close());
  }
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
