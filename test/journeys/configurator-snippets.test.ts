import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Attribute, CustomElement, Package} from 'custom-elements-manifest/schema';
import type {Page} from 'playwright-core';
import {SHADOWED} from '../../demo/pages/configurator/components.ts';
import {WAYS} from '../../demo/pages/configurator/embedding.ts';
import {ROOT} from '../../scripts/install.mjs';
import {startGateway} from '../../src/gateway/node.ts';
import type {Visit} from './support/browser.ts';
import {
  choose,
  codeOf,
  complete,
  KEY,
  never,
  preview,
  startBench,
  storeIn,
  write,
  type Bench,
} from './support/configurator-bench.ts';
import {mounted} from './support/mounted.ts';
import {difference} from './support/picture-difference.ts';

const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};

/** How much of two pictures may differ: what the frame's round corners cut off, and edges of letters. */
const TOLERANCE = 0.005;

/** Every attribute of a store but its gateway, each with another value than the usual one. */
const EVERYTHING: Readonly<Record<string, string>> = {
  theme: 'dark',
  layout: 'list',
  category: 'a'.repeat(24),
  search: 'tea & cake',
  sort: 'price:asc',
  product: 'b'.repeat(24),
  'page-size': '3',
  'low-stock': '9',
  'heading-level': '3',
  'redeem-url': 'https://shop.example/{product}',
  routing: 'query',
  scroll: 'auto',
  'signed-in': 'true',
  balance: '50',
  'user-id': 'c'.repeat(24),
  show: 'image price',
  words: '{"product.redeem":"Get it"}',
  lang: 'de',
  'json-ld': '',
};

