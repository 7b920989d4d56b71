/**
 * What a page pays for the widget, in bytes as brotli (quality 11) leaves them. Run after a build, it prints the table of
 * the README.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import {ROOT} from './install.mjs';

/** @typedef {{file: string, raw: number, brotli: number}} Size */

/**
 * The sizes of the built widget's files, by what they are for. Throws where there is no build.
 *
 * @returns {{boot: Size, elements: Size & {imports: string[]}, words: Size, controls: Size, detail: Size, languages: Size[], single: Size}}
 */
export function sizes() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/.vite/manifest.json'), 'utf8'));
  const boot = readFileSync(join(ROOT, 'dist/rai-store.js'), 'utf8');
  const chunks = [...new Set([...boot.matchAll(/chunks\/[\w-]+\.js/g)].map(([file]) => file))];
  const named = (name) => {
    const found = chunks.filter((file) => file.startsWith(`chunks/${name}-`));
    if (found.length !== 1)
      throw new Error(`dist/rai-store.js names ${found.length} files for "${name}", not one.`);
    return sizeOf(found[0]);
  };
  const show = manifest['src/embed/show.ts'];
  return {
    boot: sizeOf('rai-store.js'),
    elements: {...sizeOf(show.file), imports: show.imports ?? []},
    words: named('engine'),
    controls: sizeOf(manifest['src/define/controls.ts'].file),
    detail: sizeOf(manifest['src/define/product-detail.ts'].file),
    languages: chunks.filter((file) => /\/[a-z]{2}(-\w+)*-[\w-]{8}\.js$/.test(file)).map(sizeOf),
    single: sizeOf('rai-store.single.js'),
  };
}

/**
 * @param {string} file - Relative to dist/.
 * @returns {Size}
 */
function sizeOf(file) {
  const content = readFileSync(join(ROOT, 'dist', file));
  const params = {[constants.BROTLI_PARAM_QUALITY]: 11};
  return {file, raw: content.length, brotli: brotliCompressSync(content, {params}).length};
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {boot, elements, words, controls, detail, languages, single} = sizes();
  const language = languages.reduce((largest, next) => (next.brotli > largest.brotli ? next : largest));
  const kB = (...parts) => (parts.reduce((sum, {brotli}) => sum + brotli, 0) / 1000).toFixed(2);
  const rows = [
    ['boot script (rai-store.js)', kB(boot)],
    ['elements for the first cards', kB(elements)],
    ['words (i18next, English)', kB(words)],
    ['= all scripts before the first card', kB(boot, elements, words)],
    ['a further language, the largest', kB(language)],
    ['head, categories, search and sort', kB(controls)],
    ['detail, with DOMPurify', kB(detail)],
    ['single-file edition, all languages', kB(single)],
  ];
  console.log('kB, brotli');
  for (const [what, size] of rows) console.log(`${size.padStart(7)}  ${what}`);
}
