import {readFileSync} from 'node:fs';
import type {Manifest} from 'vite';

/** Where the split edition's build tells which file each of its sources became. */
const MANIFEST = 'dist/.vite/manifest.json';

/**
 * The file that the elements are in, relative to the boot script, as a literal for the build's `define`. The boot script is
 * built after it, since the file's name holds its hash.
 */
export function showFile(): string {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  const file = manifest['src/embed/show.ts']?.file;
  if (!file)
    throw new Error(`${MANIFEST} names no file for src/embed/show.ts: build the split edition first.`);
  return JSON.stringify(`./${file}`);
}
