/** Builds the docs into .cache/docs: `npm run docs`, which `npm start` does by itself where they are out of date. */
import Eleventy, {type Configuration, type Written} from '@11ty/eleventy';
import MiniSearch from 'minisearch';
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {build} from 'vite';
import {DOCS} from '../../scripts/docs.mjs';
import {ROOT} from '../../scripts/install.mjs';
import {FIELDS} from './client/find.js';
import {headingOf, readContents} from './contents.ts';
import {livePage} from './live.ts';
import {forMachines} from './machines.ts';
import {prepareMarkdown, type PageEnvironment} from './markdown.ts';
import {fileOf} from './pages.ts';
import {samplesIn} from './samples.ts';
import {passagesOf} from './sections.ts';

const {sections, pages, made} = readContents();
const ASIDE = `${DOCS}-${process.pid}`;
let written: readonly Written[] = [];

// Aside first, and into place when it is whole: others may be reading the one before, or be building too.
await new Eleventy('docs', relative(ROOT, ASIDE), {quietMode: true, config: configure}).write();
await bundleScripts();
for (const [path, markdown] of pages) addToPage(path, markdown);
const front = readFileSync(join(ROOT, 'README.md'), 'utf8');
addSamples(front, (number) => `examples/readme-${number}.html`, headingOf(front));
put('search.json', JSON.stringify(searchIndex()));
put('llms.txt', forMachines(sections, pages, contentOf));
// The last one, so that its time is the whole build's.
put('made.json', JSON.stringify([...pages.keys()].map(fileOf)));
putInPlace();

function configure(configuration: Configuration) {
  configuration.setUseGitIgnore(false);
  configuration.ignores.add('docs/site/**');
  configuration.setIncludesDirectory('site');
  configuration.setTemplateFormats(['md']);
  for (const path of made) configuration.addTemplate(`${path}.md`, pages.get(path) ?? '');
  configuration.addPassthroughCopy({
    'docs/site/assets': 'assets',
    'docs/*.{jpg,webp,svg,png}': '.',
  });
  configuration.amendLibrary('md', (markdown) =>
    prepareMarkdown(markdown, environmentOf, (path) => pages.has(path)),
  );
  configuration.on('eleventy.after', ({results}) => {
    written = results;
  });
  configuration.addGlobalData('layout', 'layout.njk');
  configuration.addGlobalData('eleventyComputed', {
    permalink: ({page}: Data) => `/${fileOf(pathOf(page.inputPath))}`,
    title: ({page}: Data) => titleOf(pathOf(page.inputPath)),
    root: ({page}: Data) => rootOf(pathOf(page.inputPath)),
    markdown: ({page}: Data) => markdownFile(pathOf(page.inputPath)).split('/').at(-1),
    list: ({page}: Data) => listFor(pathOf(page.inputPath)),
  });
  return {markdownTemplateEngine: false};
}

interface Data {
  readonly page: {readonly inputPath: string};
}

/** What stands beside a page: every section with its pages, and which of them this one is. */
function listFor(path: string) {
  return sections.map(({title, pages}) => ({
    title,
    pages: pages.map((page) => ({
      href: rootOf(path) + fileOf(page),
      title: titleOf(page),
      isHere: page === path || (page === 'decisions/README' && path.startsWith('decisions/')),
    })),
  }));
}

/** Makes one file of what runs in the pages. */
async function bundleScripts() {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: join(ASIDE, 'assets'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      lib: {entry: 'docs/site/client/docs.js', formats: ['es'], fileName: 'docs'},
      rolldownOptions: {output: {minify: true}},
    },
  });
}

/** Puts beside a page its samples at work, whether it shows them or not, and its Markdown for machines. */
function addToPage(path: string, markdown: string) {
  addSamples(markdown, (number) => exampleOf(path, number), titleOf(path));
  put(markdownFile(path), markdown);
}

function addSamples(markdown: string, fileOfSample: (number: number) => string, title: string) {
  samplesIn(markdown)
    .filter(({language}) => language === 'html')
    .forEach(({code}, at) => put(fileOfSample(at + 1), livePage(code, {title, root: '../'})));
}

function searchIndex() {
  const index = new MiniSearch(FIELDS);
  index.addAll([...pages.keys()].flatMap((path) => passagesOf(fileOf(path), contentOf(path))));
  return index;
}

/** What the Markdown of a page became, without what stands around it. */
function contentOf(path: string): string {
  const page = written.find(({inputPath}) => pathOf(inputPath) === path);
  if (!page) throw new Error(`docs/${path}.md became no page.`);
  return /<article>(.*)<\/article>/s.exec(page.content)?.[1] ?? '';
}

function environmentOf(env: object): PageEnvironment {
  const path = pathOf((env as Data).page.inputPath);
  return Object.assign(env, {path, root: rootOf(path), example: (number: number) => exampleOf(path, number)});
}

function pathOf(inputPath: string): string {
  return inputPath.replace(/^(?:\.\/)?docs\//, '').replace(/\.md$/, '');
}

function exampleOf(path: string, number: number): string {
  return `examples/${fileOf(path)
    .replace(/\.html$/, '')
    .replaceAll('/', '-')}-${number}.html`;
}

function markdownFile(path: string): string {
  return fileOf(path).replace(/\.html$/, '.md');
}

function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

function titleOf(path: string): string {
  return headingOf(pages.get(path) ?? '').replaceAll('`', '');
}

function putInPlace() {
  const before = `${ASIDE}-before`;
  if (existsSync(DOCS)) renameSync(DOCS, before);
  renameSync(ASIDE, DOCS);
  rmSync(before, {recursive: true, force: true});
}

function put(file: string, content: string) {
  const place = join(ASIDE, file);
  mkdirSync(dirname(place), {recursive: true});
  writeFileSync(place, content);
}
