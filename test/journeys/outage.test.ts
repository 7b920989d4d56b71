import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startDemo, type Demo, type RunningServer} from '../../demo/demo.ts';
import {startStore} from '../../demo/store/server.ts';
import {launch, visit} from './support/browser.ts';

const apiKey = 'outage-key-8ac1e3';

describe('the store service being away', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rai-store-outage-'));
  let demo: Demo;
  let back: RunningServer | undefined;
  let browser: Browser;

  before(async () => {
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey, dataDir});
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await demo?.gateway.close();
    await demo?.pages.close();
    await back?.close();
    rmSync(dataDir, {recursive: true});
  });

  it('is told to the shopper, who tries again when it is back and sees the store', async () => {
    const {page, faults} = await visit(browser);
    await demo.store.close();

    await page.goto(`${demo.pages.url}/partner.html`);

    await page.getByText('The store isn’t available right now.').waitFor();
    assert.equal(await page.locator('rai-product-card').count(), 0);

    back = await startStore({port: Number(new URL(demo.store.url).port), apiKey, dataDir});
    await page.getByRole('button', {name: 'Try again'}).click();

    await page.locator('rai-product-card').filter({hasText: 'Coffee for two'}).waitFor();
    await page.getByRole('heading', {name: 'Spend what the trail earned you'}).waitFor();
    assert.equal(await page.getByText('The store isn’t available right now.').count(), 0);
    assert.deepEqual(faults, []);
  });
});
