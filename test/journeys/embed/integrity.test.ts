import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {ROOT} from '../../../scripts/install.mjs';
import {launch, visit} from '../support/browser.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';

const FILES = ['embed.js', 'rai-store.js', 'rai-store.single.js', 'presets/linen.css'];

let site: HostSite;
let browser: Browser;

before(async () => {
  site = await startHostSite();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const hash = (bytes: string | Uint8Array) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};

const stated = async (name: string) => {
  const answer = await fetch(`${site.gateway.url}/widget/${version}/integrity.json`);
  return ((await answer.json()) as Record<string, string>)[name]!;
};

/** A text with one bit of one letter near its end turned round. */
const flip = (text: string) =>
  text.slice(0, -3) + String.fromCharCode(text.charCodeAt(text.length - 3) ^ 1) + text.slice(-2);

describe('E6: the integrity of the single file', () => {
  /** Opens a page that states a hash of the file, and tells what it shows. */
  async function shown(integrity: string, change: (script: string) => string = (script) => script) {
    const file = `${site.gateway.url}/widget/${version}/rai-store.single.js`;
    const address = site.put('/integrity', {
      html: `<!doctype html><html lang="en"><title>Page</title><body>
        <rai-store gateway="${site.gateway.url}/v1"><a href="https://community.test/">Our rewards</a></rai-store>
        <script src="${file}" integrity="${integrity}" crossorigin="anonymous"></script></body></html>`,
    });
    const visited = await visit(browser);
    try {
      await visited.page.route(file, async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, body: change(await response.text())});
      });
      await visited.page.goto(address, {waitUntil: 'networkidle'});
      return {
        hasCards: (await visited.page.locator('rai-product-card').count()) > 0,
        hasLink: await visited.page.getByText('Our rewards').isVisible(),
        faults: visited.faults,
      };
    } finally {
      await visited.close();
    }
  }

  it('lets the file run that it was made of', async () => {
    const {hasCards, faults} = await shown(await stated('rai-store.single.js'));

    assert.equal(hasCards, true);
    assert.deepEqual(faults, []);
  });

  it('does not let it run with one byte flipped, and the page’s own link stays', async () => {
    const {hasCards, hasLink} = await shown(await stated('rai-store.single.js'), flip);

    assert.deepEqual([hasCards, hasLink], [false, true]);
  });

  it('is stated by the build for every file as it is served', async () => {
    const built = JSON.parse(readFileSync(join(ROOT, 'dist/integrity.json'), 'utf8')) as Record<
      string,
      string
    >;

    for (const file of FILES) {
      const answer = await fetch(`${site.gateway.url}/widget/${version}/${file}`);
      assert.equal(built[file], hash(new Uint8Array(await answer.arrayBuffer())), file);
      assert.equal(built[file], await stated(file), file);
    }
    assert.ok(Object.keys(built).some((name) => name.startsWith('chunks/')));
    assert.notEqual(hash('a'), hash('b'));
  });
});

describe('E6: the integrity of a preset', () => {
  /** The surface that a preset gives to a page which states its hash; nothing where the browser refuses it. */
  async function surfaceOf(change: (sheet: string) => string) {
    const name = 'presets/linen.css';
    const file = `${site.gateway.url}/widget/${version}/${name}`;
    const address = site.put('/preset', {
      html: `<!doctype html><html lang="en"><title>Page</title>
        <link rel="stylesheet" href="${file}" integrity="${await stated(name)}" crossorigin="anonymous">
        <body class="rai-linen">`,
    });
    const visited = await visit(browser);
    try {
      await visited.page.route(file, async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, body: change(await response.text())});
      });
      await visited.page.goto(address);
      return await visited.page.evaluate(() =>
        getComputedStyle(document.body).getPropertyValue('--rai-color-surface').trim(),
      );
    } finally {
      await visited.close();
    }
  }

  it('lets the sheet in that it was made of, and refuses it with one byte flipped', async () => {
    assert.match(await surfaceOf((sheet) => sheet), /^light-dark\(/);
    assert.equal(await surfaceOf(flip), '');
  });
});

describe('E7: a versioned address', () => {
  for (const file of FILES) {
    it(`keeps its bytes for ever, and an alias for five minutes at most: ${file}`, async () => {
      const [first, second, alias] = await Promise.all(
        [version, version, `v1`].map((place) => fetch(`${site.gateway.url}/widget/${place}/${file}`)),
      );

      assert.equal(first!.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(hash(await first!.text()), hash(await second!.text()));
      const [, age] = /^public, max-age=(\d+)$/.exec(alias!.headers.get('cache-control') ?? '') ?? [];
      assert.ok(Number(age) <= 300, `${age} s`);
    });
  }
});
