import {join} from 'node:path';
import {newest} from './build.mjs';
import {ROOT} from './install.mjs';
import {runQuietly} from './quietly.mjs';

/** Where the docs stand once they are built. */
export const DOCS = join(ROOT, '.cache/docs');

/** What they are made from. */
const SOURCES = [
  'docs',
  'README.md',
  'SECURITY.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'package-lock.json',
];

/** Builds the docs where they are missing or older than what they are made from. Throws where that fails. */
export function ensureDocs() {
  const made = newest('.cache/docs/made.json');
  if (SOURCES.every((source) => newest(source) < made)) return;

  console.log('Building the docs …');
  const args = ['--import', 'tsx', 'docs/site/build.ts'];
  runQuietly(process.execPath, args, 'The docs could not be built: what stands above says why.');
}
