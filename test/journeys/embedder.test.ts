import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ensureDocs} from '../../scripts/docs.mjs';
import {chosenEngines, missing, openIn, until, type EnginePage} from './support/engine-page.ts';

describe('a developer who is to embed the store', () => {
  let demo: Demo;

  before(async () => {
    ensureBuilt();
    ensureDocs();
    demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: 'embedder-key-52c0ae'});
  });

  after(() => demo?.close());

  for (const engine of chosenEngines()) {
    it(`reads the docs and configures it in ${engine}`, async (t) => {
      const reason = missing(engine);
      if (reason) return t.skip(reason);
      const {page, close} = await openIn(engine);
      try {
        await readDocs(page, `${demo.pages.url}/docs/`);
        await configure(page, `${demo.pages.url}/configurator.html?lang=en`);
      } finally {
        await close();
      }
    });
  }
});

/** Goes from the start page by the search to a recipe, then to a guide and the reference; all of them with the store at work. */
async function readDocs(page: EnginePage, docs: string) {
  const {keyboard} = page;
  await page.goto(docs);
  await until('the sample of the start page at work', () => page.evaluate(isAtWork));

  await keyboard.type('/');
  await keyboard.type('shortcode wordpress');
  await until('a passage that is found', () =>
    page.evaluate(() => document.querySelectorAll('.found a').length > 0),
  );
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const heading = () => page.evaluate(() => document.querySelector('h1')?.textContent);
  // Nothing can be asked of a page while it makes room for the next.
  await until('the recipe', async () => (await heading().catch(() => '')) === 'WordPress');

  for (const path of ['partner.html', 'reference/rai-store.html']) {
    await page.goto(docs + path);
    await until(`the sample of ${path} at work`, () => page.evaluate(isAtWork));
    assert.equal(await page.evaluate(wider), 0, `${path} is wider than the window`);
    assert.equal(await page.evaluate(() => document.querySelector<HTMLElement>('.onpage')?.hidden), false);
  }
  const attributes = await page.evaluate(
    () => document.querySelector('#attributes ~ .table')?.querySelectorAll('td code').length ?? 0,
  );
  assert.ok(attributes > 20, String(attributes));
}

/** Wears a preset, sets an attribute and a token, looks at it in every way, and takes the snippet along. */
async function configure(page: EnginePage, address: string) {
  const {keyboard} = page;
  const inStore = (words: string) => page.evaluate(says, words);
  await page.goto(address);
  await until('the store in the preview', () => inStore('Coffee for two'));

  await page.evaluate(press, '.preset:nth-of-type(2) input');
  await page.evaluate(press, 'input[name=set-layout][value=list]');
  await page.evaluate(toField, 'set---rai-radius');
  await keyboard.type('3px');
  await until('what is set in the preview', () =>
    page.evaluate(isInPreview, 'rai-store[layout=list][style*="3px"][style*="--rai-color-accent"]'),
  );
  const snippet = await page.evaluate(
    () => document.querySelector('[data-block=code] code')?.textContent ?? '',
  );
  assert.match(snippet, /--rai-color-accent: [^]*--rai-radius: 3px;[^]*layout="list"/);

  await page.evaluate(press, 'input[name=device][value=tablet]');
  await page.evaluate(press, 'input[name=scheme][value=dark]');
  await until('the store as wide as a tablet, in the dark', () =>
    page.evaluate(
      () =>
        document.querySelector('iframe')?.contentWindow?.innerWidth === 768 &&
        document.querySelector('iframe')?.contentDocument?.querySelector('rai-store[theme=dark]') !== null,
    ),
  );
  await page.evaluate(pick, 'store-language', 'he');
  await until('the page from right to left', () => page.evaluate(isInPreview, 'html[dir=rtl][lang=he]'));
  await page.evaluate(pick, 'store-language', 'en');
  await page.evaluate(pick, 'state', 'sold-out');
  await until('what is sold out', () => inStore('Sold out'));

  await page.evaluate(() => document.querySelector<HTMLElement>('[data-block=code] .copy')?.focus());
  await keyboard.press('Enter');
  await until('word of the copy', () =>
    page.evaluate(() => document.querySelector('#said')?.textContent === 'Snippet copied.'),
  );
  await page.evaluate(toField, 'find');
  await keyboard.down('Control');
  await keyboard.type('v');
  await keyboard.up('Control');
  const pasted = () => page.evaluate(() => document.querySelector<HTMLInputElement>('#find')?.value ?? '');
  await until('the snippet, pasted', async () => (await pasted()) !== '');
  // A field of one line leaves out where lines end.
  assert.equal((await pasted()).replaceAll(/\s/g, ''), snippet.replaceAll(/\s/g, ''));
  assert.equal(await page.evaluate(wider), 0, 'the configurator is wider than the window');
}

// What follows is run in the page.

/** Whether the page's first sample shows a product; it is brought into view, where it loads. */
function isAtWork(): boolean {
  const frame = document.querySelector<HTMLIFrameElement>('.live iframe');
  frame?.scrollIntoView({block: 'center'});
  const store = frame?.contentDocument?.querySelector('rai-store');
  const card = store?.shadowRoot?.querySelector('rai-product-card');
  return Boolean(card?.shadowRoot?.querySelector('[part=name]')?.textContent.trim());
}

/** By how many pixels the page is wider than the window. */
function wider(): number {
  return Math.max(0, document.documentElement.scrollWidth - innerWidth);
}

/** Whether something in the preview says those words. */
function says(words: string): boolean {
  const page = document.querySelector('iframe')?.contentDocument;
  const roots: ParentNode[] = page ? [page] : [];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.localName !== 'style' && element.textContent.includes(words)) return true;
    }
  }
  return false;
}

function isInPreview(selector: string): boolean {
  return Boolean(document.querySelector('iframe')?.contentDocument?.querySelector(selector));
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

function pick(id: string, value: string): void {
  const field = document.getElementById(id) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

/** Gives a field the focus, with all of its text selected. */
function toField(id: string): void {
  const field = document.getElementById(id) as HTMLInputElement;
  const group = field.closest('details');
  if (group) group.open = true;
  field.focus();
  field.select();
}
