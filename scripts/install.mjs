import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = [20, 19];

/**
 * Sees to it that the dependencies stand in node_modules as the lock file names them, with `npm ci` where they do not.
 * Ends the process with a sentence where Node is too old or the install fails. Needs no package itself.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    console.error(`rai-store needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);
    process.exit(1);
  }
  if (installed()) return;

  console.log('Installing the dependencies from package-lock.json …');
  const {status} = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The dependencies could not be installed: see what npm says above, then try again.');
    process.exit(1);
  }
}

/** @typedef {Record<string, {version?: string, integrity?: string, optional?: boolean}>} Packages */

/**
 * Whether every package of the lock file is there in its version. What npm leaves out or adds for other
 * platforms does not count, nor do the files' times: npm writes both locks in the same moment.
 */
function installed() {
  const wanted = packages('package-lock.json');
  const present = packages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, {version, integrity, optional}]) => {
    const found = present[path];
    if (path === '' || (!found && optional)) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

/**
 * @param {string} lock
 * @returns {Packages}
 */
function packages(lock) {
  const file = join(ROOT, lock);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
