import {after, before} from 'node:test';
import {chromium, type Browser, type FrameLocator, type Page} from 'playwright-core';
import {chromiumOptions} from '../../../scripts/browsers.mjs';
import {visit, type Visit} from './browser.ts';
import {startHostSite, type HostSite} from './host-site.ts';

/** What journeys about the frame play on; there from the first test of the group that has set it up to its last. */
export interface FrameStage {
  readonly site: HostSite;
  readonly browser: Browser;
  put(path: string, html: string): void;
  /** A page with the element, and the script that makes it one; its `src` is the gateway's channel page unless it is said. */
  host(src?: string): string;
  /** A page of the site under an origin that no gateway knows. */
  elsewhere(path: string): string;
  /** The address of a page under a name below `.test`, of which each stands for this machine. */
  named(name: string, path: string): string;
  /** The gateway's origin under such a name. */
  gatewayNamed(name: string): string;
  /** Opens a page, and looks at it when its store, its frame or only the request for it is there. */
  onPage(
    path: string,
    look: (visited: Visit) => Promise<void>,
    prepare?: (page: Page) => Promise<unknown>,
    until?: 'shown' | 'loaded' | 'requested',
  ): Promise<void>;
}

/** Has the tests of a group find a site of somebody else's with `/host` on it, the gateway, and a browser. */
export function setFrameStage(names: readonly string[] = []): FrameStage {
  const stage = {
    put: (path, html) => void stage.site.put(path, {html}),
    host: (src = `${stage.site.gateway.url}/channel`) =>
      `<!doctype html><script src="${stage.site.gateway.url}/widget/channel-host.js"></script>
        <rai-store-frame src="${src}" lang="en"></rai-store-frame>`,
    elsewhere: (path) => elsewhere(stage.site, path),
    named: (name, path) => stage.site.url.replace('127.0.0.1', name) + path,
    gatewayNamed: (name) => stage.site.gateway.url.replace('127.0.0.1', name),
    onPage: async (path, look, prepare, until = 'shown') => {
      const visited = await visit(stage.browser);
      const {page} = visited;
      await prepare?.(page);
      await page.goto(new URL(path, stage.site.url).href, {
        waitUntil: until === 'loaded' ? 'load' : 'commit',
      });
      if (until === 'shown') await frameOf(page).locator('rai-product-card').first().waitFor();
      await look(visited);
      await visited.close();
    },
  } as {-readonly [Key in keyof FrameStage]: FrameStage[Key]};
  before(async () => {
    const {args, ...options} = await chromiumOptions();
    const local = '--host-resolver-rules=MAP *.test 127.0.0.1';
    [stage.site, stage.browser] = await Promise.all([
      startHostSite({product: () => ({image: undefined}), names}),
      chromium.launch({...options, args: [...args, local]}),
    ]);
    stage.put('/host', stage.host());
  });
  after(async () => {
    await stage.browser?.close();
    await stage.site?.close();
  });
  return stage;
}

/** A page of the site under an origin that no gateway knows. */
export const elsewhere = ({url}: HostSite, path: string): string =>
  url.replace('127.0.0.1', 'localhost') + path;

/** What is in the frame of the page's element. */
export const frameOf = (page: Page): FrameLocator => page.frameLocator('rai-store-frame >> iframe');
