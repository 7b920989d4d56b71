import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {CDPSession, Page} from 'playwright-core';
import {rest, setHostStage} from '../support/host-stage.ts';

/** Mounts and unmounts; a sample of them every day, all in the long run. */
const CYCLES = process.env.LONG ? 1_000 : 60;

const {boot, on, store} = setHostStage();

/** What a page has going on that somebody has to end. */
interface Active {
  readonly timers: number;
  readonly observers: number;
  /** Listeners on the window, the document and whatever else outlives a store. */
  readonly listeners: number;
}

/** Counts in a page what is begun and not ended. */
const PROBE = fileURLToPath(new URL('../support/active-probe.js', import.meta.url));

const activeOn = (page: Page) => page.evaluate(() => (window as unknown as {active: () => Active}).active());

/** What is active once that stays the same: an animation frame, say, ends by itself. */
async function settled(page: Page): Promise<Active> {
  await page.waitForLoadState('networkidle');
  let last = '';
  for (let same = 0; same < 5;) {
    await pause(50);
    const now = JSON.stringify(await activeOn(page));
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return JSON.parse(last) as Active;
}

/** How many of what a page must not collect there are, after everything that can be freed is. */
async function held(session: CDPSession): Promise<{listeners: number; nodes: number; heap: number}> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const {metrics} = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize')};
}

/** Puts stores onto the page and takes them away; moved and copied in between. */
async function cycle({times, isKept}: {times: number; isKept: boolean}): Promise<void> {
  const gateway = document.querySelector('rai-store')!.getAttribute('gateway')!;
  const kept: Element[] = isKept ? ((window as unknown as {kept: Element[]}).kept = []) : [];
  for (let time = 0; time < times; time += 1) {
    const place = document.createElement('div');
    document.body.append(place);
    const made = document.createElement('rai-store');
    made.setAttribute('gateway', gateway);
    place.append(made);
    await (made as unknown as {ready: Promise<unknown>}).ready;
    document.body.prepend(place);
    const copy = made.cloneNode(true) as Element;
    place.append(copy);
    copy.remove();
    place.remove();
    if (isKept) kept.push(made);
  }
}

describe('E16: a store that is mounted, moved, copied and unmounted over and over', () => {
  it(`leaves no listener, timer, observer or node, and less than a megabyte: ${CYCLES} times`, async () => {
    const journey = async (page: Page) => {
      await rest(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.evaluate(cycle, {times: 10, isKept: false});
      const [active, before] = [await settled(page), await held(session)];
      await page.evaluate(cycle, {times: CYCLES, isKept: false});
      const [stillActive, after] = [await settled(page), await held(session)];

      assert.deepEqual(stillActive, active);
      assert.ok(
        after.listeners <= before.listeners + 10,
        `${before.listeners} → ${after.listeners} listeners`,
      );
      assert.ok(after.nodes <= before.nodes + 200, `${before.nodes} → ${after.nodes} nodes`);
      assert.ok(after.heap - before.heap < 1_000_000, `${after.heap - before.heap} bytes more`);
    };

    await on(
      store() + boot(),
      ({page}) => journey(page),
      (page) => page.addInitScript({path: PROBE}),
    );
  });

  it('would be seen leaving something', async () => {
    const journey = async (page: Page) => {
      await rest(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const [active, before] = [await settled(page), await held(session)];
      assert.ok(active.observers > 0 && active.listeners > 0, JSON.stringify(active));
      await page.evaluate(cycle, {times: 20, isKept: true});
      await page.evaluate(() => {
        new ResizeObserver(() => {}).observe(document.body);
        new MutationObserver(() => {}).observe(document.body, {childList: true});
        addEventListener('online', () => {});
        document.addEventListener('scroll', () => {}, true);
        setTimeout(() => {}, 1e6);
        setInterval(() => {}, 1e6);
      });
      const [stillActive, after] = [await settled(page), await held(session)];

      assert.ok(after.nodes > before.nodes + 200, `${before.nodes} → ${after.nodes} nodes`);
      assert.deepEqual(stillActive, {
        timers: active.timers + 2,
        observers: active.observers + 2,
        listeners: active.listeners + 2,
      });
    };

    await on(
      store() + boot(),
      ({page}) => journey(page),
      (page) => page.addInitScript({path: PROBE}),
    );
  });
});
