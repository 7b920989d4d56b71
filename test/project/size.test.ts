import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ROOT} from '../../scripts/install.mjs';
import {sizeOf, sizes} from '../../scripts/size.ts';
import {LANGUAGES} from '../../src/i18n/messages/files.ts';

ensureBuilt();

/** Every script that the build makes for a page. */
const scripts = ['.', 'chunks'].flatMap((folder) =>
  readdirSync(join(ROOT, 'dist', folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => sizeOf(join(folder, name))),
);
console.log(
  [
    '     raw   brotli  file',
    ...scripts.map(({file, raw, brotli}) => `${raw}`.padStart(8) + `${brotli}`.padStart(9) + `  ${file}`),
  ].join('\n'),
);

describe('the built widget', () => {
  const {loader, channel, channelHost, boot, elements, words, controls, detail, languages} = sizes();

  it('needs at most 14 kB before the first card, without the words’ library', () => {
    const bytes = boot.brotli + elements.brotli;

    assert.ok(bytes <= 14_000, `${bytes} bytes`);
  });

  it('needs at most 30 kB of scripts before the first card in English', () => {
    const bytes = boot.brotli + elements.brotli + words.brotli;

    assert.ok(bytes <= 30_000, `${bytes} bytes`);
  });

  it('needs at most 1.5 kB for the one tag that puts a store where it stands', () => {
    assert.ok(loader.brotli <= 1_500, `${loader.brotli} bytes`);
    assert.doesNotMatch(source(loader.file), /^\s*(import|export)\b|import\.meta/m, 'a classic script');
  });

  it('needs at most 2.5 kB more in a frame, and at most 3.6 kB around it', () => {
    assert.ok(channel.brotli <= 2_500, `${channel.brotli} bytes`);
    assert.ok(channelHost.brotli <= 3_600, `${channelHost.brotli} bytes`);
    assert.doesNotMatch(source(channelHost.file), /^\s*(import|export)\b|import\.meta/m, 'a classic script');
  });

  it('asks with its first script, which waits for no other file', () => {
    assert.doesNotMatch(source(boot.file), /\b(from|import)\s*["']/);
    assert.match('import{a}from"./chunks/a.js"', /\b(from|import)\s*["']/);
  });

  it('loads nothing before the elements’ file that the boot script does not ask for itself', () => {
    assert.deepEqual(elements.imports, []);
  });

  it('brings DOMPurify with the detail alone', () => {
    const holders = [boot, elements, words, controls, detail, ...languages].filter(({file}) =>
      source(file).includes('uponSanitizeAttribute'),
    );

    assert.deepEqual(holders, [detail]);
  });

  it('has a file of its own for each language but English', () => {
    const end = /-\w{8}\.js$/;
    const ends = new Set(languages.map(({file}) => end.exec(file)?.[0]));

    assert.deepEqual(languages.map(({file}) => file.slice(7).replace(end, '')).sort(), [...LANGUAGES].sort());
    assert.equal(ends.size, 1, 'one hash of them all, as the boot script makes their names');
    assert.ok(source(boot.file).includes([...ends][0]!));
  });

  it('makes one Trusted Types policy of its own name, and none of Lit’s', () => {
    const all = [boot, elements, words, controls, detail].map(({file}) => source(file)).join('\n');

    assert.doesNotMatch(all, /createPolicy\(\W*lit-html/);
    assert.equal(all.match(/createPolicy\(["'`]returningai-store/g)?.length, 1);
  });

  it('puts no name of Lit’s on the page’s window, and calls none from there', () => {
    const names = /\b(litHtml|litElement|reactiveElement)(Versions|PolyfillSupport|HydrateSupport)\b/;

    for (const file of scripts.map(({file}) => file)) assert.doesNotMatch(source(file), names, file);
    assert.match(readFileSync(join(ROOT, 'node_modules/lit-html/lit-html.js'), 'utf8'), names);
  });
});

const source = (file: string) => readFileSync(join(ROOT, 'dist', file), 'utf8');
