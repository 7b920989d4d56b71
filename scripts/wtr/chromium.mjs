import {chromeLauncher} from '@web/test-runner';
import {chromiumOptions} from '../browsers.mjs';

/**
 * Chromium for the browser tests, a window for each test file: in a tab behind another one
 * requestAnimationFrame never fires, and focus stays away. A window that is used again begins with an empty history: in a full
 * one Chromium drops the entries that a test has just made, and Back leads away from it.
 */
export async function chromium() {
  return chromeLauncher({
    launchOptions: await chromiumOptions(),
    async createPage({context}) {
      const page = await context.newPage({type: 'window'});
      const session = await page.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
      page.on('framenavigated', (frame) => {
        // Where the runner leads a window whose tests are over. One that is closed has no history.
        if (frame === page.mainFrame() && frame.url() === 'about:blank')
          session.send('Page.resetNavigationHistory').catch(() => {});
      });
      return page;
    },
  });
}
