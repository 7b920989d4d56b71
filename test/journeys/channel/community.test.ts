import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FrameLocator, Page} from 'playwright-core';
import {bringAxe, findings} from '../support/axe.ts';
import {visit, type Visit} from '../support/browser.ts';
import {sideways} from '../support/sideways.ts';
import {setStage} from '../support/stage.ts';

const COFFEE = 'กาแฟสองแก้ว';

describe('the community with the store as a channel', () => {
  const stage = setStage('community-key-7f31c0');

  for (const [name, options] of [
    ['on a desktop', {viewport: {width: 1280, height: 900}}],
    ['on a phone', {viewport: {width: 390, height: 844}, hasTouch: true}],
  ] as const) {
    it(`is switched to dark and Thai, a reward is found and redeemed, and it stands in the chat, ${name}`, async () => {
      const visited = await open(options);
      const {page, faults} = visited;
      const store = frameOf(page);
      const before = await balance(page);

      await page.locator('#theme').selectOption('dark');
      await page.locator('#language').selectOption('th');
      await store.locator('html[lang=th] rai-store[theme=dark]').waitFor();
      await store.getByRole('searchbox').fill(COFFEE);
      await only(store, COFFEE);
      await followed(page);

      await store.getByRole('button', {name: COFFEE, exact: true}).click();
      const detail = store.getByRole('dialog', {name: COFFEE});
      await detail.locator('[part=redeem]').click();
      await inSight(page, detail.locator('[part=confirm]'));
      await detail.locator('[part=confirm]').click();
      await detail.locator('[part=code]').waitFor();

      await page.waitForFunction(
        (last) => Number(document.querySelector('rai-store-frame')!.getAttribute('balance')) === last,
        before - 256,
      );
      await page
        .locator('#messages .redeemed', {hasText: `แลก “${COFFEE}” แล้ว`})
        .last()
        .waitFor({state: 'attached'});
      assert.deepEqual(await sideways(page), []);
      assert.deepEqual(faults, []);
      await visited.close();
    });
  }

  it('follows the store’s height, which is all of it, so that only the channel scrolls', async () => {
    const visited = await open();
    const {page} = visited;

    const height = await followed(page);

    assert.ok(height > 2_000, `${height} px`);
    await visited.close();
  });

  it('finds its place again when the frame is reloaded, and when the page is', async () => {
    const visited = await open();
    const {page} = visited;
    for (const reload of [
      () =>
        frameOf(page)
          .locator('html')
          .evaluate(() => location.reload()),
      () => page.reload(),
    ]) {
      await page.locator('#theme').selectOption('dark');
      await frameOf(page).locator('rai-store[theme=dark]').waitFor();
      await reload().catch(() => undefined);
      await frameOf(page).locator('rai-store[theme=dark][balance] >> rai-product-card').first().waitFor();
      await followed(page);
      await page.locator('#theme').selectOption('light');
      await frameOf(page).locator('rai-store[theme=light]').waitFor();
    }
    await visited.close();
  });

  it('is as it was after Back and Forward', async () => {
    const visited = await open();
    const {page} = visited;
    await page.goto(`${stage.demo.pages.url}/`);
    await page.goBack();
    await frameOf(page).locator('rai-product-card').first().waitFor();
    await followed(page);
    await page.goForward();
    await page.goBack();
    await frameOf(page).locator('rai-store[balance] >> rai-product-card').first().waitFor();

    await page.locator('#theme').selectOption('dark');

    await frameOf(page).locator('rai-store[theme=dark]').waitFor();
    await visited.close();
  });

  it('has no fault that axe finds, around the frame or in it, light or dark, in Arabic', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visited = await visit(stage.browser, {colorScheme, reducedMotion: 'reduce'});
      await bringAxe(visited.page);
      await visited.page.goto(`${stage.demo.pages.url}/community.html?lang=ar`);
      await frameOf(visited.page).locator('rai-product-card').first().waitFor();
      await visited.page.locator('#messages li').first().waitFor();

      assert.deepEqual(await findings(visited.page), []);
      await visited.close();
    }
  });

  it('F9: is walked by Tab into the frame, through it and out again, and takes the focus for itself never', async () => {
    const visited = await open();
    const {page} = visited;
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'body');
    await frameOf(page).getByRole('searchbox').fill(/** one card alone */ 'Coffee for two');
    await only(frameOf(page), 'Coffee for two');
    await page.locator('.channels a').last().focus();

    const stops: string[] = [];
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const {activeElement: element} = document;
        return element?.localName === 'rai-store-frame'
          ? 'frame'
          : ((element?.id ||
              element?.getAttribute('name') ||
              element?.getAttribute('role') ||
              element?.localName) ??
              '');
      });
      if (stops.at(-1) !== where) stops.push(where);
      if (where === 'text') break;
    }
    assert.deepEqual(
      stops.filter((stop) => stop !== 'rewards-channel'),
      ['frame', 'log', 'text'],
    );
    await visited.close();
  });

  async function open(options = {}): Promise<Visit> {
    const visited = await visit(stage.browser, options);
    await visited.page.goto(`${stage.demo.pages.url}/community.html?lang=en`);
    await frameOf(visited.page).locator('rai-product-card').first().waitFor();
    await visited.page.locator('rai-store-frame[balance]').waitFor();
    return visited;
  }
});

const frameOf = (page: Page): FrameLocator => page.frameLocator('rai-store-frame >> iframe');

const balance = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.querySelector('rai-store-frame')!.getAttribute('balance')));

/** Waits until one card is there, and it is that one's. */
const only = (store: FrameLocator, name: string) =>
  store
    .locator('ul.grid', {has: store.locator('rai-product-card:only-child')})
    .locator('li:only-child', {hasText: name})
    .waitFor();

/** Waits until the frame is as high as all that is in it, and gives that height. */
async function followed(page: Page): Promise<number> {
  const body = frameOf(page).locator('body');
  for (;;) {
    const whole = await body.evaluate((element) => element.getBoundingClientRect().height);
    const given = await page.evaluate(
      () => document.querySelector('rai-store-frame')!.shadowRoot!.querySelector('iframe')!.clientHeight,
    );
    if (Math.abs(whole - given) <= 1) return given;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Demands that something in the frame can be seen on the screen. */
async function inSight(page: Page, place: ReturnType<FrameLocator['locator']>): Promise<void> {
  await place.waitFor();
  const box = (await place.boundingBox())!;
  const {height} = page.viewportSize()!;
  assert.ok(box.y >= 0 && box.y + box.height <= height, JSON.stringify(box));
}
