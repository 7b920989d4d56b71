import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {ROOT} from '../../../scripts/install.mjs';
import {launch, visit} from '../support/browser.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';
import {watch} from '../support/watched.ts';

/** Every policy that a page could have, but for ours, is refused; and ours a second time too. */
const POLICY = "require-trusted-types-for 'script'; trusted-types returningai-store";

/** Another version, by its address. */
const OTHER = '0.0.9';

type Kind = 'async' | 'defer' | 'plain' | 'module' | 'boot' | 'single' | 'old' | 'oldBoot' | 'oldSingle';

/** How a tag of each kind is written, but for its attributes; those that put a store where they stand take `data-gateway`. */
const TAGS: Readonly<Record<Kind, readonly [attributes: string, file: string, puts: boolean]>> = {
  async: ['async', 'embed.js', true],
  defer: ['defer', 'embed.js', true],
  plain: ['', 'embed.js', true],
  module: ['type="module"', 'embed.js', true],
  boot: ['type="module"', 'rai-store.js', false],
  single: ['', 'rai-store.single.js', false],
  old: ['async', `${OTHER}/embed.js`, true],
  oldBoot: ['type="module"', `${OTHER}/rai-store.js`, false],
  oldSingle: ['defer', `${OTHER}/rai-store.single.js`, false],
};

/** Tags of a page in their order; `store` is an element that the page has written itself. */
const SETS: readonly (readonly (Kind | 'store')[])[] = [
  ['async'],
  ['module'],
  ['async', 'async'],
  ['plain', 'plain', 'plain'],
  ['defer', 'defer', 'defer', 'defer'],
  ['async', 'async', 'async', 'async', 'async'],
  ['module', 'module'],
  ['async', 'defer', 'plain', 'module'],
  ['async', 'old'],
  ['old', 'plain', 'oldBoot'],
  ['async', 'boot'],
  ['single', 'async'],
  ['async', 'single'],
  ['store', 'boot', 'boot'],
  ['boot', 'store', 'oldBoot'],
  ['oldBoot', 'boot', 'store'],
  ['store', 'single', 'single'],
  ['single', 'store', 'oldSingle', 'single'],
  ['boot', 'single', 'store'],
  ['single', 'boot', 'store', 'oldBoot', 'oldSingle'],
];

let site: HostSite;
let browser: Browser;
const releases = mkdtempSync(join(tmpdir(), 'releases-'));

before(async () => {
  site = await startHostSite({releasesDir: releases});
  cpSync(join(ROOT, 'dist'), join(releases, OTHER), {
    recursive: true,
    filter: (file) => !file.startsWith(join(ROOT, 'dist/lib')),
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(releases, {recursive: true});
});

const tag = (kind: Kind) => {
  const [attributes, file, puts] = TAGS[kind];
  const data = puts ? ` data-gateway="${site.gateway.url}/v1"` : '';
  return `<script ${attributes} src="${site.gateway.url}/widget/${file}"${data}></script>`;
};

const body = (set: (typeof SETS)[number]) =>
  set
    .map((kind) =>
      kind === 'store' ? `<rai-store gateway="${site.gateway.url}/v1"></rai-store>` : tag(kind),
    )
    .join('\n<p>The page’s own words.</p>\n');

/** The same page, once as it is and once with its tags in the other order. */
const PAGES = SETS.flatMap((set) => [set, [...set].reverse()]);

describe('E8: tags of any number, kind, order and version', () => {
  for (const [index, set] of PAGES.entries()) {
    it(`make one runtime and no error: ${set.join(', ')}`, async () => {
      const address = site.put(`/many/${index}`, {
        html: `<!doctype html><title>Page</title><body>${body(set)}</body>`,
        headers: {'Content-Security-Policy': POLICY},
      });
      const visited = await visit(browser);
      try {
        const seen = await watch(visited.page);
        await visited.page.goto(address);
        const wanted = set.filter((kind) => kind === 'store' || TAGS[kind][2]).length;
        await visited.page.waitForFunction((wanted) => {
          const stores = [...document.querySelectorAll('rai-store')];
          const full = stores.filter(({shadowRoot}) => shadowRoot?.querySelector('rai-product-card'));
          return full.length === wanted && stores.length === wanted;
        }, wanted);
        await visited.page.waitForLoadState('networkidle');

        const {policies, defined, told} = await seen();
        assert.deepEqual(visited.faults, []);
        assert.deepEqual(policies, ['returningai-store']);
        assert.deepEqual(
          defined.filter((name, at) => defined.indexOf(name) !== at),
          [],
          'no tag is defined twice',
        );
        assert.ok(told.length <= 1, told.join('\n'));
        assert.ok(!told.some((line) => line.startsWith('error')), told.join('\n'));
      } finally {
        await visited.close();
      }
    });
  }

  it('would be seen making two runtimes, were the second one not held back', async () => {
    const address = site.put('/many/two', {
      html: `<!doctype html><title>Page</title><body>${tag('single')}
        <script>delete window[Symbol.for('returningai.store')]</script>${tag('single')}</body>`,
      headers: {'Content-Security-Policy': POLICY},
    });
    const visited = await visit(browser);
    try {
      const seen = await watch(visited.page);
      await visited.page.goto(address);
      await visited.page.waitForLoadState('networkidle');

      const {policies} = await seen();
      assert.deepEqual(policies, ['returningai-store', 'returningai-store']);
      assert.match(visited.faults.join(), /trusted-types/);
    } finally {
      await visited.close();
    }
  });
});
