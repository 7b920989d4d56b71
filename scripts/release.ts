/**
 * Makes a release: takes the waiting changes into the version and the change log, builds, and puts the build's files into
 * `releases/<version>/` as the gateway serves them under `/widget/<version>/`, and the package beside them. Publishes nothing.
 */
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './install.mjs';
import {keepRelease} from './release/keep.ts';

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, {cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32'});

const waiting = readdirSync(join(ROOT, '.changeset')).filter(
  (name) => name.endsWith('.md') && name !== 'README.md',
);
if (!waiting.length) {
  console.error('No change waits for a release. Say what changed with "npx changeset", and try again.');
  process.exit(1);
}
run('npx', 'changeset', 'version');
// The lock file names the version too.
run('npm', 'install', '--package-lock-only', '--ignore-scripts');
run('npm', 'run', '--silent', 'build');
const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};
const folder = keepRelease(join(ROOT, 'dist'), join(ROOT, 'releases'), version);
run('npm', 'pack', '--ignore-scripts', '--pack-destination', join(ROOT, 'releases'));
console.log(`
${version} is in ${folder}, with its integrity.json, and as a package beside it. Next:
  git add -A && git commit -m "Release ${version}" && git tag v${version}
  npm publish
  RELEASES_DIR=releases npm run gateway, and /widget/${version}/ stays when the next one comes.`);
