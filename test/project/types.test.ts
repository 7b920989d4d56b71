import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import ts from 'typescript';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ROOT} from '../../scripts/install.mjs';

ensureBuilt();

/** Inside of the package, so that it finds itself and the frameworks by their names. */
const folder = join(ROOT, '.cache/types');

const JSX = `
export const good = <rai-store
  gateway="https://gateway.example/v1" theme="dark" sort="price:asc" pageSize={12} page-size="12" signed-in="false" json-ld
  lang="de" scrolling="auto" balance={40} class="rewards" id="rewards"
  onrai-ready={(event) => event.type}
  onrai-redeem={(event) => event.respondWith({redeemed: true, code: event.product.id})}
/>;
export const frame = <rai-store-frame src="https://gateway.example/channel" theme="auto" fill />;
export const card = <rai-product-card product-id="6502c9e514a3e564c5c09c01" eager />;
export const nav = <rai-category-nav for="rewards" onrai-category-change={({category}) => category?.length} />;
`;
/** A name with a hyphen is anybody's in JSX: TypeScript checks the value of those that it knows, and lets others be. */
const WRONG_JSX = [
  '<rai-store theme="blue" />',
  '<rai-store page-size="many" />',
  '<rai-store pagesize={12} />',
  // Every element has a method of that name, which would be replaced.
  '<rai-store scroll="auto" />',
  '<rai-store balance="much" />',
  '<rai-store onrai-redeem={(event) => event.respond()} />',
  '<rai-store-frame theme="blue" />',
  '<rai-shop />',
];

/** What a template compiler makes of attributes is a type of each element: `Of<'rai-store'>`. */
const BY_TYPE = `
export const good: Of<'rai-store'> = {gateway: 'https://gateway.example/v1', theme: 'dark', 'page-size': 12, balance: 40};
export const frame: Of<'rai-store-frame'> = {src: 'https://gateway.example/channel', fill: true};
`;
const WRONG_BY_TYPE = [
  ": Of<'rai-store'> = {theme: 'blue'}",
  ": Of<'rai-store'> = {'page-size': 'many'}",
  ": Of<'rai-store'> = {'page-sice': 12}",
  ": Of<'rai-shop'> = {}",
];

const FRAMEWORKS = {
  react: {right: JSX, wrong: WRONG_JSX, head: ''},
  preact: {right: JSX, wrong: WRONG_JSX, head: ''},
  vue: {
    head: `import type {GlobalComponents} from 'vue';
      type Of<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];`,
    right: `${BY_TYPE}
      export const going: Of<'rai-store'> = {lang: 'de', scrolling: 'auto'};
      export const heard: Of<'rai-store'> = {onRaiRedeem: (event) => event.respondWith({redeemed: false, reason: 'No'})};`,
    wrong: [
      ...WRONG_BY_TYPE,
      ": Of<'rai-store'> = {onRaiReddy: () => {}}",
      ": Of<'rai-store'> = {scroll: 'auto'}",
    ],
  },
  svelte: {
    head: `import type {SvelteHTMLElements} from 'svelte/elements';
      type Of<Tag extends 'rai-store' | 'rai-store-frame'> = SvelteHTMLElements[Tag];`,
    // It sets the properties alone that an element's own class has.
    right: `${BY_TYPE}
      export const going: Of<'rai-store'> = {lang: 'de', scroll: 'auto'};
      export const heard: Of<'rai-store'> = {'onrai-redeem': (event) => event.respondWith({redeemed: false, reason: 'No'})};`,
    wrong: [...WRONG_BY_TYPE, ": Of<'rai-store'> = {'onrai-reddy': () => {}}"],
  },
} as const;

describe('the types for templates', () => {
  before(() => mkdirSync(folder, {recursive: true}));
  after(() => rmSync(folder, {recursive: true}));

  for (const [framework, {head, right, wrong}] of Object.entries(FRAMEWORKS)) {
    it(`know in ${framework} what may be said of each element, and refuse anything else`, () => {
      // Each mistake is wanted: one that goes unnoticed is itself reported.
      const mistakes = wrong.map(
        (text, index) =>
          `// @ts-expect-error\nexport const wrong${index}${text.startsWith('<') ? ` = ${text}` : text};\n`,
      );
      const text = [`import 'rai-store/types/${framework}';`, head, right, ...mistakes].join('\n');

      assert.deepEqual(mistakesIn(framework, text), []);
    });
  }
});

describe('what editors know', () => {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, 'dist/types', file), 'utf8'));

  it('is said to VS Code: every element with its attributes and their values, every token and part', () => {
    const {tags} = json('vscode.html-data.json') as {
      tags: {name: string; attributes: {name: string; values?: object[]}[]}[];
    };
    const {properties} = json('vscode.css-data.json') as {properties: {name: string}[]};

    const store = tags.find(({name}) => name === 'rai-store')!;
    assert.deepEqual(store.attributes.find(({name}) => name === 'theme')?.values, [
      {name: 'auto'},
      {name: 'light'},
      {name: 'dark'},
    ]);
    assert.equal(tags.length, 4);
    assert.ok(properties.some(({name}) => name === '--rai-color-accent'));
  });

  it('is said to JetBrains’ editors, where they look for it', () => {
    const {'web-types': place} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      'web-types': string;
    };
    const {contributions} = JSON.parse(readFileSync(join(ROOT, place), 'utf8')) as {
      contributions: {html: {elements: {name: string}[]}};
    };

    assert.deepEqual(contributions.html.elements.map(({name}) => name).sort(), [
      'rai-category-nav',
      'rai-product-card',
      'rai-store',
      'rai-store-frame',
    ]);
  });
});

/** What the compiler says of a module of a framework's project. */
function mistakesIn(framework: string, text: string): string[] {
  const file = join(folder, `${framework}.tsx`);
  writeFileSync(file, text);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: framework === 'preact' ? 'preact' : 'react',
  });
  return ts.getPreEmitDiagnostics(program).map(({messageText, file, start = 0}) => {
    const {line = 0} = file?.getLineAndCharacterOfPosition(start) ?? {};
    return `${ts.flattenDiagnosticMessageText(messageText, ' ')} at ${file?.text
      .split('\n')
      .slice(line, line + 2)
      .join(' ')}`;
  });
}
