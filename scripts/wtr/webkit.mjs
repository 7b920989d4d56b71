import {pageOf} from '../webkit-page.mjs';
import {startWebKit} from '../webkit.mjs';

/**
 * WebKitGTK for the browser tests. To the commands of the test runner it looks like puppeteer, with the keys, the mouse
 * and the viewport of a page.
 * @returns {Promise<import('@web/test-runner').BrowserLauncher>}
 */
export async function webkit() {
  /** @type {ReturnType<typeof startWebKit> | undefined} */
  let started;
  /** @type {Map<string, {url: string, page: ReturnType<typeof pageOf>}>} */
  const sessions = new Map();
  const start = () => (started ??= startWebKit());

  return /** @type {import('@web/test-runner').BrowserLauncher} */ ({
    name: 'Webkit',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      const {driver} = await start();
      const page = pageOf(driver);
      sessions.set(id, {url, page});
      await page.setViewport({width: 800, height: 600});
      await page.goto(url);
    },
    isActive: (id) => sessions.has(id),
    getBrowserUrl: (id) => sessions.get(id)?.url,
    getPage: (/** @type {string} */ id) => sessions.get(id)?.page,
    async stopSession(id) {
      sessions.delete(id);
      const {driver} = await start();
      await driver.get('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error('There is no debugging in WebKitGTK: use Chromium.');
    },
    async stop() {
      await (await started)?.close();
    },
  });
}
