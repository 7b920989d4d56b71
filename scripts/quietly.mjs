import {spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ROOT} from './install.mjs';

/**
 * Runs a command in the project's folder, and waits for its end. What it says is shown only where it fails, and then all of it, as
 * it came. Throws then, with `fault` as its message.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} fault
 */
export function runQuietly(command, args, fault) {
  const folder = mkdtempSync(join(tmpdir(), 'rai-store-quiet-'));
  try {
    const file = join(folder, 'said');
    // One file for both streams keeps their lines in order; two pipes would not.
    const said = openSync(file, 'w');
    const {status, error} = spawnSync(command, args, {
      cwd: ROOT,
      stdio: ['ignore', said, said],
      // There npm is a script, which a shell alone can start.
      shell: process.platform === 'win32' && command === 'npm',
    });
    closeSync(said);
    if (error) throw error;
    if (status === 0) return;
    process.stderr.write(readFileSync(file));
    throw new Error(fault);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
