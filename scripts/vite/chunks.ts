import {readFileSync} from 'node:fs';
import type {Manifest} from 'vite';

/** Where the split edition's build tells which file each of its sources became. */
const MANIFEST = 'dist/.vite/manifest.json';

/**
 * The files that the boot script asks for, as literals for the build's `define`: it is built after the others, so that the
 * names of theirs, which hold their hashes, are known. Fails where a source has no file of its own.
 */
export function chunks(): string {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  const fileOf = (source: string) => {
    const file = manifest[source]?.file;
    if (!file) throw new Error(`The build made no file of its own for ${source}.`);
    return `./${file}`;
  };
  const words = Object.keys(manifest)
    .map((source) => /^src\/i18n\/messages\/(.+)\.ts$/.exec(source))
    .filter((match) => match !== null)
    .map(([source, language]) => [language, fileOf(source)] as const);
  return JSON.stringify({
    store: fileOf('src/define/late.ts'),
    engine: fileOf('src/i18n/engine.ts'),
    words: Object.fromEntries(words) as Record<string, string>,
  });
}
