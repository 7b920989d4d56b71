import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {ROOT} from '../../scripts/install.mjs';
import {bringAxe, findings} from './support/axe.ts';
import {launch, visit} from './support/browser.ts';

/** In the order in which the page offers them. */
const ORDER = ['linen', 'ink', 'aurora', 'harbour', 'meadow', 'arcade'];

describe('the presets’ page', () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'presets-key-5b2'});
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('offers all that there are', () => {
    const files = readdirSync(join(ROOT, 'src/theme/presets'));

    assert.deepEqual(
      ORDER.toSorted(),
      files.map((file) => file.replace('.css', '')),
    );
  });

  it('shows each of them in light and dark, in colours that can be read', async () => {
    const visited = await visit(browser, {reducedMotion: 'reduce'});
    const {page} = visited;
    await bringAxe(page);
    await page.goto(`${demo.pages.url}/presets.html`);
    await page.locator('rai-product-card').first().waitFor();
    await page.locator('rai-category-nav button').first().waitFor();
    const accents = new Set<string>();

    assert.deepEqual(
      await page
        .locator('[name=look]')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      ['', ...ORDER],
    );
    for (const look of ORDER) {
      await page.locator(`[name=look][value=${look}]`).check();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
        const action = page.locator('rai-product-card [part=action]:enabled').first();
        accents.add(await action.evaluate((button) => getComputedStyle(button).backgroundColor));

        assert.deepEqual(await findings(page, 'community colour'), [], `${look}, ${colorScheme}`);
      }
    }
    assert.equal(accents.size, 2 * ORDER.length);
    assert.deepEqual(await findings(page), []);
    await visited.close();
  });

  it('keeps the look in its address, and says how to have it', async () => {
    const visited = await visit(browser);
    const {page, faults} = visited;
    await page.goto(`${demo.pages.url}/presets.html?look=linen&theme=dark`);
    await page.locator('rai-product-card').first().waitFor();

    assert.equal(await page.locator('rai-store').getAttribute('theme'), 'dark');
    assert.equal(
      await page.locator('#snippet').innerText(),
      [
        `<script type="module" src="${demo.gateway.url}/widget/rai-store.js"></script>`,
        `<link rel="stylesheet" href="${demo.gateway.url}/widget/presets/linen.css">`,
        `<rai-store class="rai-linen" theme="dark" gateway="${demo.gateway.url}/v1"></rai-store>`,
      ].join('\n'),
    );
    await page.locator('[name=look][value=ink]').check();
    assert.equal(new URL(page.url()).search, '?look=ink&theme=dark');
    assert.deepEqual(faults, []);
    await visited.close();
  });
});
