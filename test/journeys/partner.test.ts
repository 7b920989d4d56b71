import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Locator, Page} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {ROOT} from '../../scripts/install.mjs';
import {launch, visit, type Visit} from './support/browser.ts';

const KEY = 'journey-key-5d0f3c9a71e8';

/** The fields that a card shows, and no others; `summary` is the gateway's own. */
const CARD_FIELDS = [
  'discountEndDate',
  'discountPrice',
  'discountStartDate',
  'expiringVoucherHighlight',
  'image',
  'isDiscountEnabled',
  'name',
  'price',
  'shouldDisplayRemainingQuantity',
  'stocks',
  'summary',
  'type',
  'voucherExpireDate',
];

let demo: Demo;
let browser: Browser;

before(async () => {
  demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: KEY});
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

describe('the partner’s page', () => {
  it('shows the catalogue that came in as CSV, from the database', async () => {
    await onPartnerPage(async ({page}) => {
      await cardNamed(page, 'Coffee for two').waitFor();

      assert.equal(await cards(page).count(), 24);
      const coffee = cardNamed(page, 'Coffee for two');
      assert.equal(await coffee.locator('[part=name]').innerText(), 'Coffee for two');
      assert.match(await coffee.locator('[part=summary]').innerText(), /^Two flat whites/);
      assert.match(await coffee.locator('[part=price]').innerText(), /256/);
    });
  });

  it('asks the gateway and the pictures’ host, and nobody else', async () => {
    await onPartnerPage(async ({page, requests}) => {
      await openDetail(page, 'Coffee for two');

      for (const request of requests) {
        const {origin} = new URL(request.url());
        const allowed = request.resourceType() === 'image' ? demo.store.url : demo.gateway.url;
        assert.ok([allowed, demo.pages.url].includes(origin), `${request.resourceType()} ${request.url()}`);
      }
      assert.ok(requests.some((request) => request.url().startsWith(`${demo.store.url}/`)));
    });
  });

  it('asks once, for the fields that a card shows, in the page’s language, without a preflight', async () => {
    await onPartnerPage(async ({page, requests}) => {
      await cards(page).first().waitFor();
      const asked = requests.filter((request) => request.url().startsWith(`${demo.gateway.url}/v1/`));
      const fields = asked.map((request) => new URL(request.url()).searchParams.get('fields'));

      assert.deepEqual(
        fields.map((names) => names?.split(',').sort()),
        [CARD_FIELDS],
      );
      for (const request of asked) {
        assert.equal(new URL(request.url()).searchParams.get('lang'), 'th', request.url());
        assert.equal(request.method(), 'GET');
      }
    }, '?lang=th');
  });

  it('never sees the key: not in a request, an answer or a built file', async () => {
    await onPartnerPage(async ({page, requests}) => {
      await openDetail(page, 'Coffee for two');

      for (const request of requests) {
        const headers = await request.allHeaders();
        assert.ok(!('authorization' in headers), request.url());
        assert.ok(!`${request.url()} ${JSON.stringify(headers)}`.includes(KEY), request.url());
        const response = await request.response();
        const answer = JSON.stringify(await response?.allHeaders()) + String(await response?.text());
        assert.ok(!answer.includes(KEY) && !answer.includes('widget-key'), request.url());
      }
    });

    const files = readdirSync(join(ROOT, 'dist'), {recursive: true, encoding: 'utf8'})
      .map((file) => join(ROOT, 'dist', file))
      .filter((file) => statSync(file).isFile());
    assert.ok(files.length > 0);
    for (const file of files)
      assert.doesNotMatch(readFileSync(file, 'utf8'), /demo-store-key|journey-key/, file);
  });

  it('opens a product’s detail, and loads the sanitiser only for that', async () => {
    await onPartnerPage(async ({page, requests}) => {
      await cards(page).first().waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(await sanitisers(requests), []);

      const detail = await openDetail(page, 'Founders’ hoodie');

      await detail.getByRole('table').waitFor();
      await detail.getByText('How to redeem').waitFor();
      assert.equal((await sanitisers(requests)).length, 1);

      await page.keyboard.press('Escape');
      await detail.waitFor({state: 'detached'});
    });
  });

  it('shows the words of a description that carries scripts, and runs none of them', async () => {
    await onPartnerPage(async ({page, requests}) => {
      const detail = await openDetail(page, 'Night-sky walk');

      await detail.getByText('Two telescopes, one thermos, no torches.').waitFor();
      await detail.getByText('in the sky calendar').waitFor();
      assert.equal(await detail.locator('.prose img').count(), 0);
      assert.equal(await detail.locator('[href^="javascript:" i]').count(), 0);
      assert.ok(!requests.some((request) => request.url() === `${demo.pages.url}/x`));
    });
  });

  it('returns to the list price by itself when a discount ends', async () => {
    await onPartnerPage(
      async ({page}) => {
        const bread = cardNamed(page, 'Sourdough loaf, still warm');
        await bread.locator('[part=was]').waitFor();
        assert.match(await bread.locator('[part=price]').innerText(), /120/);

        await page.clock.fastForward('04:00');

        await bread.locator('[part=was]').waitFor({state: 'detached'});
        assert.match(await bread.locator('[part=price]').innerText(), /180/);
      },
      '',
      (page) => page.clock.install(),
    );
  });

  it('follows the page’s language without a reload', async () => {
    await onPartnerPage(async ({page}) => {
      await cardNamed(page, 'Coffee for two').waitFor();

      await page.getByLabel('Language').selectOption('th');

      await page.getByRole('button', {name: 'แลก'}).first().waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'th');
      assert.equal(new URL(page.url()).searchParams.get('lang'), 'th');
    });
  });
});

/** Does it on the partner's page in a fresh window, and demands that nothing went wrong there. */
async function onPartnerPage(
  journey: (visit: Visit) => Promise<void>,
  query = '',
  prepare?: (page: Page) => Promise<void>,
): Promise<void> {
  const visited = await visit(browser);
  try {
    await prepare?.(visited.page);
    await visited.page.goto(`${demo.pages.url}/partner.html${query}`);
    await journey(visited).catch((error: unknown) => {
      if (!visited.faults.length) throw error;
      throw new Error(`The page told: ${visited.faults.join('; ')}`, {cause: error});
    });
    assert.deepEqual(visited.faults, []);
  } finally {
    await visited.close();
  }
}

const cards = (page: Page): Locator => page.locator('rai-product-card');

const cardNamed = (page: Page, name: string): Locator => cards(page).filter({hasText: name});

/** Chooses a product by its name, wherever in the list it stands, and waits for its detail. */
async function openDetail(page: Page, name: string): Promise<Locator> {
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('button', {name, exact: true}).click();
  const detail = page.getByRole('dialog', {name});
  await detail.locator('.prose').first().waitFor();
  return detail;
}

/** The scripts among these that hold the sanitiser. */
async function sanitisers(requests: Visit['requests']): Promise<string[]> {
  const scripts = requests.filter((request) => request.resourceType() === 'script');
  const found: string[] = [];
  for (const script of scripts) {
    const text = await (await script.response())?.text();
    if (text && /DOMPurify/i.test(text)) found.push(script.url());
  }
  return found;
}
