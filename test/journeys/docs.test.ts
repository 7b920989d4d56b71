import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path/posix';
import {after, before, describe, it} from 'node:test';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Browser, Page} from 'playwright-core';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {PRODUCTS} from '../../docs/site/live.ts';
import {samplesIn, type Sample} from '../../docs/site/samples.ts';
import {ensureBuilt} from '../../scripts/build.mjs';
import {DOCS, ensureDocs} from '../../scripts/docs.mjs';
import {ROOT} from '../../scripts/install.mjs';
import {launch, visit, type Visit} from './support/browser.ts';

/** How many pages are open at a time. */
const AT_ONCE = 3;

let demo: Demo;
let browser: Browser;

/** A site of somebody else's, and its pages by their paths. */
let site: Server;
const sitePages = new Map<string, {readonly policy: string; readonly body: string}>();

before(async () => {
  ensureBuilt();
  ensureDocs();
  site = createServer(({url = ''}, response) => {
    const page = sitePages.get(url);
    const policy = page && {'Content-Security-Policy': page.policy};
    response.writeHead(page ? 200 : 404, {'Content-Type': 'text/html; charset=utf-8', ...policy});
    response.end(page?.body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  demo = await startDemo({
    storePort: 0,
    gatewayPort: 0,
    pagesPort: 0,
    apiKey: 'docs-journey-key',
    origins: [addressOf(site)],
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.close();
  site?.closeAllConnections();
  site?.close();
});

describe('a sample of the docs', () => {
  it('in HTML shows what it is about, on a page of its own, without a fault', async () => {
    const notRun = pages().flatMap(([file, samples]) =>
      samples
        .filter(({language}) => language === 'html')
        .flatMap(({notRun}, at) => (notRun ? [`${exampleOf(file)}-${at + 1}.html`] : [])),
    );
    const examples = readdirSync(join(DOCS, 'examples')).filter((file) => !notRun.includes(file));
    const wrong: string[] = [];

    await inTurns(examples, async (file, {page, faults}) => {
      const before = faults.length;
      try {
        await page.goto(`${demo.pages.url}/docs/examples/${file}`, {waitUntil: 'commit'});
        await showsProducts(page);
      } catch (error) {
        wrong.push(`${file}: ${String(error)}`);
      }
      wrong.push(...faults.slice(before).map((fault) => `${file}: ${fault}`));
    });

    assert.ok(examples.length >= 30, String(examples.length));
    assert.deepEqual(wrong, []);
  });

  it('in JavaScript or CSS does no harm to a page with the store', async () => {
    const samples = pages()
      .flatMap(([file, samples]) => samples.map((sample) => ({...sample, place: `${file}:${sample.line}`})))
      .filter(({language, notRun}) => ['js', 'css'].includes(language) && !notRun);
    const wrong: string[] = [];

    await inTurns(samples, async ({language, code, place}, {page, faults}) => {
      const before = faults.length;
      const about = place.includes('host-developer') ? 'host-developer-1' : 'index-1';
      const tag = language === 'css' ? 'style' : 'script';
      try {
        await goWith(page, `${about}.html`, `/${place}`, (html) =>
          html.replace('</body>', () => `<${tag}>${code}</${tag}></body>`),
        );
        await showsProducts(page);
      } catch (error) {
        wrong.push(`${place}: ${String(error)}`);
      }
      wrong.push(...faults.slice(before).map((fault) => `${place}: ${fault}`));
    });

    assert.ok(samples.length > 5);
    assert.deepEqual(wrong, []);
  });

  for (const isFirst of [true, false]) {
    it(`that listens hears everything where it stands ${isFirst ? 'in the head' : 'behind the store'}`, async () => {
      const scripts = pages().flatMap(([, samples]) =>
        samples.filter(({language, notRun}) => language === 'js' && !notRun).map(({code}) => code),
      );
      const listening = scripts.filter((code) => code.includes('console.log'));
      // An element that is not there yet cannot be given words.
      const wording = isFirst ? [] : scripts.filter((code) => code.includes('.words ='));
      const pasted = [...listening, ...wording].map((code) => `<script>${code}</script>`).join('');
      const visited = await visit(browser);
      const {page, faults} = visited;
      const heard = (words: RegExp) =>
        page.waitForEvent('console', {predicate: (message) => words.test(message.text())});
      const all = [/rewards are on screen/, /rewards are there/, /^Looked at \w/].map(heard);

      await goWith(page, 'index-1.html', isFirst ? '/listens-first' : '/listens-last', (html) =>
        isFirst
          ? html.replace('<head>', () => `<head>${pasted}`)
          : html.replace('</body>', () => `${pasted}</body>`),
      );
      await page.locator('rai-product-card [part=name]').first().click();
      await Promise.all(all);

      assert.equal(listening.length, 2);
      if (!isFirst) await page.getByText('Get it', {exact: true}).first().waitFor();
      assert.deepEqual(faults, []);
      await visited.close();
    });
  }

  it('with a product’s id works with one of those that the page on it has listed, and says so of a placeholder', async () => {
    const samples = samplesIn(readFileSync(join(ROOT, 'docs/partner.md'), 'utf8'));
    const {code: card} = samples.find(({code}) => code.includes('<rai-product-card'))!;
    const {code: command} = samples.find(({code}) => code.startsWith('curl '))!;
    const address = /"http:\/\/127\.0\.0\.1:4200(.+)"/.exec(command)![1]!;
    const {data} = (await (await fetch(demo.gateway.url + address)).json()) as {data: Named[]};
    const {_id, name} = data[0]!;
    const visited = await visit(browser);
    const {page} = visited;

    for (const [id, words] of [
      [_id, name],
      [PRODUCTS[0], 'This reward is no longer there.'],
    ] as const) {
      const named = card.replace(PRODUCTS[0], id).replace('https://gateway.example', demo.gateway.url);
      await goWith(page, 'index-1.html', '/card', (html) => html.replace('</body>', () => `${named}</body>`));
      await page.locator('rai-product-card[product-id]').getByText(words).first().waitFor();
    }

    await visited.close();
  });

  it('of a strict policy is enough for the store, and lets nothing else through', async () => {
    const [policy = ''] = pages().flatMap(([, samples]) =>
      samples.filter(({language}) => language === 'csp').map(({code}) => code),
    );
    const named = policy
      .replaceAll('https://gateway.example', demo.gateway.url)
      .replaceAll('https://pictures.example', demo.store.url)
      .replaceAll('\n', ' ');
    const body = `<!doctype html><title>Strict</title><script type="module" src="${demo.gateway.url}/widget/rai-store.js"></script>
      <rai-store gateway="${demo.gateway.url}/v1"></rai-store>`;
    sitePages.set('/strict', {policy: named, body});
    const visited = await visit(browser);
    const {page, faults} = visited;

    await page.goto(`${addressOf(site)}/strict`);
    await showsProducts(page);
    await page.locator('rai-product-card [part=name]').first().click();
    await page.locator('rai-product-detail .prose').first().waitFor();

    assert.match(named, /default-src 'none'/);
    assert.deepEqual(faults, []);
    await visited.close();
  });
});

/** A product as the gateway lists it where its name is asked for. */
interface Named {
  readonly _id: string;
  readonly name: string;
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The pages that have samples, by their path in the repository. */
function pages(): [file: string, samples: Sample[]][] {
  const inFolder = (folder: string) =>
    readdirSync(join(ROOT, folder)).flatMap((file) => (file.endsWith('.md') ? [`${folder}/${file}`] : []));
  return ['README.md', ...inFolder('docs'), ...inFolder('docs/recipes')].map((file) => [
    file,
    samplesIn(readFileSync(join(ROOT, file), 'utf8')),
  ]);
}

/** What the pages of a page's samples are called, before their number. */
const exampleOf = (file: string) =>
  file === 'README.md'
    ? 'readme'
    : file.slice('docs/'.length, -'.md'.length).replace('README', 'index').replaceAll('/', '-');

/** Opens an example with something in it that a reader has pasted there, which so runs before the elements have arrived. */
async function goWith(page: Page, example: string, path: string, paste: (html: string) => string) {
  const response = await fetch(`${demo.pages.url}/docs/examples/${example}`);
  const policy = response.headers.get('Content-Security-Policy') ?? '';
  sitePages.set(path, {policy, body: paste(await response.text())});
  await page.goto(addressOf(site) + path, {waitUntil: 'commit'});
}

/** Resolves when a product is there, or the page's own words that there is none, in the page or in the frame that a sample is about. */
async function showsProducts(page: Page): Promise<void> {
  const name = 'rai-product-card [part=name], rai-store > [slot=empty], [data-rai-copy] [data-rai=name]';
  const isFramed = (await page.locator('iframe, rai-store-frame').count()) > 0;
  const place = isFramed ? page.frameLocator('iframe').locator(name) : page.locator(name);
  await place.first().waitFor();
}

/** Does the work for every item, a few at a time, each in a page that it shares with others before and after it. */
async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item, visited: Visit) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({length: AT_ONCE}, async () => {
      const visited = await visit(browser);
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item, visited);
      await visited.close();
    }),
  );
}
