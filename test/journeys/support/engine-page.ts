import assert from 'node:assert/strict';
import {setTimeout as pause} from 'node:timers/promises';
import {launch} from 'puppeteer-core';
import {chromiumOptions} from '../../../scripts/browsers.mjs';
import {ENGINES, isThere, REMEDY, type Engine} from '../../../scripts/engines.mjs';
import {firefoxOptions} from '../../../scripts/firefox.mjs';
import {pageOf} from '../../../scripts/webkit-page.mjs';
import {startWebKit} from '../../../scripts/webkit.mjs';

/** How long is waited for what should be there at once, in ms, on a machine that is busy with other tests. */
const PATIENCE = 15_000;

/** A page in any engine, with real keys. */
export interface EnginePage {
  /** Resolves when the page has loaded, or as soon as its own text has. */
  goto(url: string, options?: {readonly waitUntil: 'domcontentloaded'}): Promise<unknown>;
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

/** The engines that a test is run in: those that `$ENGINES` names, else the usual ones. */
export function chosenEngines(usual: readonly Engine[] = ENGINES): readonly Engine[] {
  const chosen: readonly string[] = process.env.ENGINES?.split(',') ?? usual;
  return ENGINES.filter((name) => chosen.includes(name));
}

/** Why a test in an engine is skipped; nothing where there is that engine. In CI a missing one is a failure. */
export function missing(engine: Engine): string | undefined {
  if (isThere(engine)) return undefined;
  const reason = `There is no ${engine} here: ${REMEDY[engine]}.`;
  assert.ok(!process.env.CI, reason);
  return reason;
}

/** Looks again and again until something is so. Fails with its name where it never is. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    assert.ok(Date.now() < end, `Waited in vain for ${what}.`);
    await pause(50);
  }
}
