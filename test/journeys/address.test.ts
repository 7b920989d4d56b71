import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {visit, type Visit} from './support/browser.ts';
import {setStage} from './support/stage.ts';

const apiKey = 'address-key-90c4d1';

describe('a store in a page’s address', () => {
  const stage = setStage(apiKey);

  /** The partner's page, whose author has written `routing`. */
  async function onPage(query: string, walk: (visit: Visit) => Promise<void>) {
    const visited = await visit(stage.browser);
    const {page, faults} = visited;
    // Before any script of the page runs, as if it stood in its HTML.
    await page.addInitScript(() =>
      new MutationObserver(() =>
        document.querySelector('rai-store:not([routing])')?.setAttribute('routing', 'query'),
      ).observe(document, {childList: true, subtree: true}),
    );
    await page.goto(`${stage.demo.pages.url}/partner.html?lang=en${query}`);
    await walk(visited);
    assert.deepEqual(faults, []);
    await visited.close();
  }

  const detail = (page: Page) => page.locator('rai-product-detail dialog');

  it('is right from the first request on, which is the only one', async () => {
    const id = await stage.desk.find('Sauna by the lake');

    await onPage(`&rai-search=sauna&rai-sort=price:asc&rai-product=${id}`, async ({page, requests}) => {
      await detail(page).locator('details').waitFor();
      assert.equal(await page.locator('rai-product-card').count(), 1);
      assert.equal(await page.locator('rai-store-finder [part=search]').inputValue(), 'sauna');

      const asked = requests.map((request) => new URL(request.url()));
      const lists = asked.filter(({pathname}) => /\/v1\/(storefront|products)$/.test(pathname));
      assert.deepEqual(
        lists.map(({searchParams}) => [searchParams.get('search'), searchParams.get('sort')]),
        [['keyword:sauna', 'price:asc']],
      );
    });
  });

  it('is gone along by Back and Forward, and stays on the page', async () => {
    await onPage('', async ({page}) => {
      const {href} = new URL(page.url());
      const first = page.locator('rai-product-card [part=name]').first();
      const chip = page.locator('rai-category-nav [part=category]').nth(1);
      await chip.click();
      await page.waitForURL(/rai-category=/);
      await first.click();
      await page.waitForURL(/rai-product=/);
      const link = page.url();
      await detail(page).waitFor();

      await page.goBack();
      await detail(page).waitFor({state: 'detached'});
      await page.goForward();
      await detail(page).waitFor();
      assert.equal(page.url(), link);
      await page.reload();
      await detail(page).waitFor();
      await page.keyboard.press('Escape');
      await detail(page).waitFor({state: 'detached'});
      await page.waitForURL((url) => !url.searchParams.has('rai-product'));
      await page.goBack();
      await page.waitForURL(href);
      await page
        .locator('rai-category-nav [part=category]')
        .first()
        .and(page.locator('[aria-pressed=true]'))
        .waitFor();
    });
  });
});

describe('a store without words', () => {
  const stage = setStage(apiKey);

  it('offers a way on that brings them', async () => {
    const visited = await visit(stage.browser);
    const {page} = visited;
    await page.route('**/chunks/engine-*', (route) => route.abort());
    await page.goto(`${stage.demo.pages.url}/partner.html?lang=en`);
    const again = page.getByRole('button', {name: 'Try again'});
    await again.waitFor();
    assert.ok(await page.getByRole('link', {name: 'Open the rewards store in our community'}).isVisible());
    await page.unroute('**/chunks/engine-*');

    await again.click();

    await page.locator('rai-product-card').first().waitFor();
    await visited.close();
  });
});
