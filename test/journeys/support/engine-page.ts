import {launch} from 'puppeteer-core';
import {chromiumOptions} from '../../../scripts/browsers.mjs';
import type {Engine} from '../../../scripts/engines.mjs';
import {firefoxOptions} from '../../../scripts/firefox.mjs';
import {pageOf} from '../../../scripts/webkit-page.mjs';
import {startWebKit} from '../../../scripts/webkit.mjs';

/** A page in any engine, with real keys. */
export interface EnginePage {
  goto(url: string): Promise<unknown>;
  /** What a function brings that is run in the page; its arguments and that are JSON. */
  evaluate<A extends unknown[], R>(inPage: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  readonly keyboard: {
    type(text: string): Promise<void>;
    /** Presses a key by its name, such as `Tab`. */
    press(key: 'Tab' | 'Enter' | 'Escape' | 'End' | 'Backspace' | 'ArrowDown'): Promise<void>;
    /** Holds a key down until it is let up. */
    down(key: 'Shift' | 'Control'): Promise<void>;
    up(key: 'Shift' | 'Control'): Promise<void>;
  };
}

/** A page, and how its browser is ended. */
export interface EngineVisit {
  readonly page: EnginePage;
  readonly close: () => Promise<void>;
}

/** A page in a browser of its own, started for it. */
export async function openIn(engine: Engine): Promise<EngineVisit> {
  if (engine === 'webkit') {
    const {driver, ...browser} = await startWebKit();
    const page = pageOf(driver);
    await page.setViewport({width: 1200, height: 800});
    return {page, close: () => browser.close()};
  }
  const browser = await launch(engine === 'firefox' ? firefoxOptions() : await chromiumOptions());
  const page = await browser.newPage();
  await page.setViewport({width: 1200, height: 800});
  return {page: page as unknown as EnginePage, close: () => browser.close()};
}
