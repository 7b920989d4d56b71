import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Attribute, CustomElement, Package} from 'custom-elements-manifest/schema';
import type {Browser, BrowserContextOptions, Frame, Page} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {WAYS} from '../../demo/pages/configurator/embedding.ts';
import {settingsOf, type Manifest} from '../../demo/pages/configurator/manifest.ts';
import {SHADOWED} from '../../demo/pages/configurator/snippet.ts';
import {ROOT} from '../../scripts/install.mjs';
import {startGateway} from '../../src/gateway/node.ts';
import {bringAxe, findings} from './support/axe.ts';
import {launch, visit, type Visit} from './support/browser.ts';
import {mounted} from './support/mounted.ts';
import {sideways} from './support/sideways.ts';

const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};

/** How much of two pictures may differ: what the frame's round corners cut off, and edges of letters. */
const TOLERANCE = 0.005;

/** The key of the demo's store. */
const KEY = 'configurator-key-7b1f0e';

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

describe('the configurator', () => {
  let demo: Demo;
  let browser: Browser;
  const opened: Visit[] = [];

  before(async () => {
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: KEY});
    browser = await launch();
  });

  afterEach(async () => {
    for (const visited of opened.splice(0)) await visited.close();
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  interface Look {
    readonly hash?: string;
    readonly lang?: string;
    readonly width?: number;
    readonly scheme?: 'light' | 'dark';
    /** Whether there is a store in the preview; what is not about it goes faster without. */
    readonly hasStore?: boolean;
    /** Whether the gateway does not answer, so that a store stays as it is told to be. */
    readonly isSilent?: boolean;
  }

  async function newVisit(options: BrowserContextOptions): Promise<Visit> {
    const visited = await visit(browser, {
      reducedMotion: 'reduce',
      // A page that a test makes up comes from nowhere, and asks before it speaks to this machine.
      permissions: ['clipboard-read', 'clipboard-write', 'local-network-access'],
      ...options,
    });
    opened.push(visited);
    return visited;
  }

  /** Opens the configurator. */
  async function open({
    hash = '',
    lang = 'en',
    width = 1600,
    scheme = 'light',
    hasStore = false,
    isSilent = false,
  }: Look = {}): Promise<Visit> {
    const visited = await newVisit({
      colorScheme: scheme,
      viewport: {width, height: 1000},
    });
    await bringAxe(visited.page);
    if (isSilent) await visited.page.route('**/v1/**', never);
    if (!hasStore) {
      const body = '<!doctype html><html lang="en"><title>Preview</title>';
      const answer = {contentType: 'text/html', body};
      await visited.page.route('**/configurator-preview.html', (route) => route.fulfill(answer));
    }
    await visited.page.goto(`${demo.pages.url}/configurator.html?lang=${lang}${hash && `#${hash}`}`);
    await visited.page.locator('[data-setting]').first().waitFor();
    return visited;
  }

  it('has a labelled control for every attribute and every token of the manifest', async () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Manifest;
    const names = settingsOf(manifest, 'rai-store').map(({name}) => name);
    const {page} = await open();

    const shown = await page
      .locator('[data-setting]')
      .evaluateAll((rows: HTMLElement[]) =>
        rows
          .filter((row) => row.querySelector('.control :is(input, select)'))
          .map(({dataset}) => dataset.setting!),
      );

    assert.ok(names.includes('theme') && names.includes('--rai-color-accent'));
    assert.deepEqual(shown.sort(), [...names].sort());
  });

  it('gives a snippet that, pasted into a blank page under its own policy, shows what the preview showed', async () => {
    const usual = await open({hasStore: true});
    await choose(usual.page, 'device', 'phone');
    const plain = await pictureOf(usual.page);
    const {page, faults} = await open({hasStore: true});
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
    const {page} = await open({
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
        const pasted = await newVisit({});
        await pasted.page.route(`**/${file}`, async (route) => {
          const response = await route.fetch();
          const body = await response.text();
          await route.fulfill({response, body: isFlipped ? flipped(body) : body});
        });
        await serve(pasted.page, snippet, policy);
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
    const {page} = await open();

    const pasted = await newVisit({});
    await serve(pasted.page, await codeOf(page, 'code'), await codeOf(page, 'policy'));
    await complete(pasted.page.mainFrame());

    assert.ok(scriptsOf(pasted).some((path) => path.startsWith('/widget/chunks/')));
  });

  it('gives snippets that show the store of that name where a gateway has several', async () => {
    const gateway = await startGateway({
      port: 0,
      stores: {club: {upstream: `${demo.store.url}/v1`, key: KEY, origins: [demo.pages.url]}},
      widgetDir: join(ROOT, 'dist'),
    });
    try {
      const hash = new URLSearchParams({gateway: `${gateway.url}/s/club/v1`}).toString();
      const {page} = await open({hash});

      for (const way of WAYS.filter((way) => way !== 'react' && way !== 'vue')) {
        await choose(page, 'way', way);
        const pasted = await newVisit({});
        await serve(pasted.page, await codeOf(page, 'code'), await codeOf(page, 'policy'));

        if (way === 'iframe' || way === 'frame') await storeIn(pasted.page);
        else await complete(pasted.page.mainFrame());
      }
    } finally {
      for (const visited of opened.splice(0)) await visited.close();
      await gateway.close();
    }
  });

  it('gives a snippet of every kind with which the store has every attribute as in the preview, whenever its elements come', async () => {
    const {attributes = []} = elementsIn().find(({tagName}) => tagName === 'rai-store')!;
    assert.deepEqual(attributes.map(({name}) => name).sort(), [...Object.keys(EVERYTHING), 'gateway'].sort());
    const others = attributes.filter(({name}) => name !== 'gateway');
    const hash = new URLSearchParams(EVERYTHING).toString();
    const {page} = await open({hasStore: true, isSilent: true, hash});
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
        const pasted = await newVisit({});
        await pasted.page.route('**/v1/**', never);
        // The elements come when there is one on the page already, or before anything of the application runs.
        await pasted.page.route('**/widget/chunks/store-*.js', async (route) => {
          await pasted.page.waitForSelector('rai-store', {state: 'attached'});
          await route.continue();
        });
        const page = isLate ? body : body.replace('rai-store.js', 'rai-store.single.js');
        await serve(pasted.page, page, policy, script);
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
    const {page} = await open();

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
    const {page} = await open({hash: 'theme=dark&layout=list'});

    for (const way of ['iframe', 'frame']) {
      await choose(page, 'way', way);
      assert.equal(await page.locator('.lost code').allTextContents().then(String), 'layout', way);
      const snippet = await codeOf(page, 'code');
      const policy = await codeOf(page, 'policy');
      const pasted = await newVisit({viewport: {width: 900, height: 900}});
      await serve(pasted.page, snippet, policy);
      const frame = await storeIn(pasted.page);

      assert.equal(await frame.locator('rai-store').getAttribute('theme'), 'dark', way);
      assert.deepEqual(pasted.faults, [], way);
    }
  });

  it('keeps what is set in the address, from which it comes back', async () => {
    const {page} = await open();
    await choose(page, 'set-theme', 'dark');
    await openGroup(page, 'list');
    await write(page, 'set-page-size', '3');
    await write(page, 'set---rai-color-sale-light', '#b00020');
    const address = await page.evaluate(() => location.href);
    const snippet = await codeOf(page, 'code');

    const again = await open({hasStore: true, hash: new URL(address).hash.slice(1)});

    assert.equal(await codeOf(again.page, 'code'), snippet);
    assert.match(snippet, /theme="dark"\s+page-size="3"/);
    assert.match(snippet, /--rai-color-sale: light-dark\(#b00020, #ff9aa8\);/);
    const frame = await preview(again.page);
    await complete(frame);
    assert.equal(await frame.locator('rai-product-card').count(), 3);
    await page.locator('#start-over').click();
    assert.equal(await page.evaluate(() => location.hash), '');
  });

  it('leaves out of a bad link what it does not know, and says so', async () => {
    const hash = 'theme=blue&nonsense=1&page-size=4&--rai-shadow=%3C/style%3E%3Cscript%3E&x=%';

    const {page, faults} = await open({hash});

    assert.equal(await page.locator('.notice').count(), 1);
    for (const name of ['theme', 'nonsense', '--rai-shadow'])
      assert.ok((await page.locator('.notice').innerText()).includes(name), name);
    assert.match(await page.locator('#said').innerText(), /nonsense/);
    assert.equal(await page.evaluate(() => location.hash), '#page-size=4');
    assert.deepEqual(faults, []);
  });

  it('warns of colours that are too close together until they no longer are', async () => {
    const {page} = await open();
    assert.equal(await page.locator('.contrast.fine').count(), 1);

    await write(page, 'set---rai-color-accent-light', '#dddddd');

    const pair = page.locator('[data-pair="--rai-color-on-accent --rai-color-accent light"]');
    assert.match(await pair.innerText(), /1\.35 : 1, and level AA needs 4\.5 : 1/);
    assert.match(await page.locator('#said').innerText(), /too close together/);
    await page.locator('[data-setting="--rai-color-accent"] .reset').click();
    await page.locator('.contrast.fine').waitFor();
    assert.equal(await pair.count(), 0);
  });

  it('warns of colours that are too close to those of the store’s community', async () => {
    const {page, faults} = await open({hasStore: true});
    const pale = page.locator('.contrast.pale');
    // Its accent is light, with dark words on it.
    await page.locator('#state').selectOption('pale-palette');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#set---rai-color-accent-light')?.value !== '#1f5f52',
    );
    await write(page, 'set---rai-color-accent-light', '#26303d');

    const pair = page.locator('[data-pair="--rai-color-on-accent --rai-color-accent light"]');
    await pair.waitFor();
    // The dark half stays as it is in the community.
    assert.equal(await pale.locator('li').count(), 1);
    assert.match(await codeOf(page, 'code'), /--rai-color-accent: light-dark\(#26303d, #[0-9a-f]{6}\);/);
    assert.doesNotMatch(await codeOf(page, 'code'), /#7fd1bd/);

    await page.locator('#state').selectOption('');
    await pair.waitFor({state: 'detached'});
    await page.locator('[data-setting="--rai-color-accent"] .reset').click();
    await page.locator('#state').selectOption('palette');
    await page.locator('.contrast.fine').waitFor();
    await write(page, 'set---rai-color-surface-dark', '#c4b5fd');
    await page.locator('[data-pair="--rai-color-accent --rai-color-surface dark"]').waitFor();
    await page.locator('[data-setting="--rai-color-surface"] .reset').click();
    await page.locator('.contrast.fine').waitFor();
    assert.deepEqual(faults, []);
  });

  it('takes on the tokens of each preset, of which none is too pale', async () => {
    const {page} = await open();
    const presets = page.locator('.preset input');
    assert.ok((await presets.count()) > 1);

    for (let at = (await presets.count()) - 1; at >= 0; at -= 1) {
      await presets.nth(at).check({force: true});

      assert.equal(await presets.nth(at).isChecked(), true);
      assert.equal(/--rai-color-accent/.test(await codeOf(page, 'code')), at > 0);
      assert.deepEqual(await page.locator('.contrast.pale li').allInnerTexts(), []);
    }
  });

  it('finds a setting by its name, also in a group that is closed', async () => {
    const {page} = await open();

    await page.locator('#find').fill('signed');

    await page.locator('[data-setting=signed-in] input').first().waitFor();
    assert.equal(await page.locator('[data-setting]').count(), 1);
    await page.locator('#find').fill('no such thing');
    await page.locator('.none').waitFor();
  });

  it('says beside a field what is wrong with it, and sets nothing', async () => {
    const {page} = await open();
    const before = await codeOf(page, 'code');

    await write(page, 'set---rai-color-accent-light', 'reddish');

    const field = page.locator('[id="set---rai-color-accent-light"]');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await page.locator('.fault').innerText(), /no colour/);
    assert.equal(await codeOf(page, 'code'), before);
    assert.equal(await field.inputValue(), 'reddish');
    await field.fill('#dddddd');
    for (const [name, text, says] of [
      ['category', 'Food', /id is needed/],
      ['product', 'hoodie', /id is needed/],
      ['page-size', '500', /from 1 to 100/],
      ['heading-level', '9', /from 1 to 6/],
      ['low-stock', '2.5', /whole number/],
      ['words', 'notjson', /as JSON such as \{"product\.redeem"/],
      ['redeem-url', 'https://shop.example/{id}', /https:\/\/ is needed, in which \{product\} may stand/],
      ['lang', 'in English', /tag of a language/],
    ] as const) {
      await write(page, `set-${name}`, text);

      const row = page.locator(`[data-setting="${name}"]`);
      assert.equal(await row.locator('input').getAttribute('aria-invalid'), 'true', name);
      assert.match(await row.locator('.fault').innerText(), says);
      assert.equal(await row.locator('input').inputValue(), text);
      assert.equal((await codeOf(page, 'code')).includes(`${name}=`), false, name);
      await row.locator('.reset').click();
      assert.equal(await row.locator('.fault').count(), 0, name);
    }
  });

  it('shows the store in every state that is chosen, in its language and direction, as wide as a device', async () => {
    const {page} = await open({hasStore: true});
    const shown = async (says: string) => (await preview(page)).getByText(says).first().waitFor();

    for (const [state, says] of [
      ['sold-out', 'Sold out'],
      ['discount-ends', 'ends in'],
      ['bare', 'There are no rewards yet'],
      ['failed', 'The store isn’t available right now'],
    ] as const) {
      await page.locator('#state').selectOption(state);
      await shown(says);
    }
    await page.locator('#state').selectOption('bare');
    await page.locator('#store-language').selectOption('he');
    const frame = await preview(page);
    await frame.locator('html[dir=rtl][lang=he]').waitFor();
    await choose(page, 'device', 'tablet');
    assert.equal(await frame.evaluate(() => innerWidth), 768);
    await choose(page, 'scheme', 'dark');
    await frame.locator('rai-store[theme=dark]').waitFor();
  });

  it('copies the snippet and says so', async () => {
    const {page} = await open();

    await page.locator('[data-block=code] .copy').click();

    await page.locator('[data-block=code] .copy[data-copied]').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await codeOf(page, 'code'));
    assert.equal(await page.locator('#said').innerText(), 'Snippet copied.');
  });

  const looks = [
    {lang: 'en', scheme: 'light', width: 1280},
    {lang: 'ar', scheme: 'dark', width: 390},
    {lang: 'de', scheme: 'light', width: 390},
    {lang: 'th', scheme: 'dark', width: 768},
  ] as const;
  for (const {lang, scheme, width} of process.env.LONG ? looks : looks.slice(0, 2)) {
    it(`has nothing that axe finds and nothing to scroll sideways: ${lang}, ${scheme}, ${width} px`, async () => {
      const {page, faults} = await open({lang, scheme, width, hash: '--rai-color-accent=%23dddddd'});
      await page
        .locator('details')
        .evaluateAll((groups: HTMLDetailsElement[]) => groups.forEach((group) => (group.open = true)));

      assert.deepEqual(await findings(page), []);
      assert.deepEqual(await sideways(page), []);
      assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /\p{Script=Arabic},/u);
      assert.equal(await page.locator('html').getAttribute('dir'), lang === 'ar' ? 'rtl' : 'ltr');
      assert.deepEqual(faults, []);
    });
  }

  for (const lang of process.env.LONG ? ['en', 'ar', 'de', 'th'] : ['en']) {
    it(`cuts no label off on a phone: ${lang}`, async () => {
      const {page} = await open({lang, width: 390});

      const cut = await page
        .locator('.tool span, .name, legend, summary h3, .segments label')
        .evaluateAll((labels: HTMLElement[]) =>
          labels.filter((one) => one.scrollWidth > one.clientWidth).map(({innerText}) => innerText),
        );

      assert.deepEqual(cut, []);
    });
  }

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
    const {page, faults} = await newVisit({
      viewport: {width: Math.round(width), height: Math.round(height)},
    });
    await serve(page, snippet, policy, script);
    await complete(page.mainFrame());
    const png = await page.screenshot();
    return {png, faults};
  }

  /** Has a page under the snippet's policy and its own, which lets in its style sheet and a script of its own. */
  async function serve(page: Page, snippet: string, policy: string, script?: string) {
    const address = `${demo.pages.url}/pasted.html`;
    const merged = ['style-src', ...(script ? ['script-src'] : [])].reduce(
      (lines, directive) =>
        lines.includes(directive)
          ? lines.replace(directive, `${directive} 'self'`)
          : `${lines};${directive} 'self'`,
      policy,
    );
    if (script) {
      await page.route('**/mounted.js', (route) =>
        route.fulfill({contentType: 'text/javascript', body: script}),
      );
    }
    await page.route(address, (route) =>
      route.fulfill({
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': `default-src 'none';${merged}`.replaceAll('\n', ' '),
        },
        body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Pasted</title>
          <link rel="stylesheet" href="/configurator-preview.css"><body>${snippet}`,
      }),
    );
    await page.goto(address);
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

/** Leaves a request without an answer. */
const never = () => {};

/** The store in a frame of a page, complete. */
async function storeIn(page: Page): Promise<Frame> {
  const frame = await frameOf(page, '/channel');
  await complete(frame);
  return frame;
}

/** The paths of the scripts that a page itself has asked for, without those in its frames. */
const scriptsOf = ({page, requests}: Visit) =>
  requests
    .filter((request) => request.frame() === page.mainFrame() && request.resourceType() === 'script')
    .map((request) => new URL(request.url()).pathname);

/** A text with one bit of one letter near its end turned round. */
const flipped = (text: string) =>
  text.slice(0, -3) + String.fromCharCode(text.charCodeAt(text.length - 3) ^ 1) + text.slice(-2);

const preview = (page: Page) => frameOf(page, '/configurator-preview.html');

async function frameOf(page: Page, path: string): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle.contentFrame();
  await frame!.waitForURL((url) => url.pathname.endsWith(path));
  return frame!;
}

/** Waits until a store has all that it consists of, pictures too. */
async function complete(frame: Frame) {
  await frame.locator('rai-product-card').first().waitFor();
  await frame.locator('rai-category-nav button').first().waitFor();
  await frame.locator('rai-store-finder form').waitFor();
  await frame.locator('img').evaluateAll(async (images: HTMLImageElement[]) => {
    for (const image of images) image.loading = 'eager';
    await Promise.allSettled(images.map((image) => image.decode()));
  });
}

const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check({force: true});

async function write(page: Page, id: string, text: string) {
  const group = page.locator(`details:has([id="${id}"])`);
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
  await page.locator(`[id="${id}"]`).fill(text);
}

async function openGroup(page: Page, name: string) {
  await page.locator(`[data-group=${name}] summary`).click();
}

const codeOf = async (page: Page, block: string) =>
  (await page.locator(`[data-block=${block}] code`).textContent()) ?? '';

/** The share of pixels in which two pictures of one size differ to the eye. */
async function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  const blank = await page.context().newPage();
  const share = await blank.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
          const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          pen.drawImage(bitmap, 0, 0);
          return pen.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (one!.width !== other!.width || one!.height !== other!.height) return 1;
      let different = 0;
      for (let at = 0; at < one!.data.length; at += 4) {
        const apart = [0, 1, 2].map((part) => Math.abs(one!.data[at + part]! - other!.data[at + part]!));
        if (Math.max(...apart) > 24) different += 1;
      }
      return different / (one!.data.length / 4);
    },
    [a.toString('base64'), b.toString('base64')],
  );
  await blank.close();
  return share;
}
