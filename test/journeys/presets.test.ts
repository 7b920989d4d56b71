import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT} from '../../scripts/install.mjs';
import {bringAxe, findings} from './support/axe.ts';
import {visit} from './support/browser.ts';
import {tooPale, type Mark} from './support/contrast.ts';
import {LOOKS, openPresetView, PRESET_VIEWS, wear, type PresetView} from './support/preset-views.ts';
import {setStage} from './support/stage.ts';

const stage = setStage('presets-key-5b2');

/** In the order in which the page offers them. */
const ORDER = ['linen', 'ink', 'aurora', 'harbour', 'meadow', 'arcade'];

/** A phone and a desktop, in px; what is drawn at each width comes in the same colours, so a run looks at one of them by turns. */
const WIDTHS = [390, 1280] as const;

const SCHEMES = ['light', 'dark'] as const;

/** What is no word of its own, by where it is seen: focus rings, edges of fields and of quiet buttons; and what axe does not see. */
const MARKS: Partial<Record<PresetView, readonly Mark[]>> = {
  discount: [
    {at: '[part=action]', paint: 'outline-color', on: 'around', ratio: 3, isFocused: true},
    {at: '[part=name]', pseudo: '::after', paint: 'outline-color', on: 'around', ratio: 3, isFocused: true},
    {at: '[part=category]', paint: 'outline-color', on: 'its own', ratio: 3, isFocused: true},
    {at: 'label.field', paint: 'border-top-color', on: 'its own', ratio: 3},
    {at: 'label.field', paint: 'border-top-color', on: 'around', ratio: 3},
    {at: '[part=sort]', paint: 'border-top-color', on: 'around', ratio: 3},
    {at: '[part=search]', pseudo: '::placeholder', paint: 'color', on: 'its own', ratio: 4.5},
    {at: '[part=was]', paint: 'color', on: 'its own', ratio: 4.5},
  ],
  'sold-out': [{at: '[part=action]:disabled', paint: 'color', on: 'its own', ratio: 4.5}],
  expiring: [{at: '[part=badge]', paint: 'color', on: 'its own', ratio: 4.5}],
  form: [
    {at: 'rai-store-redeem input', paint: 'border-top-color', on: 'its own', ratio: 3},
    {at: 'rai-store-redeem textarea', paint: 'outline-color', on: 'around', ratio: 3, isFocused: true},
    {at: 'rai-product-detail .close', paint: 'outline-color', on: 'around', ratio: 3, isFocused: true},
  ],
  confirm: [{at: 'rai-store-redeem .quiet', paint: 'border-top-color', on: 'around', ratio: 3}],
  code: [{at: 'rai-store-redeem .ticket', paint: 'border-top-color', on: 'around', ratio: 3}],
  failed: [{at: 'rai-store-notice .quiet', paint: 'border-top-color', on: 'around', ratio: 3}],
};

describe('the presets’ page', () => {
  it('offers all that there are', () => {
    const files = readdirSync(join(ROOT, 'src/theme/presets'));

    assert.deepEqual(
      ORDER.toSorted(),
      files.map((file) => file.replace('.css', '')),
    );
  });

  it('shows each of them in light and dark, in colours that can be read', async () => {
    const visited = await visit(stage.browser, {reducedMotion: 'reduce'});
    const {page} = visited;
    await bringAxe(page);
    await page.goto(`${stage.demo.pages.url}/presets.html`);
    await page.locator('rai-product-card').first().waitFor();
    await page.locator('rai-category-nav button').first().waitFor();
    const accents = new Set<string>();

    assert.deepEqual(
      await page
        .locator('[name=look]')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      ['', ...ORDER],
    );
    for (const look of ORDER) {
      await page.locator(`[name=look][value=${look}]`).check();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
        const action = page.locator('rai-product-card [part=action]:enabled').first();
        accents.add(await action.evaluate((button) => getComputedStyle(button).backgroundColor));

        assert.deepEqual(await findings(page, 'community colour'), [], `${look}, ${colorScheme}`);
      }
    }
    assert.equal(accents.size, 2 * ORDER.length);
    assert.deepEqual(await findings(page), []);
    await visited.close();
  });

  it('keeps the look in its address, and says how to have it', async () => {
    const visited = await visit(stage.browser);
    const {page, faults} = visited;
    await page.goto(`${stage.demo.pages.url}/presets.html?look=linen&theme=dark`);
    await page.locator('rai-product-card').first().waitFor();

    assert.equal(await page.locator('rai-store').getAttribute('theme'), 'dark');
    assert.equal(
      await page.locator('#snippet').innerText(),
      [
        `<script type="module" src="${stage.demo.gateway.url}/widget/rai-store.js"></script>`,
        `<link rel="stylesheet" href="${stage.demo.gateway.url}/widget/presets/linen.css">`,
        `<rai-store class="rai-linen" theme="dark" gateway="${stage.demo.gateway.url}/v1"></rai-store>`,
      ].join('\n'),
    );
    await page.locator('[name=look][value=ink]').check();
    assert.equal(new URL(page.url()).search, '?look=ink&theme=dark');
    assert.deepEqual(faults, []);
    await visited.close();
  });
});

