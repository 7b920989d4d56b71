import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {ESLint} from 'eslint';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ROOT} from '../../scripts/install.mjs';

/** What the widget's sources may not hold, by why. */
const BANNED: Readonly<Record<string, readonly string[]>> = {
  'a strict style-src refuses': [
    "import {styleMap} from 'lit/directives/style-map.js';",
    'import {html} from \'lit\';\nexport const view = html`<p style="color: red"></p>`;',
  ],
  'HTML would come in by': [
    "import {unsafeHTML} from 'lit/directives/unsafe-html.js';",
    "import {unsafeSVG} from 'lit/directives/unsafe-svg.js';",
    "document.body.innerHTML = '';",
    "document.body.outerHTML = '';",
    "document.body.insertAdjacentHTML('afterend', '');",
  ],
  'text would become code by': [
    "eval('1');",
    "export const made = new Function('1');",
    "export const made = Function('1');",
    "document.write('');",
    "document.writeln('');",
    "setTimeout('1', 1);",
    'setInterval(`1`, 1);',
  ],
  'old libraries break': [
    'export const list = Array.from(new Set([1]));',
    'for (const key in {}) throw new Error(key);',
    "export const text = JSON.stringify(['a']);",
    'export class RaiEvent extends Event {}',
    "dispatchEvent(new Event('go'));",
  ],
};

describe('E5: the widget’s sources', () => {
  const eslint = new ESLint({
    cwd: ROOT,
    // One rule is looked at, and it needs no types.
    overrideConfig: {languageOptions: {parserOptions: {project: false, projectService: false}}},
    ruleFilter: ({ruleId}) => ruleId === 'no-restricted-syntax',
  });
  const faultsIn = async (code: string, file: string) => {
    const [result] = await eslint.lintText(code, {filePath: join(ROOT, file)});
    return result!.messages.map(({message}) => message);
  };

  for (const [why, snippets] of Object.entries(BANNED)) {
    for (const code of snippets) {
      it(`may not hold what ${why}: ${code.split('\n').at(-1)}`, async () => {
        const faults = await faultsIn(code, 'src/elements/store.ts');

        assert.equal(faults.length, 1, faults.join());
      });
    }
  }

  it('may hold what only looks like it', async () => {
    const code = 'setTimeout(() => {}, 1);\nexport const list = [...new Set([1])];\nJSON.stringify({a: 1});';

    assert.deepEqual(await faultsIn(code, 'src/elements/store.ts'), []);
  });
});

/** What a page without `unsafe-eval` or with Trusted Types refuses, as it stands in minified code. */
const REFUSED =
  /\beval\(|\bFunction\(["'`]|document\.write(ln)?\(|\bset(Timeout|Interval)\(["'`]|createObjectURL\(|\bnew (Shared)?Worker\(|\bimportScripts\(/;

describe('E5: the built scripts', () => {
  let scripts: readonly string[];

  before(() => {
    ensureBuilt();
    scripts = ['dist', 'dist/chunks'].flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.js'))
        .map((name) => join(folder, name)),
    );
  });

  it('hold no eval, no Function of text, no document.write, no timer of text and no worker', () => {
    assert.ok(scripts.length > 5);
    for (const file of scripts) assert.doesNotMatch(readFileSync(join(ROOT, file), 'utf8'), REFUSED, file);
  });

  it('would be seen holding them', () => {
    for (const code of [
      'a=eval(b)',
      'new Function("a")',
      'document.write(a)',
      'setTimeout("a",1)',
      'new Worker(a)',
    ])
      assert.match(code, REFUSED);
  });

  it('name neither advertising nor tracking, so that no blocker takes them for it', () => {
    const names = scripts.map((file) => file.slice('dist/'.length));

    for (const name of names) assert.doesNotMatch(name, BLOCKED, name);
    for (const name of ['ad-1.js', 'chunks/promo.js', 'banner.js']) assert.match(name, BLOCKED);
  });
});

/** What lists of blockers look for in addresses, as a word of its own. */
const BLOCKED =
  /(^|[/._-])(ads?|advert\w*|promo\w*|banners?|sponsor\w*|affiliates?|track\w*|pixel|beacon|analytics)(?=[/._-]|$)/i;
