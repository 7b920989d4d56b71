import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser, Request} from 'playwright-core';
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

/** Links that a merchant would like to lead the page away by, and a picture. */
const LINKS = `<p><a href="https://shop.test/one" target="_top" rel="opener">one</a>
  <a href="https://shop.test/two" target="_self">two</a> <a href="/three">three</a></p>`;
const PICTURE =
  '<p>Show this.</p>'.repeat(400) +
  '<img src="https://pictures.test/code.png" loading="eager" referrerpolicy="unsafe-url" alt="Code">';

const DIRTY = 10;

let site: HostSite;
let browser: Browser;

before(async () => {
  const share = Math.ceil(PAYLOADS.length / DIRTY);
  site = await startHostSite({
    products: DIRTY + 2,
    product: (index) => ({
      description:
        [BAITS, LINKS][index - DIRTY] ??
        PAYLOADS.slice(index * share, (index + 1) * share).join('<p>next</p>'),
      ...(index > DIRTY && {redemptionInstructions: PICTURE}),
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

describe('S6, S7: the links and pictures of a merchant', () => {
  /** Opens the product that has them, and hears what goes to either host. */
  const withLinks = (journey: (visit: Visit, asked: Request[]) => Promise<void>) =>
    on(
      `<rai-store gateway="${site.gateway.url}/v1" product="${idOf(DIRTY + 1)}"></rai-store>${boot()}`,
      {'Referrer-Policy': 'unsafe-url'},
      async (visited) => {
        const asked: Request[] = [];
        await visited.page.context().route(/^https:\/\/(shop|pictures)\.test\//, (route, request) => {
          asked.push(request);
          return route.fulfill({contentType: 'text/html', body: '<!doctype html><title>Shop</title>'});
        });
        await visited.page.locator('dialog details').waitFor();
        await journey(visited, asked);
      },
    );

  it('open apart, know nothing of the page, and do not lead it away', async () => {
    await withLinks(async ({page, faults}) => {
      const address = page.url();
      for (const name of ['one', 'two']) {
        const [popup] = await Promise.all([
          page.waitForEvent('popup'),
          page.locator('.prose a', {hasText: name}).click(),
        ]);
        await popup.waitForLoadState();

        assert.equal(popup.url(), `https://shop.test/${name}`);
        assert.deepEqual(await popup.evaluate(() => [window.opener, document.referrer]), [null, '']);
        await popup.close();
      }
      assert.equal(await page.locator('.prose a[href]').count(), 2);
      assert.equal(page.url(), address);
      assert.deepEqual(faults, []);
    });
  });

  it('are asked for when they come into sight, and are not told from which page', async () => {
    await withLinks(async ({page}, asked) => {
      await page.waitForLoadState('networkidle');
      assert.deepEqual(
        asked.map((request) => request.url()),
        [],
      );

      const coming = page.waitForRequest('https://pictures.test/code.png');
      await page.locator('dialog details img').scrollIntoViewIfNeeded();

      assert.equal((await (await coming).allHeaders()).referer, undefined);
      assert.equal(asked.length, 1);
    });
  });

  it('would be seen leading it away and telling, did they stand in the page as they are', async () => {
    await on(LINKS + PICTURE, {'Referrer-Policy': 'unsafe-url'}, async ({page}) => {
      await page.context().route(/^https:\/\/(shop|pictures)\.test\//, (route) => route.fulfill({body: ''}));
      const coming = page.waitForRequest('https://pictures.test/code.png');
      await page.reload();
      assert.equal((await (await coming).allHeaders()).referer, page.url());

      await page.getByText('one').click();
      await page.waitForURL('https://shop.test/one');
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
