import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page, Response} from 'playwright-core';
import {ROOT} from '../../scripts/install.mjs';
import {launch, visit} from './support/browser.ts';
import {until} from './support/engine-page.ts';
import {startHostSite, type HostSite} from './support/host-site.ts';

/** The page's sections by their titles. */
const SECTIONS = new Map(
  readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section): [string, string] => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end)];
    }),
);

/** Where a shopper is told nothing but what the page itself says. */
const NO_STORE = 'Only my link is there, no store';
const UNREACHED = '“The store can’t be reached. Check your connection.”';
const UNAVAILABLE = '“The store isn’t available right now.”';
const REFUSED = '“The store can’t be shown on this page.”';

const ID = '507f1f77bcf86cd799439000';

let site: HostSite;
let members: HostSite;
let browser: Browser;

before(async () => {
  [site, members, browser] = await Promise.all([
    startHostSite(),
    startHostSite({gateway: {tokenSecret: 'troubleshooting-secret-of-32-letters'}}),
    launch(),
  ]);
});

after(async () => {
  await browser?.close();
  await site?.close();
  await members?.close();
});

describe('the page on troubleshooting, in Chromium', () => {
  const refusals: [what: string, section: string, without: string][] = [
    ['the gateway’s scripts', NO_STORE, 'script-src'],
    ['the widget’s policy', NO_STORE, 'trusted-types'],
    ['requests to the gateway', UNREACHED, 'connect-src'],
  ];
  for (const [what, section, directive] of refusals) {
    it(`says what the console does where the page’s policy refuses ${what}`, async () => {
      const policy = {
        'script-src': site.gateway.url,
        'connect-src': site.gateway.url,
        'require-trusted-types-for': "'script'",
        'trusted-types': 'returningai-store',
        [directive]: directive === 'trusted-types' ? 'another' : "'self'",
      };
      const header = Object.entries(policy)
        .map((rule) => rule.join(' '))
        .join('; ');

      const address = site.put('/policy', {html: store(), headers: {'Content-Security-Policy': header}});
      await onPage(address, (page, told) => isQuoted(page, section, told));
    });
  }

  it('says what the console does for a page whose origin is not listed', async () => {
    site.put('/foreign', {html: store()});

    const address = `${site.url.replace('127.0.0.1', 'localhost')}/foreign`;
    await onPage(address, (page, told) => isQuoted(page, UNREACHED, told));
  });

  it('says what the console does where there is no gateway', async () => {
    const gone = await startHostSite();
    await gone.close();

    const address = site.put('/gone', {html: store('', gone.gateway.url)});
    await onPage(address, (page, told) => isQuoted(page, NO_STORE, told));
  });

  const answers: [attribute: string, status: number, html: () => string][] = [
    ['a user’s id that this gateway does not let through', 400, () => store(`user-id="${ID}"`)],
    ['a category’s name', 400, () => store('category="shoes"')],
    ['a product’s name', 400, () => store('product="mug"')],
    ['a card of a product’s name', 400, () => card('product-id="mug"')],
    ['a gateway’s address without its end', 404, () => store().replace('/v1"', '"')],
  ];
  for (const [what, status, html] of answers) {
    it(`quotes the gateway’s answer to ${what}`, async () => {
      await onPage(site.put('/answer', {html: html()}), async (page, {refused}) => {
        await page.getByText(UNAVAILABLE.slice(1, -1)).first().waitFor();
        // As in a tab of its own.
        const answer = await fetch(refused[0]!.url());
        const {message} = (await answer.json()) as {message: string};

        const [row = ''] = (SECTIONS.get(UNAVAILABLE) ?? '')
          .split('\n')
          .filter((line) => line.includes(`\`${message}\``));
        assert.deepEqual([refused[0]!.status(), answer.status], [status, status]);
        assert.match(row, new RegExp(`^\\| ${status}`), message);
      });
    });
  }

  it('knows a store for members by what it says', async () => {
    await onPage(members.put('/members', {html: store('', members.gateway.url)}), async (page, {refused}) => {
      await page.getByText(REFUSED.slice(1, -1)).first().waitFor();

      assert.equal(refused[0]!.status(), 401);
      assert.match(SECTIONS.get(REFUSED)!, /\b401\b/);
    });
  });
});

function store(attributes = '', gateway = site.gateway.url): string {
  return `<!doctype html><title>A page</title><script type="module" src="${gateway}/widget/rai-store.js"></script>
    <rai-store gateway="${gateway}/v1" ${attributes}><a href="#store">Open the rewards store</a></rai-store>`;
}

function card(attributes: string): string {
  return `<!doctype html><title>A page</title><script type="module" src="${site.gateway.url}/widget/rai-store.js"></script>
    <rai-product-card gateway="${site.gateway.url}/v1" ${attributes}></rai-product-card>`;
}

/** What a page has been told that went wrong, so far. */
interface Told {
  readonly console: readonly string[];
  readonly refused: readonly Response[];
}

/** Opens a page, and looks at what it shows and is told. */
async function onPage(address: string, look: (page: Page, told: Told) => Promise<void>): Promise<void> {
  const visited = await visit(browser);
  const {page} = visited;
  const console: string[] = [];
  const refused: Response[] = [];
  page.on('console', (message) => console.push(message.text()));
  page.on('response', (response) => void (response.status() >= 400 && refused.push(response)));
  await page.goto(address, {waitUntil: 'commit'});
  await look(page, {console, refused});
  await visited.close();
}

/** Waits for what the section quotes to stand in the console, and for the words that the section has for its title. */
async function isQuoted(page: Page, section: string, told: Told): Promise<void> {
  const quotes = quotesIn(section).map(
    (quote) =>
      new RegExp(
        quote
          .split('…')
          .map((part) => part.replaceAll(/[.?()"]/g, '\\$&'))
          .join('.*'),
      ),
  );
  if (section !== NO_STORE) await page.getByText(section.slice(1, -1)).first().waitFor();
  await until(`a line of ${section} in the console`, () =>
    Promise.resolve(told.console.some((line) => quotes.some((quote) => quote.test(line)))),
  );
  if (section === NO_STORE) assert.ok(await page.getByText('Open the rewards store').isVisible());
}

/** What a section quotes, names of files and attributes apart. */
const quotesIn = (section: string) =>
  [...SECTIONS.get(section)!.matchAll(/`([^`]+)`/g)]
    .map(([, quote]) => quote!)
    .filter((quote) => /[ _]/.test(quote));
