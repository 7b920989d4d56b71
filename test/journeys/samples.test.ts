import {createAdaptorServer} from '@hono/node-server';
import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {build, type Plugin} from 'vite';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ROOT} from '../../scripts/install.mjs';
import {launch, visit} from './support/browser.ts';

/** The gateway that the samples are written for. */
const WRITTEN = 'http://127.0.0.1:4200';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

let folder: string;
let site: Server;
let demo: Demo;
let browser: Browser;
let orders: unknown[] = [];

before(async () => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'rai-store-samples-'));
  // The site that the samples stand on, with a server that buys.
  site = createAdaptorServer({
    fetch: async (request) => {
      const {pathname} = new URL(request.url);
      if (pathname === '/redeem') {
        orders.push(await request.json());
        return Response.json({redeemed: true, code: 'SAMPLE-1'});
      }
      const file = join(folder, pathname);
      if (!existsSync(file)) return new Response('There is no such page.', {status: 404});
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return new Response(readFileSync(file), {headers: {'Content-Type': type}});
    },
  }) as Server;
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  demo = await startDemo({
    storePort: 0,
    gatewayPort: 0,
    pagesPort: 0,
    apiKey: 'samples-key-77d1',
    origins: [siteAddress()],
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.close();
  site?.closeAllConnections();
  site?.close();
  rmSync(folder, {recursive: true, force: true});
});

describe('a sample project', () => {
  for (const name of ['html', 'react', 'vue', 'svelte']) {
    it(`in ${name} is built, shows rewards, and redeems by its own server`, async () => {
      orders = [];
      await buildSample(name);
      const {page, faults, close} = await opened(`/${name}/index.html`);

      await page.getByRole('button', {name: 'Redeem: Coffee for two'}).click();
      const detail = page.locator('rai-product-detail');
      await detail.locator('[part=redeem]').click();
      await detail.locator('[part=confirm]').click();

      assert.match(await detail.locator('[part=code]').innerText(), /SAMPLE-1/);
      await page.getByText('You asked for Coffee for two.').waitFor({state: 'attached'});
      assert.equal(orders.length, 1);
      assert.match((orders[0] as {productID: string}).productID, /^[0-9a-f]{24}$/);
      assert.deepEqual(faults(), []);
      await close();
    });
  }
});

describe('a post of WordPress', () => {
  it('shows the store where its editor leaves elements in place', async () => {
    const {page, faults, close} = await post('element');

    await page.locator('rai-product-card [part=name]').first().waitFor();

    assert.deepEqual(faults(), []);
    await close();
  });

  it('shows the store by one classic tag where its editor throws unknown elements away', async () => {
    const {page, faults, close} = await post('script-tag', (markup) =>
      markup.replaceAll(/<\/?rai-[^>]*>/g, ''),
    );

    await page.locator('rai-product-card [part=name]').first().waitFor();

    assert.deepEqual(faults(), []);
    await close();
  });

  it('is empty without that tag, once the elements are thrown away', async () => {
    const {page, close} = await post('element', (markup) => markup.replaceAll(/<\/?rai-[^>]*>/g, ''));

    await page.getByText('What you earn with us').waitFor();

    assert.equal(await page.locator('rai-store').count(), 0);
    await close();
  });
});

const siteAddress = () => `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

/** Builds a sample as its owner would, with this demo's gateway in the place of the usual one. */
async function buildSample(name: string): Promise<void> {
  const gateway: Plugin = {
    name: 'gateway-of-this-test',
    enforce: 'pre',
    transform: (code) => code.replaceAll(WRITTEN, demo.gateway.url),
    transformIndexHtml: {order: 'pre', handler: (html) => html.replaceAll(WRITTEN, demo.gateway.url)},
  };
  await build({
    root: join(ROOT, 'samples', name),
    base: `/${name}/`,
    logLevel: 'error',
    plugins: [gateway],
    build: {outDir: join(folder, name), emptyOutDir: true},
  });
}

/** A post as WordPress would show it: its markup, without the comments that mark blocks, in a theme's page. */
async function post(name: string, edit: (markup: string) => string = (markup) => markup) {
  const markup = readFileSync(join(ROOT, `samples/wordpress/${name}.html`), 'utf8')
    .replaceAll(WRITTEN, demo.gateway.url)
    .replaceAll(/<!-- \/?wp:.*?-->/g, '');
  const html = `<!doctype html><html lang="en"><title>A post</title><article>${edit(markup)}</article></html>`;
  const visited = await visit(browser);
  const address = `${siteAddress()}/post.html`;
  writeFileSync(join(folder, 'post.html'), html);
  await visited.page.goto(address);
  return {page: visited.page, faults: () => visited.faults, close: () => visited.close()};
}

async function opened(path: string) {
  const visited = await visit(browser);
  await visited.page.goto(siteAddress() + path);
  return {page: visited.page, faults: () => visited.faults, close: () => visited.close()};
}
