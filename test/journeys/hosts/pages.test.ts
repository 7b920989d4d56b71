import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Frame, Page} from 'playwright-core';
import {startDemo, type Demo} from '../../../demo/demo.ts';
import type {Host} from '../../../demo/pages/hosts/host.ts';
import {HOSTS} from '../../../demo/pages/hosts/table.ts';
import {launch, visit} from '../support/browser.ts';
import {computedStyles} from '../support/computed-styles.ts';
import {still, unlike} from '../support/still.ts';

/** Where the store's box is, on every page. */
const CLIP = {x: 16, y: 16, width: 900, height: 840};

/** What a host's page shows, once it has come to rest. */
interface Look {
  readonly picture: Buffer;
  readonly styles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly faults: readonly string[];
}

let demo: Demo;
let browser: Browser;
let neutral: Look;

before(async () => {
  demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'hosts-key-9c8b7a6d5e4f'});
  browser = await launch();
  // The gateway counts the products of each category when it is first asked.
  await lookAt('neutral');
  neutral = await lookAt('neutral');
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Opens a host's page, and waits until it shows what it should. */
async function on<T>(
  {name, shows = 'store'}: Pick<Host, 'name' | 'shows'>,
  journey: (page: Page, frame: Frame) => Promise<T>,
): Promise<T & {faults: readonly string[]}> {
  const visited = await visit(browser, {reducedMotion: 'reduce', viewport: {width: 932, height: 900}});
  const {page} = visited;
  const told: string[] = [];
  page.on('console', (message) => {
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !isIcon) told.push(`console: ${message.text()}`);
  });
  try {
    await page.goto(`${demo.pages.url}/hosts/${name}`);
    const frame = shows === 'frame' ? page.mainFrame() : (page.frames()[1] ?? page.mainFrame());
    const awaited = {store: 'rai-store', frame: 'rai-store > a', notice: 'rai-store-notice p'};
    await frame.locator(awaited[shows]).first().waitFor({state: 'attached'});
    if (shows === 'store') await shown(frame);
    const result = await journey(page, frame);
    return {...result, faults: [...visited.faults, ...told]};
  } finally {
    await visited.close();
  }
}

/** Waits until a document has a store with its cards and tools. */
async function shown(frame: Frame): Promise<void> {
  for (const part of ['rai-product-card img', 'rai-store-finder [part=search]'])
    await frame.locator(part).first().waitFor({state: 'attached'});
}

const lookAt = (name: string): Promise<Look> =>
  on({name}, async (page, frame) => ({
    picture: await still(page, CLIP),
    styles: await frame.evaluate(computedStyles),
    faults: [],
  }));

describe('E11, E12, E14, E17, E20: the store on a hostile host', () => {
  for (const {name, title} of HOSTS.filter(({shows = 'store'}) => shows === 'store')) {
    it(`looks as on the neutral page, and nothing is told to the console: ${title}`, async () => {
      const {picture, styles, faults} = await lookAt(name);

      assert.deepEqual(faults, []);
      assert.equal(await unlike(browser, picture, neutral.picture), 0, 'pixels are different');
      assert.deepEqual(styles, neutral.styles);
    });
  }

  it('is looked at in 25 elements and 60 properties', () => {
    const elements = Object.values(neutral.styles);

    assert.ok(elements.length >= 25, `${elements.length} elements`);
    assert.ok(
      elements.every((properties) => Object.keys(properties).length >= 60),
      `${Object.keys(elements[0]!).length} properties`,
    );
  });

  it('would be seen looking different, were the page’s style within it', async () => {
    const altered = await on({name: 'neutral'}, async (page, frame) => {
      await frame.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.root { letter-spacing: 3px }');
        const {shadowRoot} = document.querySelector('rai-store')!;
        for (const card of shadowRoot!.querySelectorAll('rai-product-card'))
          card.shadowRoot!.adoptedStyleSheets.push(sheet);
      });
      return {picture: await still(page, CLIP), styles: await frame.evaluate(computedStyles)};
    });

    assert.notEqual(await unlike(browser, altered.picture, neutral.picture), 0);
    assert.notDeepEqual(altered.styles, neutral.styles);
  });
});

describe('E20: a page on which no store can be', () => {
  it('gets a link, and in its place a frame that looks as the gateway’s own page, and no error: XHTML', async () => {
    const own = await visit(browser, {reducedMotion: 'reduce', viewport: {width: CLIP.width, height: 900}});
    await own.page.goto(`${demo.gateway.url}/channel?theme=light&lang=en`);
    await shown(own.page.mainFrame());
    const expected = await still(own.page, {...CLIP, x: 0, y: 0});
    await own.close();

    const {href, picture, faults} = await on({name: 'xhtml', shows: 'frame'}, async (page) => {
      const link = page.locator('rai-store > a');
      const href = await link.getAttribute('href');
      await link.waitFor({state: 'hidden'});
      const [, inside] = page.frames();
      // The frame is as high as what is in it, so only in a window of that height is all of it in sight.
      await page.setViewportSize({width: 932, height: 6000});
      await shown(inside!);
      return {href, picture: await still(page, CLIP, inside)};
    });

    assert.equal(href, 'https://community.northwind-hikers.example/store');
    assert.equal(await unlike(browser, picture, expected), 0, 'pixels are different');
    assert.deepEqual(faults, []);
  });

  it('tells the shopper so, and is not broken by it: a sandboxed frame without an origin', async () => {
    const {words, faults} = await on({name: 'sandbox', shows: 'notice'}, async (_page, frame) => ({
      words: await frame.locator('rai-store-notice p').first().innerText(),
    }));

    assert.match(words, /can’t be (shown|reached)/);
    // The gateway knows no page without an origin; the browser itself says so.
    assert.deepEqual(
      faults.filter((fault) => !/^console: (Access to fetch|Failed to load resource)/.test(fault)),
      [],
    );
  });
});

describe('E14: an isolated page', () => {
  it('is one: crossOriginIsolated is true', async () => {
    const {isIsolated} = await on({name: 'isolated'}, async (page) => ({
      isIsolated: await page.evaluate(() => crossOriginIsolated),
    }));

    assert.equal(isIsolated, true);
  });
});

describe('E12: the documents', () => {
  for (const [name, mode] of [
    ['neutral', 'CSS1Compat'],
    ['quirks', 'BackCompat'],
    ['limited-quirks', 'CSS1Compat'],
  ] as const) {
    it(`are in the mode that they are said to be in: ${name}`, async () => {
      const {is} = await on({name}, async (page) => ({is: await page.evaluate(() => document.compatMode)}));

      assert.equal(is, mode);
    });
  }
});
