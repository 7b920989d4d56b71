import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {visit} from './support/browser.ts';
import {setStage} from './support/stage.ts';

const stage = setStage('shift-key-3b9d70');

/** What has moved on a page so far: the score of each shift, and what it was that moved. */
interface Shift {
  readonly value: number;
  /** Whether it came right after a shopper did something, who expects it then. */
  readonly hadRecentInput: boolean;
  readonly moved: readonly string[];
}

/** Opens the partner's page, and records from its first moment on. */
async function openPage(width: number, keepsRoom = true) {
  const visited = await visit(stage.browser, {viewport: {width, height: 900}});
  const {page} = visited;
  await page.addInitScript({path: join(import.meta.dirname, 'support/shift-probe.js')});
  if (!keepsRoom) {
    await page.route('**/partner.css', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace(/min-height: max[^;]*;/, ''),
      });
    });
  }
  await page.goto(`${stage.demo.pages.url}/partner.html`);
  return visited;
}

/** All that has moved, once the frames that were being made are on screen. */
const shiftsOf = async (page: Page): Promise<readonly Shift[]> => {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  return page.evaluate(() => (window as unknown as {shifts: readonly Shift[]}).shifts);
};

const isQuiet = (page: Page) =>
  page.waitForFunction(() => {
    const {shadowRoot} = document.querySelector('rai-store')!;
    const late = ['rai-store-head', 'rai-category-nav', 'rai-store-finder'];
    const isThere = late.every((tag) => shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector('.root'));
    return isThere && !shadowRoot!.querySelector('[aria-busy=true], .skeleton');
  });

describe('the page around a store', () => {
  for (const width of [360, 1280]) {
    it(`does not move while the store loads and changes, ${width} px wide`, async () => {
      const visited = await openPage(width);
      const {page} = visited;
      await isQuiet(page);
      assert.deepEqual(await shiftsOf(page), [], 'load');

      const nav = page.locator('rai-category-nav');
      await nav.locator('[part=category]', {hasText: 'Merchandise'}).click();
      await page.locator('rai-store').locator('[part=name]', {hasText: 'hoodie'}).first().waitFor();
      await isQuiet(page);
      assert.deepEqual(await shiftsOf(page), [], 'category');

      await nav.locator('[part=category]', {hasText: 'All'}).click();
      await page.locator('[part=name]', {hasText: 'Coffee for two'}).waitFor();
      await isQuiet(page);
      assert.deepEqual(await shiftsOf(page), [], 'back to all');

      await page.evaluate(() => document.querySelector('rai-store')!.setAttribute('lang', 'th'));
      await page.locator('[part=name]', {hasText: 'กาแฟ'}).first().waitFor();
      await isQuiet(page);
      assert.deepEqual(await shiftsOf(page), [], 'language');

      await page.locator('[part=more]').click();
      await page.waitForFunction(
        () =>
          document.querySelector('rai-store')!.shadowRoot!.querySelectorAll('rai-product-card').length > 24,
      );
      await isQuiet(page);
      // What stands below makes room at once, which the shopper has asked for; nothing moves when the cards then come.
      assert.deepEqual(
        (await shiftsOf(page)).filter(({hadRecentInput}) => !hadRecentInput),
        [],
        'more',
      );
      await visited.close();
    });
  }

  it('moves only what stands behind the store where the page has kept no room for it', async () => {
    const visited = await openPage(1280, false);
    await isQuiet(visited.page);

    const moved = (await shiftsOf(visited.page)).flatMap((shift) => shift.moved);

    assert.ok(moved.length > 0);
    // What is in a shadow root has no name out here.
    assert.deepEqual(
      moved.filter((what) => what.startsWith('undefined')),
      [],
    );
    await visited.close();
  });

  it('is seen to move where it does', async () => {
    const visited = await openPage(1280);
    const {page} = visited;
    await isQuiet(page);

    await page.locator('rai-store').evaluate((store) => store.style.setProperty('margin-top', '100px'));

    assert.notDeepEqual(await shiftsOf(page), []);
    await visited.close();
  });
});
