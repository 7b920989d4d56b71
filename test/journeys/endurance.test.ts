import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {ensureBuilt} from '../../scripts/build.mjs';
import {launch, visit} from './support/browser.ts';
import {withRecords, type Envelope} from './support/faults/catalogue.ts';
import {FaultyGateway, sendJson, type Fault} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';
import {FAULTS} from './support/faults/table.ts';

const HOUR = 3_600_000;

/** What every request of a browser of our own has by itself. */
const USUAL = [
  /^(accept|accept-encoding|accept-language|cache-control|connection|host|origin|pragma|referer|user-agent)$/,
  /^sec-(ch-ua|fetch)/,
];

let host: Host;
let browser: Browser;

before(async () => {
  ensureBuilt();
  host = await startHost();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

/** A gateway that answers in its own way from the beginning. */
async function withGateway(fault: Fault, test: (gateway: FaultyGateway) => Promise<void>): Promise<void> {
  const gateway = new FaultyGateway(fault, host.foreign);
  await gateway.open();
  await gateway.set(true);
  try {
    await test(gateway);
  } finally {
    await gateway.close();
  }
}

const discounted =
  (headers: Readonly<Record<string, string>> = {}): Fault =>
  (exchange) => {
    const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
    const discount = {
      isDiscountEnabled: true,
      discountPrice: 90,
      discountStartDate: at(-1),
      discountEndDate: at(1),
    };
    sendJson(
      exchange,
      withRecords(exchange.envelope, (record: Envelope) => ({...record, ...discount})),
      headers,
    );
  };

const firstPrice = (page: Page) => page.locator('rai-product-card').first().locator('[part=price]');

describe('a shopper’s clock (C10)', () => {
  for (const hours of [-48, -1.5, 0, 1.5, 48]) {
    it(`that is off by ${hours} h leaves a discount as it is by the server’s`, async () => {
      await withGateway(discounted(), async ({url}) => {
        const {page, faults, ...visited} = await visit(browser);
        await page.clock.install({time: Date.now() + hours * HOUR});
        await page.goto(host.pageOf([url]));
        await firstPrice(page).waitFor();

        assert.match(await firstPrice(page).innerText(), /90/);
        assert.deepEqual(faults, []);
        await visited.close();
      });
    });
  }

  it('is all there is where a proxy hides the server’s, and then it does matter', async () => {
    await withGateway(discounted({'Access-Control-Expose-Headers': ''}), async ({url}) => {
      const {page, ...visited} = await visit(browser);
      await page.clock.install({time: Date.now() + 48 * HOUR});
      await page.goto(host.pageOf([url]));
      await firstPrice(page).waitFor();

      assert.match(await firstPrice(page).innerText(), /100/);
      await visited.close();
    });
  });

  it('that goes on while the device sleeps ends a discount as soon as it wakes up', async () => {
    await withGateway(discounted(), async ({url}) => {
      const {page, ...visited} = await visit(browser);
      await page.clock.install();
      await page.goto(host.pageOf([url]));
      await firstPrice(page).getByText('90').waitFor();

      await page.clock.fastForward(3 * HOUR);

      await firstPrice(page).getByText('100').waitFor();
      await visited.close();
    });
  });
});

const sound: Fault = (exchange) => sendJson(exchange, exchange.envelope);

describe('a phone in a lift (C4)', () => {
  it('keeps what it shows, marked as old, says why nothing else comes, and goes on by itself', async () => {
    await withGateway(sound, async ({url}) => {
      const {page, faults, ...visited} = await visit(browser);
      const network = page.context();
      const cards = page.locator('rai-product-card');
      const stale = page.locator('rai-store-stale [part=stale]');
      const notice = page.getByText('The store can’t be reached. Check your connection.');
      await page.goto(host.pageOf([url]));
      await cards.nth(9).waitFor();
      const chip = page.locator('rai-category-nav [part~=category]').nth(1);
      await chip.waitFor();

      await network.setOffline(true);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await stale.waitFor();
      assert.equal(await cards.count(), 10);
      await network.setOffline(false);
      await stale.waitFor({state: 'detached'});

      await network.setOffline(true);
      await chip.click();
      await notice.waitFor();
      await network.setOffline(false);
      await cards.first().waitFor();

      assert.equal(await notice.count(), 0);
      assert.deepEqual(faults, []);
      await visited.close();
    });
  });
});

describe('what a page of a store lives through (C11)', () => {
  it('keeps working after the shopper has gone elsewhere and come Back', async () => {
    await withGateway(sound, async ({url}) => {
      const {page, faults, ...visited} = await visit(browser);
      await page.goto(host.pageOf([url]));
      await page.locator('rai-product-card').nth(9).waitFor();

      await page.goto(`${host.foreign}/open`);
      await page.goBack();
      await page.locator('rai-product-card').nth(9).waitFor();
      await page.locator('[part=more]').click();

      await page.locator('rai-product-card').nth(19).waitFor();
      assert.deepEqual(faults, []);
      await visited.close();
    });
  });

  it('goes on after it was hidden while it loaded', async () => {
    await withGateway(sound, async ({url}) => {
      const {page, faults, ...visited} = await visit(browser);
      const session = await page.context().newCDPSession(page);
      await page.addInitScript(() =>
        Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true}),
      );
      await session.send('Emulation.setFocusEmulationEnabled', {enabled: false});
      await page.goto(host.pageOf([url]));
      await page.locator('rai-product-card').nth(7).waitFor();

      await page.evaluate(() => {
        Reflect.deleteProperty(document, 'visibilityState');
        document.dispatchEvent(new Event('visibilitychange'));
      });

      await page.locator('rai-product-card').nth(9).waitFor();
      assert.deepEqual(faults, []);
      await visited.close();
    });
  });

  it('is light on paper whatever the screen is, with every price, and nothing to press', async () => {
    await withGateway(sound, async ({url}) => {
      const {page, ...visited} = await visit(browser, {colorScheme: 'dark'});
      await page.goto(host.pageOf([url]));
      await page.locator('rai-product-card').nth(9).waitFor();
      const name = page.locator('rai-product-card [part=name]').first();
      const isDarkText = () =>
        name.evaluate((element) => {
          const [red = 255, green = 255, blue = 255] = getComputedStyle(element)
            .color.match(/[\d.]+/g)!
            .map(Number);
          return red + green + blue < 250;
        });
      assert.equal(await isDarkText(), false, 'on a dark screen, words are light');

      await page.emulateMedia({media: 'print', colorScheme: 'dark'});

      assert.equal(await isDarkText(), true);
      assert.equal(await page.locator('rai-product-card [part=price]:visible').count(), 10);
      assert.equal(await page.locator('[part=action]:visible, [part=more]:visible').count(), 0);
      await visited.close();
    });
  });

  it('can be read and used at 400 %', async () => {
    await withGateway(sound, async ({url}) => {
      const {page, faults, ...visited} = await visit(browser, {viewport: {width: 320, height: 256}});
      await page.goto(host.pageOf([url]));
      await page.locator('rai-product-card').nth(9).waitFor();

      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await page.locator('rai-product-card [part=name]').first().click();
      await page.locator('rai-product-detail [part=redeem]:not(:disabled)').click();

      await page.locator('rai-store-redeem [part=confirm]').waitFor();
      assert.deepEqual(faults, []);
      await visited.close();
    });
  });
});

