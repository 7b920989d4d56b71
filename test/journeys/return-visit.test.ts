import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {ensureBuilt} from '../../scripts/build.mjs';
import {launch, visit, type Visit} from './support/browser.ts';
import {withRecords, type Envelope} from './support/faults/catalogue.ts';
import {FaultyGateway, sendJson, type Exchange} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';

const sound = (exchange: Exchange) => sendJson(exchange, exchange.envelope);

const USER = '6502c9e514a3e564c5c09c0a';

/** The same products for another price each. */
const priced = (price: number) => (exchange: Exchange) =>
  sendJson(
    exchange,
    withRecords(exchange.envelope, (record: Envelope) => ({...record, price})),
  );

const status =
  (code: number) =>
  ({response}: Exchange) =>
    void response.writeHead(code, {'Access-Control-Allow-Origin': '*'}).end();

describe('a page with a store that is visited again (C4)', () => {
  let host: Host;
  let browser: Browser;
  let gateway: FaultyGateway;
  /** How the gateway answers from now on. */
  let answer: (exchange: Exchange) => void;
  /** What it has been asked and has not answered. */
  let held: Exchange[];

  const hold = (exchange: Exchange) => void held.push(exchange);

  before(async () => {
    ensureBuilt();
    host = await startHost();
    browser = await launch();
    gateway = new FaultyGateway((exchange) => answer(exchange), host.foreign);
    await gateway.open();
    await gateway.set(true);
  });

  after(async () => {
    await browser?.close();
    await gateway?.close();
    await host?.close();
  });

  beforeEach(() => {
    answer = sound;
    held = [];
    gateway.heard.length = 0;
  });

  const cards = (page: Page) => page.locator('rai-store rai-product-card');
  const mark = (page: Page) => page.locator('rai-store-stale [part=stale]');
  const kept = (page: Page) => page.evaluate(() => Object.keys(sessionStorage));

  /** Visits the page once while all is well, and leaves it. */
  async function afterAVisit(
    test: (page: Page, visited: Visit) => Promise<void>,
    url = host.pageOf([gateway.url]),
  ) {
    const visited = await visit(browser);
    const {page, faults} = visited;
    await page.clock.install();
    await page.goto(url);
    await cards(page).nth(9).waitFor();
    await page.waitForFunction(() => sessionStorage.length > 0);
    await page.goto(`${host.foreign}/open`);
    gateway.heard.length = 0;
    await test(page, visited);
    assert.deepEqual(faults, []);
    await visited.close();
  }

  const comeBack = (page: Page) => page.goto(host.pageOf([gateway.url]), {waitUntil: 'commit'});

  it('has its cards, its title and its categories before its gateway has said a word', async () => {
    await afterAVisit(async (page) => {
      answer = hold;
      await comeBack(page);

      await cards(page).nth(9).locator('[part=price]').waitFor();
      await page.locator('rai-store-head [part=title]').getByText('Rewards Store').waitFor();
      await page.locator('rai-category-nav [part~=category]').nth(1).waitFor();
      assert.equal(held.length, 1);
      assert.equal(await mark(page).count(), 0, 'nobody knows yet that it cannot be reached');
    });
  });

  it('has nothing but their places on a first visit', async () => {
    const {page, ...visited} = await visit(browser);
    answer = hold;
    await page.goto(host.pageOf([gateway.url]));
    await page.locator('rai-store .skeleton').first().waitFor();

    assert.equal(await cards(page).count(), 0);
    await visited.close();
  });

  it('shows what is true now as soon as that is there, for the one request of any visit', async () => {
    await afterAVisit(async (page) => {
      answer = hold;
      await comeBack(page);
      const price = cards(page).first().locator('[part=price]');
      await price.getByText('100').waitFor();

      held.forEach(priced(70));

      await price.getByText('70').waitFor();
      assert.equal(await mark(page).count(), 0);
      assert.deepEqual(
        gateway.heard.map(({url}) => url.split('?')[0]),
        ['/v1/storefront'],
      );

      answer = hold;
      await comeBack(page);
      await price.getByText('70').waitFor();
    });
  });

  it('says of when it is where the gateway never answers, and gets over it by itself', async () => {
    await afterAVisit(async (page) => {
      answer = hold;
      await comeBack(page);
      await cards(page).nth(9).waitFor();
      await page.locator('rai-store-stale [role=status]').waitFor({state: 'attached'});

      for (let second = 0; second < 25; second += 1) await page.clock.runFor(1_000);
      await mark(page).getByText('The store can’t be reached right now.').waitFor();
      assert.equal(await cards(page).count(), 10);

      answer = priced(60);
      for (let second = 0; second < 60 && (await mark(page).count()); second += 1) {
        await page.clock.runFor(1_000);
        await page.evaluate(() => fetch('/favicon.ico').catch(() => undefined));
      }
      await cards(page).first().locator('[part=price]').getByText('60').waitFor();
      assert.equal(await mark(page).count(), 0);
    });
  });

  it('does not show what has been refused since', async () => {
    await afterAVisit(async (page) => {
      answer = status(403);
      await comeBack(page);

      await page.getByText('The store can’t be shown on this page.').waitFor();
      assert.equal(await cards(page).count(), 0);
      assert.deepEqual(await kept(page), []);
    });
  });

  it('is as on a first visit where what is kept cannot be read', async () => {
    await afterAVisit(async (page) => {
      const spoilt = ['{', '[]', '["<html>"]', '["{\\"data\\":7}"]', '[7, "x"]', 'null'];
      for (const record of spoilt) {
        await comeBack(page);
        await cards(page).nth(9).waitFor();
        await page.evaluate((record) => {
          for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, record);
        }, record);
        await comeBack(page);

        await cards(page).nth(9).waitFor();
        assert.equal(await page.getByRole('button', {name: 'Try again'}).count(), 0, record);
      }
    });
  });

  for (const [what, spoil] of [
    [
      'refuses its storage',
      'Object.defineProperty(window, "sessionStorage", {get() { throw new DOMException("no", "SecurityError"); }})',
    ],
    ['has no storage', 'Object.defineProperty(window, "sessionStorage", {value: null})'],
    [
      'has no room left',
      'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }',
    ],
  ] as const) {
    it(`is as on a first visit where the browser ${what}`, async () => {
      const {page, faults, ...visited} = await visit(browser);
      await page.addInitScript({content: spoil});
      for (let times = 0; times < 2; times += 1) {
        await page.goto(host.pageOf([gateway.url]));
        await cards(page).nth(9).waitFor();
        await page.locator('rai-category-nav [part~=category]').nth(1).waitFor();
      }

      assert.deepEqual(faults, []);
      await visited.close();
    });
  }

  it('has no more than four answers kept, and none that is one shopper’s own or not to be kept', async () => {
    const {page, ...visited} = await visit(browser);
    const url = host.pageOf([gateway.url]);
    for (let number = 0; number < 6; number += 1) {
      await page.goto(url.replace('%2Fv1', `%2F${number}%2Fv1`));
      await cards(page).nth(9).waitFor();
      await page.waitForFunction(
        (part) => Object.keys(sessionStorage).some((key) => key.includes(part)),
        `/${number}/v1/storefront`,
      );
    }
    assert.equal((await kept(page)).length, 4);

    await page.evaluate(() => sessionStorage.clear());
    answer = (exchange) => sendJson(exchange, exchange.envelope, {'Cache-Control': 'no-store'});
    await page.goto(url);
    await cards(page).nth(9).waitFor();
    await page.locator('rai-category-nav [part~=category]').nth(1).waitFor();
    assert.deepEqual(await kept(page), []);

    answer = sound;
    await page.goto(host.pageOf([gateway.url], {attributes: `user-id="${USER}"`}));
    await cards(page).nth(9).waitFor();
    await page.locator('rai-category-nav [part~=category]').nth(1).waitFor();
    assert.deepEqual(await kept(page), []);
    assert.ok(gateway.heard.at(-1)!.url.includes(`userID=${USER}`));
    await visited.close();
  });
});
