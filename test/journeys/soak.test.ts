import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import type {Browser, CDPSession, Page} from 'playwright-core';
import {ensureBuilt} from '../../scripts/build.mjs';
import {Random, times} from '../support/random.ts';
import {launch, visit} from './support/browser.ts';
import {FIRST_PAGE} from './support/faults/catalogue.ts';
import {FaultyGateway, sendJson, type Fault} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';
import {NONSENSE} from './support/faults/play.ts';
import {FAULTS, HEAVY} from './support/faults/table.ts';

/** How long it goes on, in ms, after which a round is the last one; a sample of three rounds every day. */
const DURATION = times(3_600_000, 0);
const ROUNDS = 3;

/** Rounds that are left out of the comparison: what is loaded late comes in them. */
const WARM_UP = times(10, 2);

/** What a shopper does between two looks at the heap. */
const STEPS = 25;

/** Where chance begins: at the same place every day, at another each time in the long run, which says it. */
const SEED = Number(process.env.SEED ?? times(Date.now(), 13));

/** How many times faster time passes while something is wrong: a time limit of 8 s is over in 0.8. */
const SPEED = 10;

/** How long is waited for what should come, in real ms. */
const PATIENCE = 60_000;

/** Those that come with an answer and take a browser no longer than others. */
const AFFLICTIONS = Object.entries(FAULTS).flatMap(([name, fault]) =>
  typeof fault === 'string' || HEAVY.includes(name) ? [] : [fault],
);

/** What a page holds when all that can be freed is freed. */
interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

describe('C13: a store among random faults', () => {
  let host: Host;
  let browser: Browser;

  before(async () => {
    ensureBuilt();
    host = await startHost();
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await host?.close();
  });

  /** Goes through rounds of faults until the time is over, and looks after each at what the page holds. */
  async function soak(duration: number, afterRound: (page: Page) => Promise<unknown>): Promise<Held[]> {
    const random = new Random(SEED);
    let isSound = true;
    const gateway = new FaultyGateway((exchange) => {
      const fault: Fault = isSound || random.chance(0.5) ? sound : random.pick(AFFLICTIONS);
      if (typeof fault !== 'string') fault(exchange);
    }, host.foreign);
    await gateway.open();
    await gateway.set(true);
    const {page, faults, ...visited} = await visit(browser);
    try {
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(host.pageOf([gateway.url]));
      await shown(page);

      const held: Held[] = [];
      const end = Date.now() + duration;
      for (let round = 0; round < WARM_UP + ROUNDS || Date.now() < end; round += 1) {
        isSound = false;
        await page.evaluate((speed) => window.rush(speed), SPEED);
        for (let step = 0; step < STEPS; step += 1) await browse(page, random);
        isSound = true;
        gateway.heard.length = 0;
        await page.evaluate(() => window.rush(1));
        await recovered(page);
        await afterRound(page);
        assert.deepEqual(await page.evaluate(() => window.told), []);
        assert.deepEqual(faults, []);
        if (round >= WARM_UP) held.push(await heldBy(session));
      }
      return held;
    } finally {
      await visited.close();
      await gateway.close();
    }
  }

  it(`shows something after each step, is whole after each round, tells the page of nothing, and does not grow (seed ${SEED})`, async (t) => {
    const held = await soak(DURATION, async () => {});

    t.diagnostic(`${held.length} rounds of ${STEPS} steps; ${told(held[0]!)}, then ${told(held.at(-1)!)}`);
    assert.ok(!hasGrown(held), held.map(told).join('\n'));
  });

  it('would be seen growing', async () => {
    const kept = (page: Page) =>
      page.evaluate(() => {
        const leak = ((window as unknown as {leak?: unknown[]}).leak ??= []);
        leak.push(new Array(200_000).fill(0).map((_, index) => ({index})));
      });

    const held = await soak(0, kept);

    assert.ok(hasGrown(held), held.map(told).join('\n'));
  });
});

const sound: Fault = (exchange) => sendJson(exchange, exchange.envelope);

const LANGUAGES = ['en', 'th', 'ar', 'de', 'ja'];
const SORTS = ['price:asc', 'price:desc', 'name:asc', undefined];

/** One thing that a shopper does, and, mostly, what comes of it. What is not there at the moment can't be pressed. */
async function browse(page: Page, random: Random): Promise<void> {
  const step = random.pick<() => readonly [what: string, ...rest: unknown[]]>([
    () => ['category'],
    () => ['search'],
    () => ['more'],
    () => ['sort', random.pick(SORTS)],
    () => ['open', FIRST_PAGE[random.below(FIRST_PAGE.length)]!._id],
    () => ['redeem'],
    () => ['confirm'],
    () => ['close'],
    () => ['goOn'],
    () => ['speak', random.pick(LANGUAGES)],
    () => ['wake'],
    () => ['move'],
    () => ['leave'],
    () => ['begin'],
  ])();
  await page.evaluate((step) => {
    try {
      window.act(...step);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }, step);
  if (random.chance(0.2)) return;
  await shown(page);
  assert.doesNotMatch((await page.evaluate(() => window.read())).join(), NONSENSE, step.join());
}

/** Waits until the list shows something: cards, or why there are none. */
async function shown(page: Page): Promise<void> {
  await until(page, 'a list or a reason', () => window.look('list')[0] !== null);
}

/** Has all as it was at the beginning, now that nothing is wrong; what failed is tried again, as a shopper would. */
async function recovered(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.act('begin');
    window.act('wake');
  });
  await until(page, 'all to be well', () => {
    const [list] = window.look('list');
    if (list?.said) window.act('goOn');
    return list?.said === undefined && list?.isStale === false && window.isWhole();
  });
  // A list that has grown is as long as at first when it is another one.
  await page.evaluate(() => window.act('sort', 'name:asc'));
  await until(page, 'a first page', () => window.look('list')[0]?.count === 10);
}

async function until(page: Page, what: string, isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await page.evaluate(isSo)); await pause(50)) {
    if (Date.now() < end) continue;
    assert.fail(
      `Waited in vain for ${what}: ${JSON.stringify(await page.evaluate(() => window.look('list')))}`,
    );
  }
}

async function heldBy(session: CDPSession): Promise<Held> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const {metrics} = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners')};
}

/** Whether there was more at the end than at the beginning, by more than a tenth. */
function hasGrown(held: readonly Held[]): boolean {
  const some = Math.min(10, Math.ceil(held.length / 3));
  const [first, last] = [held.slice(0, some), held.slice(-some)];
  return (['heap', 'nodes', 'listeners'] as const).some((what) => mean(last, what) > 1.1 * mean(first, what));
}

const mean = (held: readonly Held[], what: keyof Held) =>
  held.reduce((sum, one) => sum + one[what], 0) / held.length;

const told = ({heap, nodes, listeners}: Held) =>
  `${(heap / 1e6).toFixed(2)} MB of heap, ${nodes} nodes, ${listeners} listeners`;
