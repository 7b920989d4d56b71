import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {settingsOf, type Manifest} from '../../demo/pages/configurator/manifest.ts';
import {ROOT} from '../../scripts/install.mjs';
import {findings} from './support/axe.ts';
import {
  choose,
  codeOf,
  complete,
  preview,
  startBench,
  write,
  type Bench,
} from './support/configurator-bench.ts';
import {sideways} from './support/sideways.ts';

describe('the configurator', () => {
  let bench: Bench;

  before(async () => {
    bench = await startBench();
  });

  afterEach(async () => bench.clear());
  after(async () => bench?.close());

  it('has a labelled control for every attribute and every token of the manifest', async () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Manifest;
    const names = settingsOf(manifest, 'rai-store').map(({name}) => name);
    const {page} = await bench.open();

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

  it('keeps what is set in the address, from which it comes back', async () => {
    const {page} = await bench.open();
    await choose(page, 'set-theme', 'dark');
    await openGroup(page, 'list');
    await write(page, 'set-page-size', '3');
    await write(page, 'set---rai-color-sale-light', '#b00020');
    const address = await page.evaluate(() => location.href);
    const snippet = await codeOf(page, 'code');

    const again = await bench.open({hasStore: true, hash: new URL(address).hash.slice(1)});

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

    const {page, faults} = await bench.open({hash});

    assert.equal(await page.locator('.notice').count(), 1);
    for (const name of ['theme', 'nonsense', '--rai-shadow'])
      assert.ok((await page.locator('.notice').innerText()).includes(name), name);
    assert.match(await page.locator('#said').innerText(), /nonsense/);
    assert.equal(await page.evaluate(() => location.hash), '#page-size=4');
    assert.deepEqual(faults, []);
  });

  it('warns of colours that are too close together until they no longer are', async () => {
    const {page} = await bench.open();
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
    const {page, faults} = await bench.open({hasStore: true});
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
    const {page} = await bench.open();
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
    const {page} = await bench.open();

    await page.locator('#find').fill('signed');

    await page.locator('[data-setting=signed-in] input').first().waitFor();
    assert.equal(await page.locator('[data-setting]').count(), 1);
    await page.locator('#find').fill('no such thing');
    await page.locator('.none').waitFor();
  });

  it('says beside a field what is wrong with it, and sets nothing', async () => {
    const {page} = await bench.open();
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
    const {page} = await bench.open({hasStore: true});
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
    const {page} = await bench.open();

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
      const {page, faults} = await bench.open({lang, scheme, width, hash: '--rai-color-accent=%23dddddd'});
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
      const {page} = await bench.open({lang, width: 390});

      const cut = await page
        .locator('.tool span, .name, legend, summary h3, .segments label')
        .evaluateAll((labels: HTMLElement[]) =>
          labels.filter((one) => one.scrollWidth > one.clientWidth).map(({innerText}) => innerText),
        );

      assert.deepEqual(cut, []);
    });
  }
});

async function openGroup(page: Page, name: string) {
  await page.locator(`[data-group=${name}] summary`).click();
}
