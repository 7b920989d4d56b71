import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {LIBRARIES} from '../../../demo/pages/hosts/libraries.ts';
import {ATTACKS} from '../../support/attacks.ts';
import {launch, visit, type Visit} from '../support/browser.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';

const PAYLOADS = Object.values(ATTACKS).flat();

/** What each of these libraries would act on, on a page that has it. */
const BAITS = `<p>{{ (window.bitten = 'vue') }}{{ _toDisplayString.constructor('window.bitten = 1')() }}</p>
  <p v-html="(window.bitten = 'vue')" v-on:click="window.bitten = 'vue'" :title="(window.bitten = 'vue')">v</p>
  <p x-data x-init="window.bitten = 'alpine'" @click="window.bitten = 'alpine'">x</p>
  <p hx-get="/bitten" hx-trigger="load" hx-on:click="window.bitten = 'htmx'" data-hx-get="/bitten" data-hx-trigger="load">h</p>
  <p><a href="https://shop.test/" data-remote="true" data-method="delete" data-confirm="Bitten?" data-url="/bitten">r</a></p>`;

const DIRTY = 10;

let site: HostSite;
let browser: Browser;

before(async () => {
  const share = Math.ceil(PAYLOADS.length / DIRTY);
  site = await startHostSite({
    products: DIRTY + 1,
    product: (index) => ({
      description:
        index === DIRTY ? BAITS : PAYLOADS.slice(index * share, (index + 1) * share).join('<p>next</p>'),
    }),
  });
  for (const [name, path] of Object.entries(LIBRARIES))
    site.put(`/${name}.js`, {html: readFileSync(path, 'utf8'), type: 'text/javascript'});
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const boot = () => `<script type="module" src="${site.gateway.url}/widget/rai-store.js"></script>`;

async function on(
  body: string,
  headers: Readonly<Record<string, string>>,
  journey: (visit: Visit) => Promise<void>,
): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>${body}</body></html>`;
  const visited = await visit(browser);
  try {
    await visited.page.goto(site.put('/merchant', {html, headers}));
    await journey(visited);
  } finally {
    await visited.close();
  }
}

const idOf = (index: number) => `507f1f77bcf86cd7994390${String(index).padStart(2, '0')}`;

describe('S2, S8: dirty descriptions through the gateway', () => {
  const headers = () => ({
    'Content-Security-Policy':
      `default-src 'none'; script-src ${site.gateway.url} 'nonce-x'; connect-src ${site.gateway.url}; img-src ${site.url} https:; ` +
      'report-uri /reports',
  });
  const reports = () => site.asked.filter((request) => request === 'POST /reports').length;

  it('cause not one report, and no script and no dialog', async () => {
    const before = reports();
    const store = `<rai-store gateway="${site.gateway.url}/v1"></rai-store>${boot()}`;
    await on(store, headers(), async ({page, faults}) => {
      await page.locator('rai-product-card').first().waitFor();
      for (let index = 0; index < DIRTY; index += 1) {
        await page.evaluate(
          (id) => Object.assign(document.querySelector('rai-store')!, {product: id}),
          idOf(index),
        );
        await page.locator(`dialog .prose`).first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => Object.assign(document.querySelector('rai-store')!, {product: undefined}));
        await page.locator('dialog').waitFor({state: 'detached'});
      }

      assert.deepEqual(faults, []);
      assert.equal(reports(), before);
    });
  });

  it('would cause reports, were they not cleaned', async () => {
    const before = reports();
    const script = `<div id="x"></div><script nonce="x">document.getElementById('x').innerHTML = ${JSON.stringify(PAYLOADS.join('')).replaceAll('<', '\\u003c')}</script>`;
    await on(script, headers(), async ({page, faults}) => {
      await page.waitForLoadState('networkidle');

      assert.ok(reports() > before);
      assert.notDeepEqual(faults, []);
    });
  });
});

/** How a page of each library is written, with its content inside. */
const PAGES: Readonly<Record<string, (inside: string) => string>> = {
  vue: (inside) =>
    `<div id="app">${inside}</div><script src="/vue.js"></script><script>
      const app = Vue.createApp({});
      app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('rai-');
      app.mount('#app');
    </script>`,
  alpine: (inside) => `<main x-data>${inside}</main><script defer src="/alpine.js"></script>`,
  htmx: (inside) => `<main>${inside}</main><script src="/htmx.js"></script>`,
  'rails-ujs': (inside) =>
    `<script src="/jquery.js"></script><script src="/rails-ujs.js"></script><main>${inside}</main>`,
};

/** What bait was taken: by a script, or by a request. */
const bitten = async ({page, faults}: Visit) => [
  ...((await page.evaluate(() => (window as unknown as {bitten?: string}).bitten)) ? ['script'] : []),
  ...faults.filter((fault) => fault.startsWith('dialog')),
];

describe('S13: merchant HTML on a page of a library that acts on what it finds', () => {
  for (const [library, page] of Object.entries(PAGES)) {
    it(`is words and no more: ${library}`, async () => {
      const asked = site.asked.length;
      const store = `<rai-store gateway="${site.gateway.url}/v1" product="${idOf(DIRTY)}"></rai-store>`;
      await on(page(store) + boot(), {}, async (visited) => {
        await visited.page.locator('dialog .prose').first().waitFor();
        await visited.page.locator('dialog .prose p').first().click();
        await visited.page.waitForLoadState('networkidle');

        assert.deepEqual(await bitten(visited), []);
        assert.ok(!site.asked.slice(asked).some((request) => request.endsWith('/bitten')));
        assert.match(await visited.page.locator('dialog .prose').first().innerText(), /\{\{/);
      });
    });

    it(`would be acted on, did it stand in the page: ${library}`, async () => {
      const asked = site.asked.length;
      const bait =
        library === 'vue' ? "<p>{{ _toDisplayString.constructor('window.bitten = 1')() }}</p>" : BAITS;
      await on(page(bait), {}, async (visited) => {
        await visited.page.waitForLoadState('networkidle');
        if (library === 'rails-ujs')
          await visited.page.getByText('r', {exact: true}).click({noWaitAfter: true});
        await visited.page.waitForLoadState('networkidle');

        const wasAsked = site.asked.slice(asked).some((request) => request.endsWith('/bitten'));
        assert.ok(wasAsked || (await bitten(visited)).length > 0);
      });
    });
  }
});
