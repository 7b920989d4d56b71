import {createServer} from 'node:net';
import {relative} from 'node:path';
import {startDemo, type Demo} from './demo.ts';
import {resetData} from './reset.ts';
import {PORTS, readSettings, type Settings} from './settings.ts';

/** Starts the demo for a person at a terminal, and ends it with Ctrl-C. `--reset` begins with an empty store. */

/** How long ending may take, in ms, before the process goes without it. */
const PATIENCE = 15_000;

let demo: Demo | undefined;
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
endWithParent();

try {
  const settings = readSettings(process.env);
  for (const port of [settings.storePort, settings.gatewayPort, settings.pagesPort]) await demand(port);
  if (process.argv.includes('--reset')) console.log(await resetData(settings));
  demo = await startDemo(settings);
  if (ending) await demo.close();
  else console.log(welcome(demo, settings));
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

/**
 * Ends the demo once it has started, so that no database is left half made. Asking again changes nothing: at a terminal
 * Ctrl-C comes twice, from the terminal and from npm.
 */
async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), PATIENCE).unref();
  console.log('\nStopping …');
  await demo?.close();
}

/** npm passes its signals to a shell between it and us, which dies of them without a word: then it is our end too. */
function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void end(), 500).unref();
}

/** Rejects as a server does where a port is taken: known before the database opens, which takes its time. */
function demand(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function welcome({store, gateway, pages}: Demo, {apiKey, databaseUrl, dataDir = ''}: Settings): string {
  const place = databaseUrl === undefined ? relative('', dataDir) : 'the database that DATABASE_URL names';
  return `
  The rewards store is ready.

    Partner's website   ${pages.url}/partner.html   (begin here)
    Community           ${pages.url}/community.html
    Configurator        ${pages.url}/configurator.html
    Docs                ${pages.url}/docs/
    All demos           ${pages.url}/
    Gateway             ${gateway.url}/v1
    Store API           ${store.url}/v1   (key: ${apiKey})

  The data is kept in ${place}; "npm run reset" starts afresh. Ctrl-C ends all of it.
`;
}

/** What kept the demo from starting, as somebody at the terminal can act on it. */
function sentence(error: unknown): string {
  const {code, port, message} = error as NodeJS.ErrnoException & {readonly port?: number};
  if (code === 'EADDRINUSE' && port !== undefined) {
    const variable = variableOf(port);
    return `Port ${port} is taken: stop what uses it, or choose another one, as in ${variable}=${port + 1} npm start.`;
  }
  const [first] = error instanceof AggregateError ? (error.errors as Error[]) : [];
  return `The demo did not start: ${message || (first?.message ?? String(error))}`;
}

function variableOf(port: number): string {
  const names = Object.keys(PORTS) as (keyof typeof PORTS)[];
  return names.find((name) => Number(process.env[name] ?? PORTS[name]) === port) ?? 'the port';
}
