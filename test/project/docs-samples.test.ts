import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path/posix';
import {describe, it} from 'node:test';
import postcss from 'postcss';
import {PRODUCTS} from '../../docs/site/live.ts';
import {samplesIn, type Sample} from '../../docs/site/samples.ts';
import {ROOT} from '../../scripts/install.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The samples of every page that explains how to use the project, with where they stand. */
const SAMPLES = [
  'README.md',
  'CONTRIBUTING.md',
  'samples/README.md',
  ...pagesIn('docs'),
  ...pagesIn('docs/recipes'),
  ...pagesIn('docs/reference'),
]
  .flatMap((file) => samplesIn(read(file)).map((sample) => ({...sample, place: `${file}:${sample.line}`})))
  .filter(({notRun}) => !notRun);

/** What is run in a browser, by test/journeys/docs.test.ts. */
const IN_A_BROWSER = ['html', 'js', 'csp', 'css'];

/** What stands in a sample project, which test/journeys/samples.test.ts builds and opens. */
const IN_A_PROJECT = ['jsx', 'ts', 'vue', 'svelte'];

describe('every sample of the docs', () => {
  it('is run, or says why it is not', () => {
    const known = [...IN_A_BROWSER, ...IN_A_PROJECT, 'sh', 'ini', 'json', ''];

    assert.ok(SAMPLES.length > 40);
    assert.deepEqual(
      SAMPLES.filter(({language}) => !known.includes(language)).map(
        ({place, language}) => `${place} ${language}`,
      ),
      [],
    );
  });

  it('in a framework’s language is a part of its sample project', () => {
    const files = readdirSync(join(ROOT, 'samples'), {recursive: true, encoding: 'utf8'})
      .filter((file) => /\.(?:jsx|ts|vue|svelte)$/.test(file))
      .map((file) =>
        read(join('samples', file)).replaceAll('http://127.0.0.1:4200', 'https://gateway.example'),
      );
    const samples = SAMPLES.filter(({language}) => IN_A_PROJECT.includes(language));

    assert.ok(samples.length >= 4);
    assert.deepEqual(
      samples.filter(({code}) => !files.some((file) => file.includes(code.trim()))).map(({place}) => place),
      [],
    );
  });

  it('for a terminal names scripts, settings and programs that there are', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as {scripts: object}).scripts);
    const settings = new Set(read('docs/operator.md').match(/\b[A-Z][A-Z_\d]{3,}\b/g));
    const lines = SAMPLES.filter(({language}) => language === 'sh').flatMap(commands);
    const wrong = lines.filter(({command, assigned}) => {
      const [program = '', first = '', second = ''] = command.split(/\s+/);
      const isKnown =
        program === 'npm'
          ? scripts.includes(first === 'run' ? second : first)
          : ['npx', 'curl', 'node', 'rai-store-gateway'].includes(program) || command === '';
      return !isKnown || assigned.some((name) => !settings.has(name) && !KNOWN_SETTINGS.includes(name));
    });

    assert.ok(lines.length > 5);
    assert.deepEqual(wrong, []);
    assert.equal(commands({...SAMPLES[0]!, code: 'X=1 npm run no-such'})[0]?.command, 'npm run no-such');
  });

  it('with a product’s id stands on a page that calls it a placeholder', () => {
    const pages = SAMPLES.filter(({code}) => PRODUCTS.some((id) => code.includes(id))).map(
      ({place}) => place.split(':')[0]!,
    );

    assert.ok(pages.length >= 4, pages.join());
    assert.deepEqual(
      pages.filter((page) => !/\bplaceholder\b/.test(read(page).replaceAll(/^\|.*$/gm, ''))),
      [],
    );
  });

  it('in CSS or JSON can be read', () => {
    for (const {language, code} of SAMPLES) {
      if (language === 'css') assert.ok(postcss.parse(code).nodes.length > 0);
      if (language === 'json') assert.doesNotThrow(() => JSON.parse(code) as unknown);
    }
  });
});

/** Settings of the demo and of the tests, which the operator's guide does not speak of. */
const KNOWN_SETTINGS = [
  'GATEWAY_PORT',
  'STORE_PORT',
  'PAGES_PORT',
  'ENGINES',
  'LONG',
  'PORT',
  'STORE',
  'KEY',
  'PRODUCT',
];

/** The commands of a sample for a terminal, with the variables that are set for each. Guides to the store service are run whole by their own test. */
function commands({
  code,
  place,
}: Sample & {readonly place: string}): {place: string; command: string; assigned: string[]}[] {
  if (place.startsWith('docs/store-service.md')) return [];
  return code
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter(Boolean)
    .map((line) => {
      const assigned = [...line.matchAll(/^(?:[A-Z_\d]+=\S*\s*)+/g)].flatMap(([all]) =>
        [...all.matchAll(/([A-Z_\d]+)=/g)].map(([, name]) => name!),
      );
      return {place, command: line.replace(/^(?:[A-Z_\d]+=\S*\s*)+/, ''), assigned};
    });
}

function pagesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);
}
