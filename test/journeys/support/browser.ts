import {chromium, type Browser, type BrowserContextOptions, type Page, type Request} from 'playwright-core';
import {chromiumOptions} from '../../../scripts/browsers.mjs';

/** How long a journey waits for what should be there at once, in ms, on a machine that is busy with other tests. */
const PATIENCE = 15_000;

/** A browser for journeys; close it when they are over. */
export async function launch(): Promise<Browser> {
  return chromium.launch(await chromiumOptions());
}

/** A page in a window of its own, and everything that it did that a partner would notice. */
export interface Visit {
  readonly page: Page;
  readonly requests: readonly Request[];
  /** Uncaught errors, refused policies and opened dialogs; a good visit has none. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Opens an empty page that is watched from its first moment; `url` is visited with `page.goto`. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: {width: 1280, height: 900},
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const requests: Request[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('tellFault', (fault: string) => faults.push(fault));
  await page.addInitScript(() => {
    const tell = (window as unknown as {tellFault: (fault: string) => void}).tellFault;
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
      tell(`policy: ${violatedDirective} against ${blockedURI}`),
    );
    window.addEventListener('unhandledrejection', ({reason}) => tell(`unhandled: ${String(reason)}`));
  });
  return {page, requests, faults, close: () => context.close()};
}
