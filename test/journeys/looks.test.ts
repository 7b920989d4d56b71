import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {launch} from './support/browser.ts';
import {overlaps, shortcomings} from './support/geometry.ts';
import {BASELINES, fingerprint, LANGUAGES, looksOf, openView, picture, VIEWS} from './support/looks.ts';
import {sideways} from './support/sideways.ts';
import {unlike} from './support/still.ts';

/** So many of a picture's points may plainly differ: letters are not smoothed quite alike in every run. */
const TOLERANCE = 0.002;

/** A picture is half as wide and high as what it shows. */
const SCALE = 0.5;

describe('how the store looks', () => {
  let demo: Demo;
  let browser: Browser;
  /** Why pictures can't be compared here. */
  let otherwise: string | undefined;

  before(async () => {
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'looks-key-2f81'});
    browser = await launch();
    const made = JSON.parse(readFileSync(join(BASELINES, 'made-with.json'), 'utf8')) as object;
    const here = await fingerprint(browser);
    if (JSON.stringify(made) !== JSON.stringify(here))
      otherwise = `the pictures were made with ${JSON.stringify(made)}, here is ${JSON.stringify(here)}`;
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  for (const view of VIEWS) {
    for (const language of LANGUAGES) {
      it(`has nothing cut, nothing over another, and nothing sideways: ${view}, ${language}`, async (t) => {
        const visited = await openView(browser, demo.pages.url, view, language);
        const {page} = visited;
        const differing: string[] = [];

        for (const look of looksOf(view, language)) {
          const found = await picture(page, view, look);
          assert.deepEqual((await shortcomings(page, 24)).cut, [], look.name);
          assert.deepEqual(await overlaps(page), [], look.name);
          assert.deepEqual(await sideways(page), [], look.name);
          if (otherwise) continue;
          const file = join(BASELINES, `${look.name}.webp`);
          assert.ok(
            existsSync(file),
            `There is no ${look.name}: npm run screenshots -- --baselines makes it.`,
          );
          const points = look.width * SCALE * 900 * SCALE;
          const share = (await unlike(browser, readFileSync(file), found)) / points;
          if (share > TOLERANCE) differing.push(`${look.name}: ${(share * 100).toFixed(2)} %`);
        }

        await visited.close();
        if (otherwise) t.diagnostic(`Measured, but not compared with pictures: ${otherwise}.`);
        assert.deepEqual(differing, [], 'npm run screenshots -- --baselines renews what is meant to differ');
      });
    }
  }

  it('is compared with its pictures', (t) => {
    if (otherwise) t.skip(otherwise);
  });
});

describe('what compares looks', () => {
  it('finds words that lie over others, in a shadow root', async () => {
    const browser = await launch();
    const page = await browser.newPage();
    await page.setContent(`<x-made-up><template shadowrootmode="open">
      <p>Only 2 left</p><p style="margin-top: -28px">Ends tomorrow</p><p>Apart</p>
    </template></x-made-up>`);

    assert.equal((await overlaps(page)).length, 1);
    await browser.close();
  });

  it('sees another colour of an action', async () => {
    const browser = await launch();
    const page = await browser.newPage();
    const shot = async (colour: string) => {
      await page.setContent(`<button style="background: ${colour}; width: 200px; height: 40px"></button>`);
      return page.screenshot({clip: {x: 0, y: 0, width: 640, height: 450}});
    };

    const share = (await unlike(browser, await shot('#1f5f52'), await shot('#7a1f5f'))) / (640 * 450);

    assert.ok(share > TOLERANCE, `${share}`);
    await browser.close();
  });
});
