import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ensureDocs} from '../../scripts/docs.mjs';
import {bringAxe, findings} from './support/axe.ts';
import {launch, visit} from './support/browser.ts';

let demo: Demo;
let browser: Browser;

before(async () => {
  ensureBuilt();
  ensureDocs();
  demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'docs-site-journey-key'});
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

describe('the docs’ site', () => {
  it('finds a passage by its words, and leads to it', async () => {
    const visited = await visit(browser);
    const {page, faults} = visited;
    await page.goto(`${demo.pages.url}/docs/`);

    await page.getByRole('searchbox', {name: 'Search the docs'}).fill('shortcode wordpress');
    await page.locator('.found a').first().click();

    await page.waitForURL(/\/docs\/recipes\/wordpress\.html/);
    assert.equal(await page.locator('h1').innerText(), 'WordPress');
    assert.deepEqual(faults, []);
    await visited.close();
  });

  it('says where the search did not come, asks for it again, and opens what is found by Enter', async () => {
    const visited = await visit(browser);
    const {page, faults} = visited;
    await page.route('**/search.json', (route) => route.abort());
    await page.goto(`${demo.pages.url}/docs/`);
    const field = page.getByRole('searchbox', {name: 'Search the docs'});

    await field.fill('shortcode');
    await page.getByText('The search did not come').waitFor();
    await page.unroute('**/search.json');
    await field.fill('shortcode wordpress');
    await page.locator('.found a').first().waitFor();
    await field.press('Enter');

    await page.waitForURL(/\/docs\/recipes\/wordpress\.html/);
    assert.deepEqual(faults, []);
    await visited.close();
  });

  it('says where nothing is found, and is left by Escape', async () => {
    const visited = await visit(browser);
    const {page, faults} = visited;
    await page.goto(`${demo.pages.url}/docs/`);
    const field = page.getByRole('searchbox', {name: 'Search the docs'});

    await field.fill('xyzzy');
    await page.getByText('Nothing speaks of').waitFor();
    await field.press('Escape');

    await page.locator('.found').waitFor({state: 'hidden'});
    assert.deepEqual(faults, []);
    await visited.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible and fits a phone, when it is ${colorScheme}`, async () => {
      const visited = await visit(browser, {
        colorScheme,
        reducedMotion: 'reduce',
        viewport: {width: 390, height: 800},
      });
      const {page, faults} = visited;
      await bringAxe(page);
      const wrong: string[] = [];
      for (const path of ['', 'reference/rai-store.html', 'recipes/react.html', 'operator.html']) {
        await page.goto(`${demo.pages.url}/docs/${path}`);
        await page.locator('.list:not([open])').waitFor();
        wrong.push(...(await findings(page)).map((finding) => `${path}: ${finding}`));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) wrong.push(`${path} is ${over} px wider than the screen`);
        if (await page.evaluate(isCodeCovered)) wrong.push(`${path} has a button over its code`);
      }

      assert.deepEqual(wrong, []);
      assert.deepEqual(faults, []);
      await visited.close();
    });
  }
});

/** Whether a button to copy stands on the code that it copies; run in the page, where it is called. */
const isCodeCovered = () =>
  [...document.querySelectorAll('.code')].some((block) => {
    const button = block.querySelector('.copy')?.getBoundingClientRect();
    return button && button.bottom > block.querySelector('pre')!.getBoundingClientRect().top;
  });
