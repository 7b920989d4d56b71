import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {setHostStage} from '../support/host-stage.ts';

const stage = setHostStage();
const {on} = stage;

const loader = (attributes = '') =>
  `<script async src="${stage.site.gateway.url}/widget/embed.js" data-gateway="${stage.site.gateway.url}/v1" ${attributes}></script>`;

const card = (page: Page) => page.locator('rai-product-card').first();

describe('the loader', () => {
  it('puts a store where its tag stands, with every attribute that the tag names', async () => {
    const words = `<p id="before"></p>${loader('data-theme="dark" data-lang="de" data-page-size="2" data-heading-level="3" data-id="shop" data-onclick="alert(1)" data-style="color:red"')}<p id="after"></p>`;
    await on(words, async ({page}) => {
      await card(page).waitFor();

      const [around, attributes] = await page.evaluate(() => {
        const store = document.querySelector('rai-store')!;
        const names = store.getAttributeNames().filter((name) => name !== 'gateway');
        return [
          [store.previousElementSibling?.localName, store.nextElementSibling?.id],
          names.map((name) => `${name}=${store.getAttribute(name)}`).sort(),
        ];
      });
      assert.deepEqual(around, ['script', 'after']);
      assert.deepEqual(attributes, ['heading-level=3', 'id=shop', 'lang=de', 'page-size=2', 'theme=dark']);
      assert.match(await page.locator('[part=root]').first().getAttribute('lang').then(String), /^de/);
    });
  });

  it('asks before the boot script is there, and what comes is not asked for again', async () => {
    await on(loader(), async ({page, requests}) => {
      await card(page).waitFor();
      await page.waitForLoadState('networkidle');

      const paths = requests.map((request) => new URL(request.url()).pathname);
      const asked = paths.flatMap((path, at) => (path === '/v1/storefront' ? at : []));
      assert.equal(asked.length, 1, paths.join());
      assert.ok(asked[0]! < paths.indexOf('/widget/rai-store.js'), paths.join());
    });
  });

  it('asks by the page’s address where the store may', async () => {
    await on(loader('data-routing="query"'), async ({page, requests}) => {
      await card(page).waitFor();
      const first = page.url();
      await page.goto(`${first}?rai-search=tea`);
      await page.waitForLoadState('networkidle');

      const asked = requests.filter((request) => request.url().includes('/v1/storefront'));
      assert.deepEqual(
        asked.map((request) => new URL(request.url()).searchParams.get('search')),
        [null, 'keyword:tea'],
      );
    });
  });

  it('serves the stores that a page has written itself, where its tag names no gateway', async () => {
    const tag = `<script src="${stage.site.gateway.url}/widget/embed.js"></script>`;
    await on(`${tag}<rai-store gateway="${stage.site.gateway.url}/v1"></rai-store>`, async ({page}) => {
      await card(page).waitFor();

      assert.equal(await page.locator('rai-store').count(), 1);
    });
  });

  it('tells a developer that the head is no place for a store', async () => {
    const told: string[] = [];
    const html = `<!doctype html><html><head><title>Page</title>${loader()}</head><body></body></html>`;
    await on(
      html,
      async ({page}) => {
        await page.waitForLoadState('networkidle');

        assert.equal(await page.locator('rai-store').count(), 0);
        assert.deepEqual(told, ['rai-store: no store can stand in the head.']);
      },
      async (page) => void page.on('console', (message) => told.push(message.text())),
    );
  });

  it('puts one store on a page that is put together again from a copy of itself', async () => {
    await on(`<main>${loader()}</main>`, async ({page}) => {
      await card(page).waitFor();
      await page.evaluate(() => {
        const main = document.querySelector('main')!;
        const copy = main.cloneNode(true) as HTMLElement;
        const old = copy.querySelector('script')!;
        const script = document.createElement('script');
        for (const {name, value} of old.attributes) script.setAttribute(name, value);
        old.replaceWith(script);
        main.replaceWith(copy);
      });
      await card(page).waitFor();
      await page.waitForLoadState('networkidle');

      assert.equal(await page.locator('rai-store').count(), 1);
    });
  });

  it('leads out by its redeem-url where the boot script does not come', async () => {
    const community = 'data-redeem-url="https://community.test/store?product={product}"';
    await on(
      loader(community),
      async ({page}) => {
        const link = page.locator('rai-store a');
        await link.waitFor();

        assert.equal(await link.getAttribute('href'), 'https://community.test/store?product=');
        assert.equal(await link.innerText(), 'community.test');
      },
      (page) => page.route('**/rai-store.js', (route) => route.abort()),
    );
  });

  it('leads nowhere but to the web', async () => {
    await on(
      loader('data-redeem-url="javascript:alert(1)"'),
      async ({page}) => {
        await page.waitForLoadState('networkidle');

        assert.equal(await page.locator('rai-store').count(), 1);
        assert.equal(await page.locator('a').count(), 0);
      },
      (page) => page.route('**/rai-store.js', (route) => route.abort()),
    );
  });
});
