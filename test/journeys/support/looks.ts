import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {ROOT} from '../../../scripts/install.mjs';
import {visit, type Visit} from './browser.ts';

/** Where the pictures are kept that a store is compared with, and what they were made with. */
export const BASELINES = join(ROOT, 'test/journeys/baselines');

/** Languages with letters, lengths and directions of their own. */
export const LANGUAGES = ['en', 'de', 'th', 'ar', 'ja', 'hi'] as const;

/** What is looked at; each is a state's page, and what is done there. */
export const VIEWS = ['store', 'detail', 'form'] as const;

/** A narrow phone and a desktop, in px. */
const WIDTHS = [360, 1280] as const;

/** So high is a window, and so much of a store is looked at, in px. */
const HEIGHT = 900;

type Language = (typeof LANGUAGES)[number];
type View = (typeof VIEWS)[number];

/** One way in which a page is seen. */
export interface Look {
  /** What tells it from the others, and is its picture's name. */
  readonly name: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'active' | 'none';
}

/** How a view is looked at in a language: narrow and wide, light and dark, and in two languages in forced colours. */
export function looksOf(view: View, language: Language): readonly Look[] {
  const schemes = [
    {scheme: 'light', colorScheme: 'light', forcedColors: 'none'},
    {scheme: 'dark', colorScheme: 'dark', forcedColors: 'none'},
    {scheme: 'forced', colorScheme: 'dark', forcedColors: 'active'},
  ] as const;
  return WIDTHS.flatMap((width) =>
    schemes
      .filter(({scheme}) => scheme !== 'forced' || language === 'en' || language === 'ar')
      .map(({scheme, ...look}) => ({...look, width, name: `${view}-${language}-${width}-${scheme}`})),
  );
}

/** Opens a view in a language, on the pages of the states. */
export async function openView(
  browser: Browser,
  origin: string,
  view: View,
  language: Language,
): Promise<Visit> {
  const visited = await visit(browser, {reducedMotion: 'reduce', viewport: {width: 1280, height: HEIGHT}});
  const {page} = visited;
  await page.goto(`${origin}/states/${view === 'form' ? 'form' : 'discount'}?lang=en`);
  await page.locator('.stage').evaluate((stage: HTMLElement, language) => {
    stage.lang = language;
    stage.dir = language === 'ar' ? 'rtl' : 'ltr';
  }, language);
  await page.locator(`rai-store-finder form[lang=${language}]`).waitFor();
  if (view === 'detail') await page.locator('[part=name]').nth(1).click();
  if (view === 'detail') await page.locator('rai-product-detail .instructions').waitFor();
  if (view === 'form') await page.locator('[part=redeem]').click();
  if (view === 'form') await page.locator('rai-store-redeem form').waitFor();
  // A caret that blinks is not always there.
  await page.evaluate(() => document.activeElement?.shadowRoot && scrollTo(0, 0));
  return visited;
}

/** Has a page seen in that way, and gives its picture at half its size, as WebP, when it has come to rest. */
export async function picture(page: Page, view: View, look: Look): Promise<Buffer> {
  const {width, colorScheme, forcedColors} = look;
  await page.emulateMedia({colorScheme, forcedColors, reducedMotion: 'reduce'});
  await page.setViewportSize({width, height: HEIGHT});
  await page.locator('img:visible').evaluateAll(async (images: HTMLImageElement[]) => {
    for (const image of images) image.loading = 'eager';
    await Promise.allSettled(images.map((image) => image.decode()));
  });
  const box = view === 'store' ? await page.locator('rai-store').boundingBox() : undefined;
  const session = await page.context().newCDPSession(page);
  let last = '';
  for (let tries = 0; tries < 20; tries += 1) {
    const {data} = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: 60,
      captureBeyondViewport: view === 'store',
      clip: {x: 0, y: box?.y ?? 0, width, height: Math.min(box?.height ?? HEIGHT, HEIGHT), scale: 0.5},
    });
    if (data === last) return Buffer.from(data, 'base64');
    last = data;
  }
  throw new Error(`${look.name} does not come to rest.`);
}

/** What each language's letters are measured by. */
const SAMPLES = ['Redeem 1,280', 'Prämie', 'แลกของรางวัล', 'استبدال المكافأة', '特典と交換', 'रिवॉर्ड पाएं'];

/** What a browser draws letters with: its version, and the widths of some in the fonts that this machine has for them. */
export async function fingerprint(
  browser: Browser,
): Promise<{readonly chromium: string; readonly fonts: string}> {
  const page = await browser.newPage();
  const widths = await page.evaluate((samples) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
    return ['400', '700'].flatMap((weight) => {
      canvas.font = `${weight} 32px sans-serif`;
      return samples.map((sample) => canvas.measureText(sample).width.toFixed(2));
    });
  }, SAMPLES);
  await page.close();
  return {
    chromium: browser.version().split('.')[0]!,
    fonts: createHash('sha256').update(widths.join()).digest('hex').slice(0, 16),
  };
}
