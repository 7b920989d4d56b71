import {type ChildProcess, execFileSync, spawn, spawnSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';

/** A PostgreSQL server of this process's own, gone when it stops. */
export interface Postgres {
  /** `postgres://…` of a superuser and an empty database. */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

/** There is no PostgreSQL on this machine. */
export class NoPostgresError extends Error {
  constructor(reason: string) {
    super(`There is no PostgreSQL here: ${reason}`);
    this.name = 'NoPostgresError';
  }
}

/** Where packages put each version's folder when they leave its programs out of PATH. */
const VERSIONS = ['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt'];
const VERSION = /^(\d+|pgsql-\d+|postgresql(@\d+)?)$/;

/**
 * Starts a server on a free port of 127.0.0.1, in a folder of its own, as an ordinary user. As root on Debian or Ubuntu
 * the package is installed where it is missing.
 *
 * @throws {NoPostgresError} where there is none and none can be installed.
 */
export async function startPostgres(): Promise<Postgres> {
  const bin = findPrograms() ?? installPrograms();
  const owner = ordinaryUser();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postgres-'));
  const data = path.join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password, {mode: 0o600});
  if (owner) for (const file of [folder, passwordFile]) chownSync(file, owner.uid, owner.gid);

  const as = {...owner, cwd: folder, env: {PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC'}};
  const initdb = [
    '-D',
    data,
    '-U',
    'store',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  execFileSync(path.join(bin, 'initdb'), initdb, {...as, stdio: 'pipe'});

  const port = await freePort();
  // The data lives as long as the tests do, so nothing is worth waiting for a disk.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100'];
  const server = spawn(
    path.join(bin, 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    {...as, stdio: ['ignore', 'ignore', 'pipe']},
  );
  const killServer = () => server.kill('SIGQUIT');
  process.once('exit', killServer);
  await ready(server);

  return {
    url: `postgres://store:${password}@127.0.0.1:${port}/postgres`,
    version: execFileSync(path.join(bin, 'postgres'), ['--version'], {encoding: 'utf8'}).trim(),
    async stop() {
      process.off('exit', killServer);
      if (server.exitCode === null) {
        const ended = once(server, 'exit');
        server.kill('SIGINT');
        await ended;
      }
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

function findPrograms(): string | undefined {
  const inPath = (process.env['PATH'] ?? '').split(path.delimiter);
  const elsewhere = VERSIONS.flatMap((folder) =>
    versionsIn(folder).map((version) => path.join(folder, version, 'bin')),
  );
  return [...inPath, ...elsewhere].find((folder) =>
    ['initdb', 'postgres'].every((name) => runs(path.join(folder, name))),
  );
}

/** The newest first. */
function versionsIn(folder: string): string[] {
  try {
    const versions = readdirSync(folder).filter((name) => VERSION.test(name));
    return versions.sort((a, b) => b.localeCompare(a, 'en', {numeric: true}));
  } catch {
    return [];
  }
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installPrograms(): string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !runs('/usr/bin/apt-get')) {
    throw new NoPostgresError('initdb and postgres are neither in PATH nor where packages put them.');
  }
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']]) {
    const {status, stderr} = spawnSync('apt-get', args, {env, encoding: 'utf8'});
    if (status !== 0)
      throw new NoPostgresError(`apt-get ${args[0]!} failed. ${stderr.trim().split('\n').at(-1) ?? ''}`);
  }
  const bin = findPrograms();
  if (!bin) throw new NoPostgresError('the package postgresql brought no server.');
  return bin;
}

/** PostgreSQL refuses to run as root. */
function ordinaryUser(): {uid: number; gid: number} | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], {encoding: 'utf8', stdio: 'pipe'}));
  for (const user of ['postgres', 'nobody']) {
    try {
      return {uid: number('-u', user), gid: number('-g', user)};
    } catch {
      continue;
    }
  }
  throw new NoPostgresError('root may not run it, and there is no user postgres or nobody.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as {port: number};
  server.close();
  return port;
}

async function ready(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  for await (const line of createInterface({input: server.stderr!})) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      server.stderr!.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start.\n${said.join('\n')}`);
}
