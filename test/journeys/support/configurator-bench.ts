import type {BrowserContextOptions, Frame, Page} from 'playwright-core';
import {startDemo, type Demo} from '../../../demo/demo.ts';
import {bringAxe} from './axe.ts';
import {launch, visit, type Visit} from './browser.ts';

/** The key of the demo's store. */
export const KEY = 'configurator-key-7b1f0e';

/** How the configurator is opened. */
export interface Look {
  readonly hash?: string;
  readonly lang?: string;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Whether there is a store in the preview; what is not about it goes faster without. */
  readonly hasStore?: boolean;
  /** Whether the gateway does not answer, so that a store stays as it is told to be. */
  readonly isSilent?: boolean;
}

/** A demo with its configurator, and a browser to look at it and at what comes of it. */
export interface Bench {
  readonly demo: Demo;
  /** Opens an empty page that may speak to this machine. */
  newVisit(options?: BrowserContextOptions): Promise<Visit>;
  /** Opens the configurator. */
  open(look?: Look): Promise<Visit>;
  /** Has a page under the snippet's policy and its own, which lets in its style sheet and a script of its own. */
  serve(page: Page, snippet: string, policy: string, script?: string): Promise<void>;
  /** Closes what has been opened since the last time. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the demo and the browser; close them when the tests are over. */
export async function startBench(): Promise<Bench> {
  const demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: KEY});
  const browser = await launch().catch(async (error: unknown) => {
    await demo.close();
    throw error;
  });
  const opened: Visit[] = [];

  async function newVisit(options: BrowserContextOptions = {}): Promise<Visit> {
    const visited = await visit(browser, {
      reducedMotion: 'reduce',
      // A page that a test makes up comes from nowhere, and asks before it speaks to this machine.
      permissions: ['clipboard-read', 'clipboard-write', 'local-network-access'],
      ...options,
    });
    opened.push(visited);
    return visited;
  }

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

  const clear = async () => {
    for (const visited of opened.splice(0)) await visited.close();
  };

  const close = async () => {
    await browser.close();
    await demo.close();
  };

  return {demo, newVisit, open, serve, clear, close};
}

/** Leaves a request without an answer. */
export const never = () => {};

/** The page in the configurator's preview. */
export const preview = (page: Page): Promise<Frame> => frameOf(page, '/configurator-preview.html');

/** The store in a frame of a page, complete. */
export async function storeIn(page: Page): Promise<Frame> {
  const frame = await frameOf(page, '/channel');
  await complete(frame);
  return frame;
}

async function frameOf(page: Page, path: string): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle.contentFrame();
  await frame!.waitForURL((url) => url.pathname.endsWith(path));
  return frame!;
}

/** Waits until a store has all that it consists of, pictures too. */
export async function complete(frame: Frame) {
  await frame.locator('rai-product-card').first().waitFor();
  await frame.locator('rai-category-nav button').first().waitFor();
  await frame.locator('rai-store-finder form').waitFor();
  await frame.locator('img').evaluateAll(async (images: HTMLImageElement[]) => {
    for (const image of images) image.loading = 'eager';
    await Promise.allSettled(images.map((image) => image.decode()));
  });
}

/** Chooses one of a row of words. */
export const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check({force: true});

/** Writes into the field with that id, also in a group that is closed. */
export async function write(page: Page, id: string, text: string) {
  const group = page.locator(`details:has([id="${id}"])`);
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
  await page.locator(`[id="${id}"]`).fill(text);
}

/** What stands in a block: `code`, `policy` or `integrity`. */
export const codeOf = async (page: Page, block: string) =>
  (await page.locator(`[data-block=${block}] code`).textContent()) ?? '';
