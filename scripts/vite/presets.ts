import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Plugin} from 'vite';

const FOLDER = path.resolve(import.meta.dirname, '../../src/theme/presets');

/** Puts the looks that come with the widget beside its scripts, as the style sheets that they are. */
export const presets = (): Plugin => ({
  name: 'presets',
  apply: 'build',
  generateBundle() {
    for (const name of readdirSync(FOLDER)) {
      const source = readFileSync(path.join(FOLDER, name), 'utf8');
      this.emitFile({type: 'asset', fileName: `presets/${name}`, source});
    }
  },
});
