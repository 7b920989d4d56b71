import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {STATES} from '../../demo/pages/states/table.ts';
import {launch, visit} from './support/browser.ts';
import {shortcomings, spaceOut} from './support/geometry.ts';
import {sideways} from './support/sideways.ts';
import {visitState} from './support/state-visit.ts';

/** A window of 1280 × 1024 px at 400 %. */
const ZOOMED = {width: 320, height: 256};

/** What a shopper comes by: cards, a filter, shelves, a detail, a form, a code. */
const STATIONS = ['discount', 'filter', 'shelves', 'long-texts-detail', 'form', 'code', 'other-directions'];

describe('the store for everyone', () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'everyone-key-7c1'});
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  const state = (name: string) => STATES.find((one) => one.name === name)!;
  const at = (name: string, {language = 'en', width = 1280}: {language?: 'en' | 'ar'; width?: number} = {}) =>
    visitState(browser, demo.pages.url, state(name), {language, width});

  for (const name of STATIONS) {
    it(`has nothing cut and nothing to scroll sideways at 400 % and with wide spacing: ${name}`, async () => {
      for (const language of ['en', 'ar'] as const) {
        const visited = await at(name, {language, width: ZOOMED.width});
        const {page} = visited;

        for (const size of [{width: 320, height: 800}, ZOOMED]) {
          await page.setViewportSize(size);
          assert.deepEqual(await sideways(page), [], `${language}, ${size.height} px high`);
          assert.deepEqual((await shortcomings(page, 24)).cut, [], `${language}, ${size.height} px high`);
        }
        await spaceOut(page);
        assert.deepEqual(await sideways(page), [], `${language}, spaced`);
        assert.deepEqual((await shortcomings(page, 24)).cut, [], `${language}, spaced`);
        await visited.close();
      }
    });
  }

  it('has targets of 24 px with a mouse and of 44 px with a finger', async () => {
    for (const name of STATIONS) {
      const visited = await at(name);
      assert.deepEqual((await shortcomings(visited.page, 24)).small, [], name);
      await visited.close();
    }
    const touch: BrowserContextOptions = {
      hasTouch: true,
      isMobile: true,
      viewport: {width: 390, height: 844},
    };
    const visited = await visit(browser, touch);
    const {page} = visited;
    await page.goto(`${demo.pages.url}/states/shelves?lang=en`);
    await page.locator('[part=card]').first().waitFor();
    await page.locator('rai-store-shelf').first().waitFor({state: 'attached'});
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('rai-store-shelf [part=card]').first().waitFor();
    assert.deepEqual((await shortcomings(page, 44)).small, [], 'list');
    await page.locator('[part=name]').first().click();
    await page.locator('rai-product-detail [part=redeem]').waitFor();
    assert.deepEqual((await shortcomings(page, 44)).small, [], 'detail');
    await visited.close();
  });

  it('lets all of a detail be reached in a window that is 256 px high', async () => {
    const visited = await at('long-texts-detail', {width: ZOOMED.width});
    const {page} = visited;
    await page.setViewportSize(ZOOMED);

    for (const part of ['.title', '.prose', '[part=redeem]', '.close']) {
      const place = page.locator(`rai-product-detail ${part}`).first();
      await place.scrollIntoViewIfNeeded();
      const box = (await place.boundingBox())!;
      const isSeen = box.y + Math.min(box.height, 24) <= ZOOMED.height && box.y + box.height > 0;
      assert.ok(isSeen, `${part} at ${box.y}`);
    }
    await visited.close();
  });

  it('tells in forced colours what is chosen, what has the focus, and where things end', async () => {
    const visited = await visit(browser, {forcedColors: 'active'});
    const {page} = visited;
    await page.goto(`${demo.pages.url}/states/discount?lang=en`);
    const chip = page.locator('rai-category-nav .chip');
    await chip.first().waitFor();
    const look = (of: string) =>
      page
        .locator(of)
        .first()
        .evaluate((element) => {
          const {backgroundColor, borderTopStyle, borderTopColor, outlineStyle} = getComputedStyle(element);
          return {backgroundColor, borderTopStyle, borderTopColor, outlineStyle};
        });

    const chosen = await look('rai-category-nav [aria-pressed=true]');
    const other = await look('rai-category-nav [aria-pressed=false]');
    const action = await look('[part=action]');
    const canvas = await page.evaluate(() => {
      document.body.style.setProperty('color', 'Canvas');
      return getComputedStyle(document.body).color;
    });
    await page.locator('[part=action]').first().focus();
    const focused = await page
      .locator('[part=action]')
      .first()
      .evaluate((element) => element.matches(':focus-visible'));

    assert.notEqual(chosen.backgroundColor, other.backgroundColor);
    for (const {borderTopStyle, borderTopColor} of [chosen, other, action, await look('[part=card]')]) {
      assert.equal(borderTopStyle, 'solid');
      assert.notEqual(borderTopColor, canvas);
    }
    assert.ok(focused);
    assert.notEqual((await look('[part=action]')).outlineStyle, 'none');
    await visited.close();
  });

  it('has the focus come out from under the mark of what is no longer fresh', async () => {
    const visited = await at('stale', {width: 360});
    const {page} = visited;
    await page.setViewportSize({width: 360, height: 420});
    await page.locator('[part=stale]').waitFor();
    await page.locator('rai-category-nav .chip').first().focus();

    let seen = 0;
    for (let tabs = 0; tabs < 16; tabs += 1) {
      await page.keyboard.press('Tab');
      const place = await focusedBox(page);
      if (!place) break;
      seen += 1;
      assert.ok(!place.isCovered, `"${place.name}" lies under the mark`);
    }
    assert.ok(seen > 6, `${seen} places`);
    await visited.close();
  });

  it('says how many there are when further ones have come, and leaves the focus in the list at its end', async () => {
    const visited = await visit(browser);
    const {page} = visited;
    await page.goto(`${demo.pages.url}/partner.html?lang=en`);
    const more = page.locator('[part~=more]');
    await more.waitFor();
    const status = page.locator('rai-store-finder [role=status]');
    const all = Number(/\d+/.exec(await status.innerText())?.[0]);

    await more.focus();
    let clicks = 0;
    for (; clicks < 20 && (await more.count()); clicks += 1) {
      const before = await page.locator('rai-store [part=grid] > li').count();
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (before) =>
          document.querySelector('rai-store')!.shadowRoot!.querySelectorAll('[part~=grid] > li').length >
          before,
        before,
      );
      await page.waitForFunction(() => {
        const finder = document.querySelector('rai-store')!.shadowRoot!.querySelector('rai-store-finder')!;
        return /\d/.test(finder.shadowRoot!.querySelector('[role=status]')!.textContent);
      });
      const said = await status.innerText();
      if (await more.count()) assert.match(said, /so far/);
      else assert.equal(said, `${all} rewards`);
    }

    assert.ok(clicks > 0);
    assert.ok(await focusedBox(page), 'the focus is somewhere');
    await visited.close();
  });
});