describe('what a store’s requests tell of the shopper (C12)', () => {
  it('is the page’s origin, and nothing else', async () => {
    await withGateway(FAULTS['a date that is none']!, async (gateway) => {
      const {page, ...visited} = await visit(browser);
      await page.goto(`${host.foreign}/open`);
      await page.context().addCookies([{name: 'session', value: 'secret', url: host.foreign}]);
      await page.goto(`${host.pageOf([gateway.url])}&secret=1`);
      await page.locator('rai-product-card').nth(9).waitFor();
      await page.locator('[part=more]').click();
      await page.locator('rai-product-card').nth(19).waitFor();
      await page.locator('rai-product-card [part=name]').first().click();
      await page.locator('rai-product-detail [part=redeem]:not(:disabled)').waitFor();
      const {length} = gateway.heard;
      assert.ok(length >= 3);

      const told = () =>
        gateway.heard.splice(0).flatMap(({method, headers}) => tellsTooMuch(method, headers));
      assert.deepEqual(told(), []);
      await page.evaluate(
        async (url) =>
          fetch(url, {
            credentials: 'include',
            referrerPolicy: 'unsafe-url',
            headers: {'X-Own': '1'},
          }).catch(() => undefined),
        gateway.url,
      );
      await page.evaluate(
        async (url) =>
          fetch(url, {credentials: 'include', referrerPolicy: 'unsafe-url', mode: 'no-cors'}).catch(
            () => undefined,
          ),
        gateway.url,
      );
      const control = told().join();
      for (const part of ['OPTIONS', 'cookie', 'referer'])
        assert.ok(control.includes(part), `${part} in ${control}`);
      await visited.close();
    });
  });
});

/** What a request has that it need not have. */
function tellsTooMuch(method: string, headers: Readonly<NodeJS.Dict<string | string[]>>): string[] {
  return [
    ...(method === 'GET' ? [] : [method]),
    ...Object.keys(headers).filter((name) => !USUAL.some((usual) => usual.test(name))),
    ...(/^https?:\/\/[^/]+\/$/.test(String(headers.referer)) ? [] : [`referer ${String(headers.referer)}`]),
  ];
}
