import assert from 'node:assert/strict';
import {after, before} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {launch, visit, type Visit} from './browser.ts';
import {startHostSite, type HostSite, type HostSiteOptions} from './host-site.ts';

/** A site of somebody else's and a browser, there from the first test of a file to its last. */
export interface HostStage {
  site: HostSite;
  browser: Browser;
  /** The tag of the boot script. */
  readonly boot: () => string;
  /** The tag of a store. */
  readonly store: (attributes?: string, inside?: string) => string;
  /** Opens a page with that in its body, or with other HTML around it, and demands that nothing went wrong there. */
  readonly on: (
    body: string,
    journey: (visit: Visit) => Promise<void>,
    prepare?: (page: Page) => Promise<unknown>,
  ) => Promise<void>;
}

/** Has the tests of a file find a site and a browser. */
export function setHostStage(options?: HostSiteOptions): HostStage {
  let pages = 0;
  const stage = {
    boot: () => `<script type="module" src="${stage.site.gateway.url}/widget/rai-store.js"></script>`,
    store: (attributes = '', inside = '') =>
      `<rai-store gateway="${stage.site.gateway.url}/v1" ${attributes}>${inside}</rai-store>`,
    on: async (body, journey, prepare) => {
      const html = body.includes('<body')
        ? body
        : `<!doctype html><html lang="en"><title>Page</title><body>${body}</body></html>`;
      const address = stage.site.put(`/stage/${(pages += 1)}`, {html});
      const visited = await visit(stage.browser);
      try {
        await prepare?.(visited.page);
        await visited.page.goto(address);
        await journey(visited);
        assert.deepEqual(visited.faults, []);
      } finally {
        await visited.close();
      }
    },
  } as HostStage;
  before(async () => {
    stage.site = await startHostSite(options);
    stage.browser = await launch();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.site?.close();
  });
  return stage;
}

/** Everything of a store comes that comes later. */
export async function rest(page: Page): Promise<void> {
  await page.locator('rai-product-card img').first().waitFor();
  await page.locator('rai-store-finder input').first().waitFor();
  await page.waitForLoadState('networkidle');
}
