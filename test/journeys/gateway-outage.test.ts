import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {originsOf} from '../../demo/pages/server.ts';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {launch, visit} from './support/browser.ts';

const apiKey = 'gateway-outage-key-6b1c77';

const MINUTE = 60_000;

describe('the gateway being away for ten minutes while one browses', () => {
  let demo: Demo;
  let back: RunningGateway | undefined;
  let browser: Browser;

  before(async () => {
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey});
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await back?.close();
    await demo?.store.close();
    await demo?.pages.close();
  });

  it('leaves every card and the shopper’s place, says why what is new does not come, and ends by itself', async () => {
    const {page, faults} = await visit(browser);
    await page.clock.install();
    await page.goto(`${demo.pages.url}/partner.html`);
    const cards = page.locator('rai-store rai-product-card');
    const more = page.locator('rai-store [part=more]');
    const notice = page.locator('rai-store > rai-store-notice, rai-store .root > rai-store-notice');
    await cards.nth(23).waitFor();
    await page.locator('rai-category-nav [part~=category]').nth(1).waitFor();
    await more.click();
    await cards.nth(40).waitFor();
    const count = await cards.count();
    const detail = page.locator('rai-product-detail');
    await cards.first().locator('[part=name]').click();
    await detail.locator('[part=redeem]:not(:disabled)').waitFor();
    await page.keyboard.press('Escape');
    await detail.waitFor({state: 'detached'});
    await cards.nth(30).scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    assert.ok(place > 0);

    await demo.gateway.close();

    await cards.nth(30).locator('[part=name]').click();
    for (let second = 0; second < 25; second += 1) await page.clock.runFor(1_000);
    await detail.getByText('The store can’t be reached. Check your connection.').waitFor();
    await page.keyboard.press('Escape');
    await detail.waitFor({state: 'detached'});
    assert.equal(await cards.count(), count);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - place) <= 1);

    // The network goes and comes, as in a lift; what is shown is read anew, and can't be.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    for (let minute = 0; minute < 10; minute += 1) await page.clock.runFor(MINUTE);
    await page.locator('rai-store-stale [part=stale]').waitFor();
    assert.equal(await cards.count(), count);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - place) <= 1);
    assert.equal(await notice.count(), 0);

    await page.locator('rai-category-nav [part~=category]').nth(1).click();
    for (let second = 0; second < 25; second += 1) await page.clock.runFor(1_000);
    await page.getByText('The store can’t be reached. Check your connection.').waitFor();
    await page.getByRole('button', {name: 'Try again'}).waitFor();

    back = await startGateway({
      port: Number(new URL(demo.gateway.url).port),
      upstream: `${demo.store.url}/v1`,
      key: apiKey,
      origins: originsOf(demo.pages.url),
    });
    // A second at a time, since the network's own time is real.
    for (let second = 0; second < 600 && (await cards.count()) === 0; second += 1) {
      await page.clock.runFor(1_000);
      await page.evaluate(() => fetch('/favicon.ico').catch(() => undefined));
    }

    await cards.first().locator('[part=name]').waitFor();
    assert.equal(await page.getByRole('button', {name: 'Try again'}).count(), 0);
    assert.equal(await page.locator('rai-category-nav [aria-pressed=true]').count(), 1);
    assert.deepEqual(faults, []);
  });
});
