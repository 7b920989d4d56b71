import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './install.mjs';
import {runQuietly} from './quietly.mjs';

/** What the build reads; anything newer than the build's last product means that the build is out of date. */
const SOURCES = [
  'src',
  'scripts/vite',
  'scripts/manifest',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.lib.json',
  'package-lock.json',
];

/** What the build makes, the last of each of its steps. */
const PRODUCTS = [
  'dist/rai-store.js',
  'dist/embed.js',
  'dist/channel-host.js',
  'dist/rai-store.single.js',
  'dist/lib/index.js',
  'dist/custom-elements.json',
];

/** Builds the widget into dist/ where it is missing or older than its sources. Throws where the build fails. */
export function ensureBuilt() {
  const built = Math.min(...PRODUCTS.map((file) => changed(file)));
  if (built > 0 && SOURCES.every((source) => newest(source) <= built)) return;

  console.log('Building the widget …');
  runQuietly(
    'npm',
    ['run', '--silent', 'build'],
    'The widget could not be built: what stands above says why.',
  );
}

/**
 * @param {string} source - A file or a folder of the project.
 * @returns {number} When the newest file in it was changed, in epoch ms; 0 where there is none.
 */
export function newest(source) {
  const folder = statSync(join(ROOT, source), {throwIfNoEntry: false})?.isDirectory();
  const inside = folder ? readdirSync(join(ROOT, source), {recursive: true, encoding: 'utf8'}) : [];
  return Math.max(changed(source), ...inside.map((file) => changed(join(source, file))));
}

/** @param {string} file */
function changed(file) {
  return statSync(join(ROOT, file), {throwIfNoEntry: false})?.mtimeMs ?? 0;
}