describe('a store in each of the looks', {concurrency: 2}, () => {
  for (const [place, view] of PRESET_VIEWS.entries()) {
    it(`can be read, and used by who sees little, in light and dark: ${view}`, async () => {
      const visited = await openPresetView(stage.browser, stage.demo.pages.url, view, WIDTHS[0]);
      const {page} = visited;
      const found: string[] = [];

      for (const [which, width] of WIDTHS.entries()) {
        await page.setViewportSize({width, height: 900});
        for (const [turn, look] of LOOKS.entries()) {
          for (const [at, scheme] of SCHEMES.entries()) {
            if (!process.env.LONG && (place + turn + at) % 2 !== which) continue;
            await wear(page, look, scheme);
            const all = [
              ...(await findings(page, 'community colour')),
              ...(await tooPale(page, MARKS[view] ?? [])),
            ];
            found.push(...all.map((one) => `${look}, ${scheme}, ${width} px: ${one}`));
          }
        }
      }
      await wear(page, 'pale', 'light');
      const pale = await findings(page, 'community colour');
      const marks = await tooPale(page, MARKS[view] ?? []);

      assert.deepEqual(found, []);
      // What is not seen at all has no colours to find fault with.
      assert.match(pale.join('\n'), /^color-contrast .* at rai-store » /m);
      assert.equal(marks.length, MARKS[view]?.length ?? 0, marks.join('\n'));
      await visited.close();
    });
  }

  it('has nothing pale where a shopper asks for more contrast, and its dot where the colours are theirs', async () => {
    const visited = await openPresetView(stage.browser, stage.demo.pages.url, 'low-stock', WIDTHS[1]);
    const {page} = visited;
    await page.locator('rai-category-nav button').first().waitFor();
    const colour = (at: string, of: string) =>
      page
        .locator(at)
        .first()
        .evaluate((one, of) => getComputedStyle(one).getPropertyValue(of), of);

    for (const look of LOOKS) {
      await wear(page, look, 'dark');
      const usual = await colour('[part=card]', 'border-top-color');
      await page.emulateMedia({contrast: 'more'});
      const words = await colour('[part=name]', 'color');

      assert.notEqual(usual, words, look);
      assert.equal(await colour('[part=card]', 'border-top-color'), words, look);
      assert.equal(await colour('[part=summary]', 'color'), words, look);
      assert.equal(await colour('[part=category] >> nth=1', 'border-top-color'), words, look);
      await page.emulateMedia({contrast: 'no-preference'});
    }
    await page.emulateMedia({forcedColors: 'active'});
    const [dot, ground] = await page
      .locator('[part=stock].low')
      .first()
      .evaluate((stock) => [
        getComputedStyle(stock, '::before').borderTopColor,
        getComputedStyle(stock.closest('.root')!).backgroundColor,
      ]);

    assert.notEqual(dot, ground);
    await visited.close();
  });
});
