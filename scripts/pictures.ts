import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Frame, FrameLocator, Page} from 'playwright-core';
import {ensureDocs} from './docs.mjs';
import {ROOT} from './install.mjs';

/** A smaller window, for a smaller picture: what is in it stays as large. */
const NEARER = {window: {width: 1000, height: 625}, scale: 0.64};

/** What the front door shows of each demo: where it is, and what has to be on screen before its picture is taken. */
const PICTURES: readonly {
  readonly name: string;
  readonly path: string;
  /** How much smaller than the page the picture is. */
  readonly scale?: number;
  readonly window?: {readonly width: number; readonly height: number};
  readonly ready: (page: Page) => Promise<unknown>;
}[] = [
  {name: 'partner', path: '/partner.html?lang=en', scale: 0.75, ready: hasCards},
  {
    name: 'phone',
    path: '/partner.html?lang=en',
    scale: 0.75,
    window: {width: 390, height: 800},
    ready: hasCards,
  },
  {
    name: 'detail',
    path: '/partner.html?lang=en',
    ready: async (page) => {
      await hasCards(page);
      await page.locator('rai-product-card').nth(2).locator('[part=name]').click();
      await page.locator('rai-product-detail .prose').first().waitFor();
    },
  },
  {
    name: 'community',
    path: '/community.html?lang=en',
    ready: (page) => hasCards(page.frameLocator('rai-store-frame iframe')),
  },
  {
    name: 'configurator',
    path: '/configurator.html',
    ready: (page) => hasCards(page.frameLocator('iframe').first()),
  },
  {
    name: 'docs',
    path: '/docs/',
    ready: (page) => hasCards(page.frameLocator('iframe').first()),
  },
  {name: 'presets', path: '/presets.html', ready: hasCards},
  {name: 'states', path: '/states/sold-out', ...NEARER, ready: hasCards},
  {name: 'hosts', path: '/hosts/torture', ...NEARER, ready: hasCards},
];

/**
 * Renews the pictures of the demos' front door, or those that are named, and with all of them the README's.
 *
 * @param origin - Of the demo's pages.
 */
export async function renewPictures(browser: Browser, origin: string, only: readonly string[]) {
  ensureDocs();
  const folder = join(ROOT, 'demo/pages/public/pictures');
  mkdirSync(folder, {recursive: true});
  for (const {name, path, scale = 0.5, window = {width: 1280, height: 800}, ready} of PICTURES) {
    if (only.length && !only.includes(name)) continue;
    for (const scheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({viewport: window, colorScheme: scheme, reducedMotion: 'reduce'});
      await page.goto(`${origin}${path}`);
      await ready(page);
      for (const frame of page.frames()) await settled(frame);
      const session = await page.context().newCDPSession(page);
      const {data} = await session.send('Page.captureScreenshot', {
        format: 'webp',
        quality: 80,
        clip: {x: 0, y: 0, ...window, scale},
      });
      writeFileSync(join(folder, `${name}-${scheme}.webp`), Buffer.from(data, 'base64'));
      await page.close();
    }
  }
  if (only.length) return;
  const readme = await browser.newPage({viewport: {width: 1280, height: 800}, reducedMotion: 'reduce'});
  await readme.goto(`${origin}/partner.html?lang=en`);
  await hasCards(readme);
  await settled(readme);
  await readme.screenshot({path: join(ROOT, 'docs/store.jpg'), type: 'jpeg', quality: 82});
  console.log(`The pictures in ${folder}, and docs/store.jpg, are new.`);
}

/** Resolves when the cards and what stands around them are there. */
async function hasCards(page: Page | FrameLocator): Promise<void> {
  await page.locator('rai-product-card [part=name]').first().waitFor();
}

/** Resolves when every picture on the page is there, those further down included. */
export async function settled(page: Page | Frame) {
  await page.locator('img').evaluateAll(async (images: HTMLImageElement[]) => {
    for (const image of images) image.loading = 'eager';
    await Promise.allSettled(images.map((image) => image.decode()));
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
