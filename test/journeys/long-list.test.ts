import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {visit} from './support/browser.ts';
import {setStage} from './support/stage.ts';

const stage = setStage('long-list-key-7f21c0');

describe('a shopper who comes back to a list', () => {
  for (const [way, go] of [
    ['by Back', (page: Page) => page.goto(`${stage.demo.pages.url}/index.html`).then(() => page.goBack())],
    ['by Reload', (page: Page) => page.reload()],
  ] as const) {
    it(`finds as many products as there were, and the place among them, ${way}`, async () => {
      await onPage({scroll: 'auto'}, async (page) => {
        const place = await goDown(page);

        await go(page);
        await page.waitForFunction(isAt, place);

        assert.deepEqual(await page.evaluate(firstSeen), place);
      });
    });
  }

  it('begins at the beginning where the page has not asked for it', async () => {
    await onPage({}, async (page) => {
      await page.locator('[part=more]').click();
      await page.locator('[part=grid] rai-product-card').nth(23).waitFor();
      await page.mouse.wheel(0, 1500);
      await page.waitForFunction(() => scrollY > 1000);

      await page.reload();
      await page.locator('rai-store-finder [part=search]').waitFor();

      assert.equal(await page.locator('[part=grid] rai-product-card').count(), 12);
      assert.equal(await page.evaluate(() => history.state as unknown), null);
    });
  });
});

/** Opens the partner's page with other attributes for its store, and holds it to having done nothing wrong. */
async function onPage(attributes: Readonly<Record<string, string>>, walk: (page: Page) => Promise<void>) {
  const visited = await visit(stage.browser);
  const {page, faults} = visited;
  // Before any script of the page runs, as if it stood in its HTML.
  await page.addInitScript(
    (all) => {
      new MutationObserver(() => {
        const store = document.querySelector('rai-store:not([page-size="12"])');
        for (const [name, value] of Object.entries(all)) store?.setAttribute(name, value);
      }).observe(document, {childList: true, subtree: true});
    },
    {'page-size': '12', ...attributes},
  );
  await page.goto(`${stage.demo.pages.url}/partner.html?lang=en`);
  await page.locator('[part=grid] rai-product-card').first().waitFor();
  await walk(page);
  assert.deepEqual(faults, []);
  await visited.close();
}

/** Scrolls until four pages are there and the page has come to rest; says what is seen first then, and how far down. */
async function goDown(page: Page) {
  await page.mouse.move(600, 400);
  for (let card = 12; card <= 36; card += 12) {
    await page.mouse.wheel(0, 1500);
    await page.locator('[part=grid] rai-product-card').nth(card).waitFor();
  }
  // At rest, in the list and not below it, when ten frames in a row are the same.
  let [before, same] = ['', 0];
  while (same < 10) {
    const now = await page.evaluate(firstSeen);
    same = now[0] && JSON.stringify(now) === before ? same + 1 : 0;
    before = JSON.stringify(now);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return page.evaluate(firstSeen);
}

/** The place in the list of the first card that is seen, and how far below the top of the window it is. */
function firstSeen() {
  const {shadowRoot} = document.querySelector('rai-store')!;
  const item = [...shadowRoot!.querySelectorAll('li')].find((one) => one.getBoundingClientRect().bottom > 0);
  return [item?.getAttribute('aria-posinset'), Math.round(item?.getBoundingClientRect().top ?? 0)];
}

function isAt([place, top]: readonly unknown[]) {
  const item = document
    .querySelector('rai-store')
    ?.shadowRoot?.querySelector(`[aria-posinset="${String(place)}"]`);
  return item && Math.abs(item.getBoundingClientRect().top - Number(top)) < 1;
}
