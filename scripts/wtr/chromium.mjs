import {chromeLauncher} from '@web/test-runner';
import {chromiumOptions} from '../browsers.mjs';

/**
 * Chromium for the browser tests, a window for each test file: in a tab behind another one
 * requestAnimationFrame never fires, and focus stays away.
 */
export async function chromium() {
  return chromeLauncher({
    launchOptions: await chromiumOptions(),
    async createPage({context}) {
      const page = await context.newPage({type: 'window'});
      const session = await page.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
      return page;
    },
  });
}