describe('a snippet of the configurator', () => {
  let bench: Bench;

  before(async () => {
    bench = await startBench();
  });

  afterEach(async () => bench.clear());
  after(async () => bench?.close());

  it('gives a snippet that, pasted into a blank page under its own policy, shows what the preview showed', async () => {
    const usual = await bench.open({hasStore: true});
    await choose(usual.page, 'device', 'phone');
    const plain = await pictureOf(usual.page);
    const {page, faults} = await bench.open({hasStore: true});
    await choose(page, 'device', 'phone');
    await choose(page, 'set-layout', 'list');
    await choose(page, 'set-theme', 'dark');
    await write(page, 'set---rai-color-accent-dark', '#ffb454');
    await write(page, 'set---rai-color-on-accent-dark', '#221300');
    await write(page, 'set---rai-radius', '2px');
    const store = (await preview(page)).locator('rai-store[layout=list][theme=dark][style*="2px"]');
    await store.waitFor();
    const shown = await pictureOf(page);
    assert.ok((await difference(page, shown.png, plain.png)) > 10 * TOLERANCE, 'what is set is seen');

    for (const way of ['module', 'classic']) {
      await choose(page, 'way', way);
      await page.locator('#pinned').setChecked(way === 'classic');
      const pasted = await paste(await codeOf(page, 'code'), await codeOf(page, 'policy'), shown);

      assert.ok((await difference(page, shown.png, pasted.png)) < TOLERANCE, way);
      assert.deepEqual(pasted.faults, [], way);
    }
    for (const way of ['react', 'vue'] as const) {
      await choose(page, 'way', way);
      await page.locator('#pinned').setChecked(way === 'vue');
      const {body, script} = await mounted(way, await codeOf(page, 'code'));
      const pasted = await paste(body, await codeOf(page, 'policy'), shown, script);

      assert.ok((await difference(page, shown.png, pasted.png)) < TOLERANCE, way);
      assert.deepEqual(pasted.faults, [], way);
    }
    assert.deepEqual(faults, []);
  });

  it('gives a snippet whose one script the browser holds to its hash, and which brings no other', async () => {
    const {page} = await bench.open({
      hash: new URLSearchParams({'redeem-url': 'https://shop.example/'}).toString(),
    });
    await page.locator('#pinned').check();
    const said = new Set<string>();

    for (const [way, file, tag] of [
      ['module', 'rai-store.single.js', 'rai-store'],
      ['classic', 'rai-store.single.js', 'rai-store'],
      ['frame', 'channel-host.js', 'rai-store-frame'],
    ] as const) {
      await choose(page, 'way', way);
      const snippet = await codeOf(page, 'code');
      const policy = await codeOf(page, 'policy');
      said.add(await page.locator('#integrity-about').innerText());

      for (const isFlipped of [false, true]) {
        const pasted = await bench.newVisit({});
        await pasted.page.route(`**/${file}`, async (route) => {
          const response = await route.fetch();
          const body = await response.text();
          await route.fulfill({response, body: isFlipped ? flipped(body) : body});
        });
        await bench.serve(pasted.page, snippet, policy);
        if (!isFlipped)
          await (tag === 'rai-store' ? complete(pasted.page.mainFrame()) : storeIn(pasted.page));

        const about = `${way}${isFlipped ? ', flipped' : ''}`;
        const isDefined = await pasted.page.evaluate((name) => customElements.get(name) !== undefined, tag);
        assert.equal(isDefined, !isFlipped, about);
        const link = pasted.page.getByRole('link', {name: 'Open the rewards store'});
        assert.equal(await link.count(), isFlipped && tag === 'rai-store' ? 1 : 0, about);
        assert.deepEqual(scriptsOf(pasted), [`/widget/${version}/${file}`], about);
        assert.deepEqual(pasted.faults, [], about);
      }
    }
    assert.equal(said.size, 3, 'what a hash holds is said of each');
  });

  it('gives a snippet that brings further scripts where it is to follow new releases', async () => {
    const {page} = await bench.open();

    const pasted = await bench.newVisit({});
    await bench.serve(pasted.page, await codeOf(page, 'code'), await codeOf(page, 'policy'));
    await complete(pasted.page.mainFrame());

    assert.ok(scriptsOf(pasted).some((path) => path.startsWith('/widget/chunks/')));
  });

  it('gives snippets that show the store of that name where a gateway has several', async () => {
    const gateway = await startGateway({
      port: 0,
      stores: {club: {upstream: `${bench.demo.store.url}/v1`, key: KEY, origins: [bench.demo.pages.url]}},
      widgetDir: join(ROOT, 'dist'),
    });
    try {
      const hash = new URLSearchParams({gateway: `${gateway.url}/s/club/v1`}).toString();
      const {page} = await bench.open({hash});

      for (const way of WAYS.filter((way) => way !== 'react' && way !== 'vue')) {
        await choose(page, 'way', way);
        const pasted = await bench.newVisit({});
        await bench.serve(pasted.page, await codeOf(page, 'code'), await codeOf(page, 'policy'));

        if (way === 'iframe' || way === 'frame') await storeIn(pasted.page);
        else await complete(pasted.page.mainFrame());
      }
    } finally {
      await bench.clear();
      await gateway.close();
    }
  });

  it('gives a snippet of every kind with which the store has every attribute as in the preview, whenever its elements come', async () => {
    const {attributes = []} = elementsIn().find(({tagName}) => tagName === 'rai-store')!;
    assert.deepEqual(attributes.map(({name}) => name).sort(), [...Object.keys(EVERYTHING), 'gateway'].sort());
    const others = attributes.filter(({name}) => name !== 'gateway');
    const hash = new URLSearchParams(EVERYTHING).toString();
    const {page} = await bench.open({hasStore: true, isSilent: true, hash});
    const inPreview = (await preview(page)).locator('rai-store:defined');
    const shown = await inPreview.evaluate(saidTo, others);
    assert.deepEqual(shown, EVERYTHING);

    for (const way of ['module', 'classic', 'react', 'vue'] as const) {
      await choose(page, 'way', way);
      const snippet = await codeOf(page, 'code');
      const policy = await codeOf(page, 'policy');
      const isBuilt = way === 'react' || way === 'vue';
      const {body, script} = isBuilt ? await mounted(way, snippet) : {body: snippet, script: undefined};
      for (const isLate of isBuilt ? [true, false] : [true]) {
        const pasted = await bench.newVisit({});
        await pasted.page.route('**/v1/**', never);
        // The elements come when there is one on the page already, or before anything of the application runs.
        await pasted.page.route('**/widget/chunks/store-*.js', async (route) => {
          await pasted.page.waitForSelector('rai-store', {state: 'attached'});
          await route.continue();
        });
        const page = isLate ? body : body.replace('rai-store.js', 'rai-store.single.js');
        await bench.serve(pasted.page, page, policy, script);
        const store = pasted.page.locator('rai-store:defined');
        await store.waitFor({state: 'attached'});

        const about = `${way}, ${isLate ? 'late' : 'at once'}`;
        assert.deepEqual(await store.evaluate(saidTo, others), shown, about);
        assert.equal(await store.evaluate((one) => typeof Reflect.get(one, 'scroll')), 'function', about);
        assert.deepEqual(pasted.faults, [], about);
      }
    }
  });

  it('knows every attribute by whose name every element has something else', async () => {
    const {page} = await bench.open();

    const mistaken = await page.evaluate(
      (all) =>
        all.filter((name) => {
          const element = document.createElement('div') as unknown as Record<string, unknown> & HTMLElement;
          if (!(name in element)) return false;
          element[name] = 'de';
          return element.getAttribute(name) !== 'de';
        }),
      elementsIn().flatMap(({attributes = []}) => attributes.map(({name}) => name)),
    );

    assert.deepEqual(mistaken, Object.keys(SHADOWED));
  });

  it('gives frames that show the store with what reaches them, and says what does not', async () => {
    const {page} = await bench.open({hash: 'theme=dark&layout=list'});

    for (const way of ['iframe', 'frame']) {
      await choose(page, 'way', way);
      assert.equal(await page.locator('.lost code').allTextContents().then(String), 'layout', way);
      const snippet = await codeOf(page, 'code');
      const policy = await codeOf(page, 'policy');
      const pasted = await bench.newVisit({viewport: {width: 900, height: 900}});
      await bench.serve(pasted.page, snippet, policy);
      const frame = await storeIn(pasted.page);

      assert.equal(await frame.locator('rai-store').getAttribute('theme'), 'dark', way);
      assert.deepEqual(pasted.faults, [], way);
    }
  });

  /** The store in the preview as it is seen, and how large that is. */
  async function pictureOf(page: Page) {
    await complete(await preview(page));
    await page.locator('#shown-as', {hasText: '390 px wide, shown at 100%'}).waitFor();
    const place = page.locator('.screen');
    const {width, height} = (await place.boundingBox())!;
    return {png: await place.screenshot(), width, height};
  }

  /** What a snippet shows on a blank page that is as strict as its policy says. */
  async function paste(
    snippet: string,
    policy: string,
    {width, height}: {width: number; height: number},
    script?: string,
  ) {
    const {page, faults} = await bench.newVisit({
      viewport: {width: Math.round(width), height: Math.round(height)},
    });
    await bench.serve(page, snippet, policy, script);
    await complete(page.mainFrame());
    const png = await page.screenshot();
    return {png, faults};
  }
});

/** The elements that the manifest tells of. */
function elementsIn(): readonly CustomElement[] {
  const {modules} = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Package;
  return modules
    .flatMap(({declarations = []}) => declarations as CustomElement[])
    .filter(({tagName}) => tagName);
}

/** What an element on a page holds of attributes: as the property that goes with one, else as the attribute itself. */
const saidTo = (element: Element, attributes: readonly Attribute[]) =>
  Object.fromEntries(
    attributes.map(({name, fieldName = name}) => [
      name,
      String(
        (element as unknown as Record<string, string | number | boolean | undefined>)[fieldName] ??
          element.getAttribute(name),
      ),
    ]),
  );

/** The paths of the scripts that a page itself has asked for, without those in its frames. */
const scriptsOf = ({page, requests}: Visit) =>
  requests
    .filter((request) => request.frame() === page.mainFrame() && request.resourceType() === 'script')
    .map((request) => new URL(request.url()).pathname);

/** A text with one bit of one letter near its end turned round. */
const flipped = (text: string) =>
  text.slice(0, -3) + String.fromCharCode(text.charCodeAt(text.length - 3) ^ 1) + text.slice(-2);
