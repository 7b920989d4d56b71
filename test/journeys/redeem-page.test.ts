import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {visit} from './support/browser.ts';
import {setStage} from './support/stage.ts';

const apiKey = 'redeem-page-key-2f86d0';

describe('the partner’s page', () => {
  const stage = setStage(apiKey);

  it('answers the store’s event from its own server, and the balance falls, in every language', async () => {
    const productID = await stage.desk.add({
      price: 900,
      vouchers: ['A-1'],
      redemptionInstructions: '<p>Show.</p>',
    });
    const visited = await visit(stage.browser);
    const {page, faults} = visited;
    await page.goto(`${stage.demo.pages.url}/partner.html`);
    await page.getByText('Alex · 5,000 coins').waitFor();

    const outcome = await fireRedeem(page, productID);

    assert.deepEqual(outcome, {redeemed: true, code: 'A-1', instructions: '<p>Show.</p>', balance: 4_100});
    await page.getByText('Alex · 4,100 coins').waitFor();
    await page.getByLabel('Language').selectOption('de');
    await page.getByText('Alex · 4.100 Münzen').waitFor();
    assert.deepEqual(faults, []);
    await visited.close();
  });

  it(
    'shows the fallen stock as soon as the gateway’s answer is no longer fresh',
    {timeout: 20_000},
    async () => {
      const productID = await stage.desk.find('Cinema ticket, any day');
      const visited = await visit(stage.browser);
      const {page} = visited;
      const stock = page
        .locator('rai-product-card')
        .filter({hasText: 'Cinema ticket'})
        .locator('[part=stock]');
      await page.goto(`${stage.demo.pages.url}/partner.html`);
      assert.equal(await stock.innerText(), 'Only 2 left');

      await fireRedeem(page, productID);

      do await page.reload();
      while ((await stock.innerText()) !== 'Only 1 left');
      await visited.close();
    },
  );

  it('does not buy again when a lost answer makes the shopper try again, even after a reload', async () => {
    const productID = await stage.desk.add({vouchers: ['C-1', 'C-2', 'C-3']});
    const visited = await visit(stage.browser);
    const {page} = visited;
    await page.goto(`${stage.demo.pages.url}/partner.html`);
    await page.route('**/redeem?*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await assert.rejects(fireRedeem(page, productID));
    await page.unroute('**/redeem?*');
    await page.reload();

    const again = await fireRedeem(page, productID);
    const another = await fireRedeem(page, productID);

    assert.deepEqual([again.code, another.code], ['C-1', 'C-2']);
    assert.equal(await stage.desk.stock(productID), 1);
    await visited.close();
  });

  it('is as good where nobody is known to be signed in', async () => {
    const visited = await visit(stage.browser);
    const {page, faults} = visited;
    await page.route('**/member', (route) => route.abort());

    await page.goto(`${stage.demo.pages.url}/partner.html`);

    await page.locator('rai-product-card').first().waitFor();
    assert.equal(await page.locator('#member').textContent(), '');
    assert.deepEqual(faults, []);
    await visited.close();
  });

  /** Fires what the store fires when a shopper has confirmed, and gives what the page answered. */
  function fireRedeem(page: Page, id: string): Promise<{redeemed: boolean; code?: string}> {
    return page.evaluate(
      (id) =>
        new Promise<{redeemed: boolean; code?: string}>((respondWith) => {
          const event = new Event('rai-redeem', {bubbles: true, composed: true});
          Object.assign(event, {product: {id}, information: {}, respondWith});
          document.querySelector('rai-store')!.dispatchEvent(event);
        }),
      id,
    );
  }
});
