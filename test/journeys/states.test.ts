import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {STATES} from '../../demo/pages/states/table.ts';
import {bringAxe, findings} from './support/axe.ts';
import {launch, visit} from './support/browser.ts';
import {sideways} from './support/sideways.ts';
import {visitState} from './support/state-visit.ts';

/** A narrow phone and a desktop, in px. A page is opened at one width, and then has the other. */
const [PHONE, DESKTOP] = [360, 1280];

const VIEWS = [
  {language: 'en', widths: [PHONE, DESKTOP]},
  {language: 'ar', widths: [DESKTOP, PHONE]},
] as const;

describe('the page of a state', {concurrency: 3}, () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'states-key-51d7e2'});
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  for (const state of STATES) {
    it(`shows "${state.title}" without an error, nothing to scroll sideways, and nothing that axe finds`, async () => {
      const {store = {}} = state.answers ?? {};
      const colours = 'widget' in store ? 'community colour' : 'colour';
      for (const {language, widths} of VIEWS) {
        const visited = await visitState(browser, demo.pages.url, state, {language, width: widths[0]});
        const {page} = visited;

        assert.deepEqual(await findings(page), [], `${language}, light`);
        await page.emulateMedia({colorScheme: 'dark'});
        assert.deepEqual(await findings(page, colours), [], `${language}, dark`);
        for (const width of widths) {
          await page.setViewportSize({width, height: 900});
          assert.deepEqual(await sideways(page), [], `${language}, ${width} px`);
        }
        assert.deepEqual(visited.faults(), [], language);
        await visited.close();
      }
    });
  }
});

describe('what looks at the pages', () => {
  let browser: Browser;

  before(async () => void (browser = await launch()));
  after(() => browser.close());

  it('finds with axe a button without a name in a shadow root', async () => {
    const visited = await visit(browser);
    const {page} = visited;
    await bringAxe(page);
    await page.goto(
      pageOf('<x-made-up><template shadowrootmode="open"><button></button></template></x-made-up>'),
    );

    const found = await findings(page);

    assert.ok(
      found.some((line) => /^button-name .* at x-made-up » button/.test(line)),
      found.join('\n'),
    );
    await visited.close();
  });

  it('finds with axe words that are too pale, in a shadow root, when only the colours are asked for', async () => {
    const visited = await visit(browser);
    const {page} = visited;
    await bringAxe(page);
    const pale = '<p style="color: #ccc; background: #fff">Only 2 left</p>';
    await page.goto(pageOf(`<x-made-up><template shadowrootmode="open">${pale}</template></x-made-up>`));

    const found = await findings(page, 'colour');

    assert.match(found.join('\n'), /^color-contrast .* at x-made-up » p/);
    await visited.close();
  });

  it('finds what is wider than the page, and wider than a dialog in a shadow root', async () => {
    const visited = await visit(browser);
    const {page} = visited;
    const wide = '<svg width="3000" height="9"></svg>';
    await page.goto(pageOf(wide));
    const onPage = await sideways(page);
    await page.goto(
      pageOf(
        `<x-made-up><template shadowrootmode="open"><dialog open style="width: 200px">${wide}</dialog></template></x-made-up>`,
      ),
    );
    const inDialog = await sideways(page);

    assert.match(onPage.join(), /^html/);
    assert.match(inDialog.join(), /dialog/);
    await visited.close();
  });
});

const pageOf = (body: string) =>
  `data:text/html,${encodeURIComponent(`<!doctype html><html lang="en"><title>A page</title><body>${body}`)}`;
