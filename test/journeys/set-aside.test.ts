import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {chromiumOptions} from '../../scripts/browsers.mjs';
import {ensureBuilt} from '../../scripts/build.mjs';
import {FaultyGateway} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';

declare global {
  interface Window {
    /** Whether the page was last shown as it had been left. */
    isKept?: boolean;
  }
}

let host: Host;
let gateway: FaultyGateway;
let browser: Browser;

before(async () => {
  ensureBuilt();
  host = await startHost();
  gateway = new FaultyGateway('closed', host.foreign);
  await gateway.open();
  // Playwright has no page set aside.
  browser = await launch(await chromiumOptions());
});

after(async () => {
  await browser?.close();
  await gateway?.close();
  await host?.close();
});

describe('a page that the browser sets aside, or makes ahead (C11)', () => {
  it('comes back as it was left, with nothing asked again, and goes on', async () => {
    const page = await opened();
    const asked = gateway.heard.length;

    await leaveAndReturn(page);
    assert.equal(await page.evaluate(() => window.isKept), true);
    assert.equal(gateway.heard.length, asked);
    await page.click('rai-store >>> [part=more]');

    await cardsIn(page, 20);
    await page.close();
  });

  it('is made anew where the page has something that no browser sets aside', async () => {
    const page = await opened();
    await page.evaluate(() => addEventListener('unload', () => {}));

    await leaveAndReturn(page);

    assert.equal(await page.evaluate(() => window.isKept), false);
    await page.close();
  });

  it('has its cards when the shopper gets there, and goes on', async () => {
    const page = await browser.newPage();
    const url = host.pageOf([gateway.url]);
    const asked = gateway.heard.length;
    await page.goto(host.pageOf([]));
    assert.equal(await page.evaluate(wasAhead), false);
    await page.evaluate(
      (urls) => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({prerender: [{urls, eagerness: 'immediate'}]});
        document.head.append(rules);
      },
      [url],
    );
    while (gateway.heard.length === asked) await pause(20);

    await Promise.all([page.waitForNavigation(), page.evaluate((url) => (location.href = url), url)]);

    await cardsIn(page, 10);
    assert.equal(await page.evaluate(wasAhead), true);
    await page.click('rai-store >>> [part=more]');
    await cardsIn(page, 20);
    await page.close();
  });
});

/** A page with a store of ten cards, in which more can be shown. */
async function opened(): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() =>
    addEventListener('pageshow', ({persisted}) => (window.isKept = persisted)),
  );
  await page.goto(host.pageOf([gateway.url]));
  await cardsIn(page, 10);
  return page;
}

async function leaveAndReturn(page: Page): Promise<void> {
  await page.goto(`${host.foreign}/open`);
  await page.goBack();
  await cardsIn(page, 10);
}

async function cardsIn(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (count) =>
      document.querySelector('rai-store')?.shadowRoot?.querySelectorAll('[part=grid] rai-product-card')
        .length === count,
    {},
    count,
  );
}

/** Whether the page was made before the shopper went there. */
function wasAhead(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as (PerformanceEntry & {
    readonly activationStart?: number;
  })[];
  return (visit?.activationStart ?? 0) > 0;
}
