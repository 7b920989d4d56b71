/**
 * Takes pictures of the partner's page into .cache/screenshots: three widths, light and dark, English and Arabic, the list
 * and a detail. With `--pictures` it renews the pictures of the demos' front door and of the README instead (or those that are named
 * after it), with `--baselines` those that a test compares the store with; all of them are part of the project.
 */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium, type Browser, type Page} from 'playwright-core';
import {startDemo} from '../demo/demo.ts';
import {chromiumOptions} from './browsers.mjs';
import {ensureBuilt} from './build.mjs';
import {
  BASELINES,
  fingerprint,
  LANGUAGES,
  looksOf,
  openView,
  picture,
  VIEWS,
} from '../test/journeys/support/looks.ts';
import {ROOT} from './install.mjs';
import {renewPictures, settled} from './pictures.ts';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

ensureBuilt();
const demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'screenshots'});
const browser = await chromium.launch(await chromiumOptions());
try {
  if (process.argv.includes('--pictures')) await renewPictures(browser, demo.pages.url, named());
  else if (process.argv.includes('--baselines')) await renewBaselines(browser);
  else await takeScreenshots(browser);
} finally {
  await browser.close();
  await demo.close();
}

/** What stands after `--pictures`. */
function named(): readonly string[] {
  return process.argv.slice(process.argv.indexOf('--pictures') + 1);
}

async function takeScreenshots(browser: Browser) {
  const folder = join(ROOT, '.cache/screenshots');
  mkdirSync(folder, {recursive: true});
  for (const width of [390, 768, 1280]) {
    for (const scheme of SCHEMES) {
      for (const lang of ['en', 'ar']) {
        const page = await partnerPage(browser, {width, height: 900, scheme, lang});
        const name = join(folder, `partner-${lang}-${scheme}-${width}`);
        await page.screenshot({path: `${name}-list.png`, fullPage: true});
        await page.locator('rai-product-card').nth(2).locator('[part=name]').click();
        await page.locator('rai-product-detail .prose').first().waitFor();
        await settled(page);
        await page.screenshot({path: `${name}-detail.png`});
        await page.context().close();
      }
    }
  }
  console.log(`The pictures are in ${folder}.`);
}

async function renewBaselines(browser: Browser) {
  rmSync(BASELINES, {recursive: true, force: true});
  mkdirSync(BASELINES, {recursive: true});
  for (const view of VIEWS) {
    for (const language of LANGUAGES) {
      const visited = await openView(browser, demo.pages.url, view, language);
      for (const look of looksOf(view, language))
        writeFileSync(join(BASELINES, `${look.name}.webp`), await picture(visited.page, view, look));
      await visited.close();
    }
  }
  writeFileSync(
    join(BASELINES, 'made-with.json'),
    `${JSON.stringify(await fingerprint(browser), null, 2)}\n`,
  );
  console.log(`The pictures in ${BASELINES} are new: look at them before they are committed.`);
}

async function partnerPage(
  browser: Browser,
  {width, height, scheme, lang}: {width: number; height: number; scheme: Scheme; lang: string},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: {width, height},
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: width < 720,
  });
  await page.goto(`${demo.pages.url}/partner.html?lang=${lang}`);
  await page.locator('rai-product-card').first().waitFor();
  await page.locator('rai-category-nav button').first().waitFor();
  await settled(page);
  return page;
}
