import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Page} from 'playwright-core';
import {setHostStage} from '../support/host-stage.ts';

const stage = setHostStage({product: () => ({name: 'Mug'})});
const {boot, on, store} = stage;

const TEMPLATE = `<template slot="card"><article class="own"><img data-rai="image" width="40" height="30">
  <h3 data-rai="name"></h3><b data-rai="price"></b><button data-rai="choose"></button></article></template>`;

/** The file of what draws by templates. */
const OWN = /\/own-card-/;

/** Notes in each frame, from the page's first moment on, what is in the store's list. */
const PROBE = `{
  const seen = (globalThis.seen = new Set());
  const look = () => {
    const list = document.querySelector('rai-store')?.shadowRoot;
    for (const what of ['.skeleton', 'rai-product-card', 'rai-store-own-card'])
      if (list?.querySelector(what)) seen.add(what);
    requestAnimationFrame(look);
  };
  look();
}`;
const seenOn = (page: Page) =>
  page.evaluate(() => [...(globalThis as unknown as {seen: Set<string>}).seen].sort());

describe('a page with a template for the cards of its store', () => {
  it('never shows other cards than its own, and nothing moves when they come', async () => {
    await on(
      store('', TEMPLATE) + boot(),
      async ({page}) => {
        await page.locator('.own h3').nth(2).waitFor();
        await page.locator('rai-store-finder input').first().waitFor();
        await page.waitForLoadState('networkidle');

        assert.deepEqual(await seenOn(page), ['.skeleton', 'rai-store-own-card']);
        const shifts = await page.evaluate(
          () => (globalThis as unknown as {shifts: {value: number}[]}).shifts,
        );
        const sum = shifts.reduce((total, {value}) => total + value, 0);
        assert.ok(sum < 0.02, JSON.stringify(shifts));
      },
      async (page) => {
        await page.addInitScript({
          path: fileURLToPath(new URL('../support/shift-probe.js', import.meta.url)),
        });
        await page.addInitScript({content: PROBE});
        await page.route(OWN, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          await route.continue();
        });
      },
    );
  });

  it('shows the store’s own cards where the file of what draws by it does not come', async () => {
    await on(
      store('', TEMPLATE) + boot(),
      async ({page}) => {
        await page.locator('rai-product-card [part=name]').nth(2).waitFor();
        assert.equal(await page.locator('.own').count(), 0);
      },
      (page) => page.route(OWN, (route) => route.abort()),
    );
  });

  it('shows a link where no element can be, as if there were no template', async () => {
    await on(
      store('redeem-url="https://community.test/"', TEMPLATE) + boot(),
      async ({page}) => {
        await page.locator('rai-store > a[href="https://community.test/"]').waitFor();
      },
      (page) => page.route(/\/store-\w+\.js/, (route) => route.abort()),
    );
  });

  it('E1, E3: may be under a policy that allows nothing but a nonce, the gateway and the pictures, with Trusted Types', async () => {
    const nonce = 'r4nd0m';
    const policy =
      `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'none'; connect-src ${stage.site.gateway.url}; ` +
      `img-src ${stage.site.url}; require-trusted-types-for 'script'; trusted-types returningai-store`;
    const html = `<!doctype html><html lang="en"><head><title>Page</title><link rel="icon" href="data:,">
      <meta http-equiv="Content-Security-Policy" content="${policy}"></head>
      <body>${store('', TEMPLATE)}${boot().replace('<script', `<script nonce="${nonce}"`)}</body></html>`;

    await on(html, async ({page}) => {
      await page.locator('.own button').first().click();
      await page.locator('rai-product-detail [part=redeem]').first().waitFor();
    });
  });

  it('E16: has nothing left of it when the store goes, however often that is', async () => {
    await on(store('', TEMPLATE) + boot(), async ({page}) => {
      await page.locator('.own h3').nth(2).waitFor();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const cycle = (times: number) =>
        page.evaluate(async (times) => {
          const model = document.querySelector('rai-store')!;
          for (let time = 0; time < times; time += 1) {
            const made = document.createElement('rai-store');
            made.setAttribute('gateway', model.getAttribute('gateway')!);
            made.append(model.querySelector('template')!.cloneNode(true));
            document.body.append(made);
            await (made as unknown as {ready: Promise<unknown>}).ready;
            while (made.querySelectorAll('.own').length < 3) await new Promise(requestAnimationFrame);
            document.body.prepend(made);
            made.remove();
            if (made.children.length > 1) throw new Error(`There is still ${made.innerHTML}.`);
          }
        }, times);
      const held = async () => {
        for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
        const {metrics} = await session.send('Performance.getMetrics');
        return metrics.find(({name}) => name === 'Nodes')!.value;
      };
      await cycle(5);
      const before = await held();
      await cycle(30);
      const after = await held();

      assert.ok(after <= before + 200, `${before} → ${after} nodes`);
    });
  });
});
