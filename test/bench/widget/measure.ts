import type {Browser, Page} from 'playwright-core';
import {MANY, type Site} from './servers.ts';
import {FAST, SLOW, visit, type Kind, type Profile, type Requested} from './visit.ts';

/** What one load of a page took; times in ms, sizes in bytes. */
export interface Load {
  readonly first: number;
  readonly twenty: number;
  readonly switched: number;
  readonly blocked: number;
  /** The longest task up to the end of the category's switch; nothing under 50 ms is one. */
  readonly longest: number;
  readonly shift: number;
  readonly scripts: number;
  readonly data: number;
  readonly pictures: number;
  readonly requests: readonly Requested[];
}

/** What the long list took. */
export interface Long {
  /** How many of its products have been on the page, within the time that there was. */
  readonly seen: number;
  /** How long that took, in ms. */
  readonly took: number;
  /** The longest task meanwhile, in ms, on a processor that is not slowed down. */
  readonly longest: number;
  /** Bytes of JavaScript's heap after a collection. */
  readonly heap: number;
  readonly nodes: number;
  /** Milliseconds. */
  readonly meanFrame: number;
  readonly worstFrame: number;
  /** The share of frames in which no card was in the middle of the window. */
  readonly empty: number;
}

/** What `probe.js` has put into the page. */
interface Probe {
  marks(): {first?: number; twenty?: number; shift: number; blocked: number; longest: number};
  switchTo(name: string, product: string): Promise<number>;
  readAll(goal: number, patience: number): Promise<number>;
  toMiddle(): Promise<void>;
  fling(steps: number, patience: number): Promise<{frames: number[]; empty: number}>;
  nodes(): number;
}
declare const probe: Probe;

/** In so many frames the whole list passes: each shows other cards than the one before. */
const FRAMES = 240;

/** Loads a page once, with nothing in any cache of the browser, and switches to a category. */
export async function measureLoad(
  browser: Browser,
  site: Site,
  profile: Profile,
  category: {readonly name: string; readonly firstProduct: string},
): Promise<Load> {
  const {page, requests, quiet, close} = await opened(browser, site.url, profile);
  try {
    await until(page, () => probe.marks().twenty !== undefined);
    await quiet();
    const loaded = requests();
    const {first = NaN, twenty = NaN, blocked} = await page.evaluate(() => probe.marks());
    const switched = await page.evaluate(
      ({name, firstProduct}) => probe.switchTo(name, firstProduct),
      category,
    );
    await quiet();
    const {shift, longest} = await page.evaluate(() => probe.marks());
    const bytes = (kind: Kind) =>
      loaded.filter((one) => one.kind === kind).reduce((sum, one) => sum + (one.bytes ?? 0), 0);
    return {
      first,
      twenty,
      switched,
      blocked,
      longest,
      shift,
      scripts: bytes('scripts'),
      data: bytes('data'),
      pictures: bytes('pictures'),
      requests: loaded,
    };
  } finally {
    await close();
  }
}

/**
 * Reads the whole long list by scrolling, and then flings through it on a slow processor.
 *
 * @param patience - In ms: the reading ends after so long, the flinging after half of it, however far they have come.
 */
export async function measureLong(browser: Browser, site: Site, patience: number): Promise<Long> {
  const {page, session, close} = await opened(browser, site.longUrl, FAST);
  try {
    await until(page, () => probe.marks().first !== undefined);
    const began = performance.now();
    const seen = await page.evaluate(([goal, limit]) => probe.readAll(goal, limit), [
      MANY,
      patience,
    ] as const);
    const took = performance.now() - began;
    const {longest} = await page.evaluate(() => probe.marks());
    // In the middle, with rows before and after the window.
    await page.evaluate(() => probe.toMiddle());
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const {usedSize: heap} = await session.send('Runtime.getHeapUsage');
    await session.send('HeapProfiler.disable');
    const nodes = await page.evaluate(() => probe.nodes());
    await session.send('Emulation.setCPUThrottlingRate', {rate: SLOW.slowdown});
    const {frames, empty} = await page.evaluate(([steps, limit]) => probe.fling(steps, limit), [
      FRAMES,
      patience / 2,
    ] as const);
    return {
      seen,
      took,
      longest,
      heap,
      nodes,
      meanFrame: frames.reduce((sum, one) => sum + one, 0) / frames.length,
      worstFrame: Math.max(...frames),
      empty: empty / frames.length,
    };
  } finally {
    await close();
  }
}

/** Looks seldom, not with every frame as Playwright does by itself: that costs the page time. */
const until = (page: Page, isSo: () => boolean) => page.waitForFunction(isSo, undefined, {polling: 100});

async function opened(browser: Browser, url: string, profile: Profile) {
  const visited = await visit(browser, profile);
  await visited.page.goto(url, {waitUntil: 'commit'});
  return {...visited, requests: () => visited.requests};
}
