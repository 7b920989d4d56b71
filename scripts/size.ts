/**
 * What a page pays for the widget, in bytes as brotli (quality 11) leaves them. Run after a build, it prints the table of
 * the README.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import type {Manifest} from 'vite';
import {ROOT} from './install.mjs';

/** A file of `dist/`, with its bytes as they are and as brotli leaves them. */
export interface Size {
  readonly file: string;
  readonly raw: number;
  readonly brotli: number;
}

/** The built widget's files, by what they are for. Throws where there is no build. */
export function sizes() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/.vite/manifest.json'), 'utf8')) as Manifest;
  const show = manifest['src/embed/show.ts']!;
  const boot = readFileSync(join(ROOT, 'dist/rai-store.js'), 'utf8');
  const named = [...new Set(boot.match(/chunks\/[\w-]+\.js/g))];
  return {
    loader: sizeOf('embed.js'),
    channel: sizeOf('channel.js'),
    channelHost: sizeOf('channel-host.js'),
    boot: sizeOf('rai-store.js'),
    elements: {...sizeOf(show.file), imports: show.imports ?? []},
    words: sizeOf(named.find((file) => file.startsWith('chunks/engine-'))!),
    languages: languageFiles().map(sizeOf),
    controls: sizeOf(manifest['src/define/controls.ts']!.file),
    detail: sizeOf(manifest['src/define/product-detail.ts']!.file),
    single: sizeOf('rai-store.single.js'),
  };
}

/** The files of the languages, whose names the boot script makes of their tags. */
const languageFiles = () =>
  readdirSync(join(ROOT, 'dist/chunks'))
    .filter((name) => /^[a-z]{2}(-[A-Z]\w+)?-\w{8}\.js$/.test(name))
    .map((name) => `chunks/${name}`);

/** What a file of `dist/` weighs. */
export function sizeOf(file: string): Size {
  const content = readFileSync(join(ROOT, 'dist', file));
  const params = {[constants.BROTLI_PARAM_QUALITY]: 11};
  return {file, raw: content.length, brotli: brotliCompressSync(content, {params}).length};
}

function print() {
  const {loader, boot, elements, words, languages, controls, detail, single} = sizes();
  const kB = (...files: Size[]) => (files.reduce((sum, {brotli}) => sum + brotli, 0) / 1000).toFixed(2);
  const largest = languages.reduce((first, next) => (next.brotli > first.brotli ? next : first));
  const rows: [size: string, what: string][] = [
    [kB(loader), 'loader, where a page takes the store by one classic tag (embed.js)'],
    [kB(boot), 'boot script (rai-store.js)'],
    [kB(elements), 'elements for the first cards'],
    [kB(words), 'words (i18next, English)'],
    [kB(boot, elements, words), '= all scripts before the first card'],
    [kB(largest), 'a further language, the largest'],
    [kB(controls), 'head, categories, search and sort'],
    [kB(detail), 'detail, with DOMPurify'],
    [kB(single), 'single-file edition, all languages'],
  ];
  console.log('kB, brotli');
  for (const [size, what] of rows) console.log(`${size.padStart(7)}  ${what}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) print();
