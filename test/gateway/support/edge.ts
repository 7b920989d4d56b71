import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {build} from 'vite';

/** A worker that listens. */
export interface RunningWorker {
  readonly url: string;
  close(): Promise<void>;
}

/** The runtime's program, as its npm package brings it for this platform. */
const {default: runtime} = createRequire(import.meta.url)('workerd') as {readonly default: string};

/** What is deployed, and what the platform is told of it. */
export interface Deployment {
  readonly entry: string;
  readonly date: string;
  readonly flags: readonly string[];
}

const OURS: Deployment = {
  entry: 'src/gateway/worker.ts',
  date: '2026-10-01',
  flags: ['enable_request_signal'],
};

/**
 * Bundles the edge entry and runs it in workerd with these settings as its bindings.
 *
 * @param assets - A folder whose files the platform keeps for it.
 * @param deployment - The sources' own entry, unless it is said.
 */
export async function startWorker(
  settings: Readonly<Record<string, string>>,
  assets?: string,
  deployment = OURS,
): Promise<RunningWorker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'worker-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: {noExternal: true, target: 'webworker'},
    build: {
      ssr: deployment.entry,
      outDir: folder,
      target: 'es2022',
      emptyOutDir: true,
      rolldownOptions: {output: {codeSplitting: false, entryFileNames: 'worker.js'}},
    },
  });
  writeFileSync(path.join(folder, 'config.capnp'), configuration(settings, assets, deployment));
  const child = spawn(runtime, ['serve', '--control-fd=3', 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  const url = `http://127.0.0.1:${await portOf(child)}`;
  return {
    url,
    close: async () => {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, {recursive: true});
    },
  };
}

const configuration = (
  settings: Readonly<Record<string, string>>,
  assets: string | undefined,
  {date, flags}: Deployment,
) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "gateway", worker = .gateway),
    ${assets === undefined ? '' : `(name = "assets", disk = (path = ${JSON.stringify(assets)}, allowDotfiles = true)),`}
    (name = "internet", network = (allow = ["private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "gateway")],
);
const gateway :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = ${JSON.stringify(date)},
  compatibilityFlags = ${JSON.stringify(flags)},
  bindings = [${[
    ...Object.entries(settings).map(
      ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`,
    ),
    ...(assets === undefined ? [] : ['(name = "ASSETS", service = "assets")']),
  ].join(', ')}],
);
`;

/** The runtime tells on its control channel which port it took. */
async function portOf(child: ChildProcess): Promise<number> {
  const control = child.stdio[3] as NodeJS.ReadableStream;
  let said = '';
  for await (const chunk of control) {
    said += String(chunk);
    const port = /"port":(\d+)/.exec(said)?.[1];
    if (port) return Number(port);
  }
  throw new Error(`workerd did not start: ${said}`);
}
