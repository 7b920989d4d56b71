import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Plugin} from 'vite';

/**
 * Writes `integrity.json` beside the files that the build has made so far: of every script and every preset what a page
 * writes into the tag's `integrity` (https://www.w3.org/TR/sri-2/), by the file's name. The last of the builds leaves it complete.
 */
export function integrity(folder = 'dist'): Plugin {
  return {
    name: 'integrity',
    apply: 'build',
    closeBundle() {
      const names = ['', 'chunks/', 'presets/'].flatMap((inside) =>
        existsSync(join(folder, inside))
          ? readdirSync(join(folder, inside))
              .filter((name) => /\.(?:js|css)$/.test(name))
              .map((name) => inside + name)
          : [],
      );
      const hashes = names.sort().map((name): [string, string] => {
        const hash = createHash('sha384').update(readFileSync(join(folder, name)));
        return [name, `sha384-${hash.digest('base64')}`];
      });
      writeFileSync(
        join(folder, 'integrity.json'),
        `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`,
      );
    },
  };
}
