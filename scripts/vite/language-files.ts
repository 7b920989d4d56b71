import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Plugin} from 'vite';

const FOLDER = path.resolve(import.meta.dirname, '../../src/i18n/messages');

/** What stands in the folder and is no language's file; English comes with the engine. */
const OTHERS = ['en', 'files', 'messages'];

/**
 * Makes a file of each language under a name that follows from its tag and one hash of them all, and puts that rule in the
 * place of the table of files: a table of twenty hashed names would be a fifth of a kilobyte before the first card.
 */
export function languageFiles(): Plugin {
  const names = readdirSync(FOLDER).map((file) => path.basename(file, '.ts'));
  const tags = names.filter((name) => !OTHERS.includes(name)).sort();
  const hash = createHash('sha256');
  // The table says what such a file exports: where that changes, so does the name.
  for (const tag of ['files', ...tags]) hash.update(readFileSync(sourceOf(tag)));
  const end = `-${hash.digest('base64url').replace(/\W|_/g, '').slice(0, 8)}.js`;
  return {
    name: 'language-files',
    apply: 'build',
    buildStart() {
      for (const tag of tags)
        this.emitFile({type: 'chunk', id: sourceOf(tag), fileName: `chunks/${tag}${end}`});
    },
    load: {
      filter: {id: /\/i18n\/messages\/files\.ts$/},
      handler: () => `
        export const LANGUAGES = ${JSON.stringify(tags.join(' '))}.split(' ');
        export const load = (tag) => tag && import(/* @vite-ignore */ './chunks/' + tag + ${JSON.stringify(end)});
      `,
    },
  };
}

const sourceOf = (tag: string) => path.join(FOLDER, `${tag}.ts`);
