import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path/posix';
import {describe, it} from 'node:test';
import ts from 'typescript';
import {ROOT} from '../../scripts/install.mjs';

/**
 * Each folder (or file) of ours, and what its files may import besides their neighbours in it. `folder/*` is the files
 * that stand directly in it. Where two rows fit a file, the longer one holds. ARCHITECTURE.md shows the same table.
 */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'src/catalog': [],
  'src/content': [],
  'src/theme': [],
  // Summaries for proxies that have none.
  'src/api': ['src/catalog', 'src/content/plain-text.ts'],
  'src/i18n': ['src/catalog'],
  'src/controllers': [
    'src/api',
    'src/i18n',
    'src/catalog',
    'src/theme/community.ts',
    'src/theme/more-contrast.ts',
  ],
  'src/elements': [
    'src/controllers',
    'src/catalog',
    'src/content',
    'src/theme',
    'src/i18n/text.ts',
    'src/i18n/product-words.ts',
    'src/i18n/messages/messages.ts',
    // What to ask for, how to read it and how it can fail; the client, which asks, stays out of reach.
    'src/api/projection.ts',
    'src/api/detail.ts',
    'src/api/requests.ts',
    'src/api/surroundings.ts',
    'src/api/errors.ts',
  ],
  // Where elements are registered they are also given the client and the words that they work with.
  'src/define': ['src/elements', 'src/controllers', 'src/api', 'src/i18n'],
  'src/embed': [
    'src/define',
    'src/elements',
    'src/controllers',
    'src/api',
    'src/i18n',
    // Whether the page lets templates be parsed.
    'src/content/trusted-types.ts',
    // The frame that stands where no element can.
    'src/channel/host-page.ts',
  ],
  'src/channel/protocol.ts': ['src/channel/checks.ts'],
  // The events that cross the frame, and the language of the page around it; no element and no client.
  'src/channel': [
    'src/elements/events.ts',
    'src/elements/finding-events.ts',
    'src/elements/product-view-event.ts',
    'src/elements/redeem-event.ts',
    'src/controllers/surroundings.ts',
    'src/i18n/language-at.ts',
  ],
  'src/gateway': ['src/api/contract.ts', 'src/content/policy.ts'],
  'src/*': ['src/elements', 'src/catalog', 'src/api/errors.ts'],
  'demo/store': [],
  'demo/pages': [],
  'demo/*': ['demo/store', 'demo/pages', 'src/gateway/node.ts'],
};

describe('the import table', () => {
  const files = ['src', 'demo'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
      .map((file) => join(folder, file.replaceAll('\\', '/')))
      .filter((file) => /\.(ts|m?js)$/.test(file)),
  );

  it('holds for every file of src/ and demo/', () => {
    assert.ok(files.length > 0);

    const broken = files.flatMap((file) => violations(file, readFileSync(join(ROOT, file), 'utf8')));

    assert.deepEqual(broken, []);
  });

  it('refuses an import that no row allows, however it is written', () => {
    const source = `
      import {a} from '../elements/card.ts';
      import type {B} from '../api/client.ts';
      export * from '../../demo/store/server.ts';
      const later = () => import('../i18n/text.ts');
      import {fine} from './stock.ts';
      import {html} from 'lit';
    `;

    assert.deepEqual(violations('src/catalog/made-up.ts', source), [
      'src/catalog/made-up.ts imports src/elements/card.ts',
      'src/catalog/made-up.ts imports src/api/client.ts',
      'src/catalog/made-up.ts imports demo/store/server.ts',
      'src/catalog/made-up.ts imports src/i18n/text.ts',
    ]);
  });

  it('allows a single file of a folder without opening the rest of it', () => {
    const source = `import '../api/contract.ts'; import '../api/client.ts';`;

    assert.deepEqual(violations('src/gateway/made-up.ts', source), [
      'src/gateway/made-up.ts imports src/api/client.ts',
    ]);
  });

  it('refuses a folder that it does not name', () => {
    assert.deepEqual(violations('src/extras/made-up.ts', ''), ['src/extras/made-up.ts stands in no row']);
    assert.deepEqual(violations('demo/extras/a.ts', ''), ['demo/extras/a.ts stands in no row']);
  });
});

function violations(file: string, source: string): string[] {
  const row = Object.keys(TABLE)
    .filter((path) => isIn(file, path))
    .sort((a, b) => b.length - a.length)[0];
  if (row === undefined) return [`${file} stands in no row`];

  const allowed = [row, ...TABLE[row]!];
  return ts
    .preProcessFile(source, true, true)
    .importedFiles.map(({fileName}) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier))
    .filter((imported) => !allowed.some((path) => isIn(imported, path)))
    .map((imported) => `${file} imports ${imported}`);
}

function isIn(file: string, path: string): boolean {
  if (path.endsWith('/*')) return dirname(file) === dirname(path);
  return file === path || file.startsWith(`${path}/`);
}