describe('what measures the store', () => {
  it('finds a target that is too small and words that are cut, in a shadow root', async () => {
    const browser = await launch();
    const page = await browser.newPage();
    await page.setContent(`<x-made-up><template shadowrootmode="open">
      <button style="width: 20px; height: 30px">i</button>
      <p style="height: 10px; overflow: hidden">Only 2 left</p>
      <button style="width: 30px; height: 30px">i</button><p>Only 2 left</p>
    </template></x-made-up>`);

    const {small, cut} = await shortcomings(page, 24);

    assert.deepEqual([small.length, cut.length], [1, 1], [...small, ...cut].join('\n'));
    await browser.close();
  });
});

/** What has the focus, and whether the mark at the store's foot lies over all of it. */
async function focusedBox(page: Page): Promise<{name: string; isCovered: boolean} | undefined> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body || !element.closest('*')) return undefined;
    const store = document.querySelector('rai-store')!.shadowRoot!;
    const mark = store.querySelector('rai-store-stale')?.shadowRoot?.querySelector('.mark');
    const box = element.getBoundingClientRect();
    const over = mark?.getBoundingClientRect();
    const isCovered =
      !!over &&
      box.top >= over.top - 1 &&
      box.bottom <= over.bottom + 1 &&
      box.left < over.right &&
      box.right > over.left;
    return {name: element.textContent.trim().slice(0, 40), isCovered};
  });
}
