import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import type {Page} from 'puppeteer-core';
import {ensureBuilt} from '../../scripts/build.mjs';
import type {Engine} from '../../scripts/engines.mjs';
import {Random, times} from '../support/random.ts';
import {chosenEngines, missing, openIn, type EnginePage} from './support/engine-page.ts';
import {FIRST_PAGE} from './support/faults/catalogue.ts';
import {FaultyGateway, sendJson, type Fault} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';
import {NONSENSE} from './support/faults/play.ts';
import {FAULTS, HEAVY} from './support/faults/table.ts';

/** How long it goes on in an engine, in ms, after which a round is the last one; a sample of four rounds every day. */
const DURATION: Readonly<Record<Engine, number>> = {
  chromium: times(3_600_000, 0),
  firefox: times(600_000, 0),
  webkit: times(600_000, 0),
};
const ROUNDS = 4;

/** Rounds that are not looked at: what is loaded late comes in them. */
const WARM_UP = 2;

/** The share of an hour in which a browser still compiles what is run again and again; what the page holds is compared after it. */
const COMPILING = times(0.25, 0);

/** What a shopper does between two looks at the heap. */
const STEPS = 25;

/** Where chance begins: at the same place every day, at another each time in the long run, which says it. */
const SEED = Number(process.env.SEED ?? times(Date.now(), 13));

/** How many times faster time passes: a time limit of 8 s is over in 0.8. */
const SPEED = 10;

/** How long is waited for what should come, in real ms. */
const PATIENCE = 60_000;

/** Those that come with an answer and take a browser no longer than others. */
const AFFLICTIONS = Object.entries(FAULTS).flatMap(([name, fault]) =>
  typeof fault === 'string' || HEAVY.includes(name) ? [] : [fault],
);

/** How many times the heap of the beginning the end may have; a page that has just begun still compiles its scripts. */
const MOST_HEAP = times(1.1, 1.3);

/** The longest that is waited, in real ms, until what was left is gone. */
const SETTLING = 4_000;

/** What a page holds when all that can be freed is freed. */
interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

describe(`C13: a store among random faults (seed ${SEED})`, () => {
  let host: Host;

  before(async () => {
    ensureBuilt();
    host = await startHost();
  });

  after(() => host?.close());

  /** Goes through rounds of faults until the time is over, and looks after each at what the page holds, where an engine says so. */
  async function soak(
    engine: Engine,
    duration: number,
    afterRound: (page: EnginePage) => Promise<unknown>,
  ): Promise<Held[]> {
    const random = new Random(SEED);
    let isSound = true;
    const gateway = new FaultyGateway((exchange) => {
      const fault: Fault = isSound || random.chance(0.5) ? sound : random.pick(AFFLICTIONS);
      if (typeof fault !== 'string') fault(exchange);
    }, host.foreign);
    await gateway.open();
    await gateway.set(true);
    const {page, close} = await openIn(engine);
    try {
      await page.goto(host.pageOf([gateway.url], {speed: SPEED}));
      await shown(page);

      const held: Held[] = [];
      const end = Date.now() + duration;
      for (let round = 0; round < WARM_UP + ROUNDS || Date.now() < end; round += 1) {
        isSound = false;
        for (let step = 0; step < STEPS; step += 1) await browse(page, random);
        isSound = true;
        gateway.heard.length = 0;
        await recovered(page);
        await afterRound(page);
        assert.deepEqual(await page.evaluate(() => window.told), []);
        if (round >= WARM_UP && engine === 'chromium')
          held.push(await heldBy(page as unknown as Page, held[0]));
      }
      return held;
    } finally {
      await close();
      await gateway.close();
    }
  }

  for (const engine of chosenEngines()) {
    it(`shows something after each step, is whole after each round, and tells the page of nothing, in ${engine}`, async (t) => {
      const reason = missing(engine);
      if (reason) return t.skip(reason);

      const held = await soak(engine, DURATION[engine], async () => {});

      if (!held.length) return;
      const compared = held.slice(Math.floor(held.length * COMPILING));
      const some = held.filter((_, round) => round % Math.ceil(held.length / 12) === 0);
      t.diagnostic(
        `${held.length} rounds of ${STEPS} steps, from the first to the last:\n${some.map(told).join('\n')}`,
      );
      assert.ok(!hasGrown(compared), 'It has grown.');
    });
  }

  it('would be seen growing', async () => {
    const kept = (page: EnginePage) =>
      page.evaluate(() => {
        const leak = ((window as unknown as {leak?: unknown[]}).leak ??= []);
        leak.push(new Array(200_000).fill(0).map((_, index) => ({index})));
      });

    const held = await soak('chromium', 0, kept);

    assert.ok(hasGrown(held), held.map(told).join('\n'));
  });
});

const sound: Fault = (exchange) => sendJson(exchange, exchange.envelope);

const LANGUAGES = ['en', 'th', 'ar', 'de', 'ja'];
const SORTS = ['price:asc', 'price:desc', 'name:asc', undefined];

/** One thing that a shopper does, and, mostly, what comes of it. What is not there at the moment can't be pressed. */
async function browse(page: EnginePage, random: Random): Promise<void> {
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
async function shown(page: EnginePage): Promise<void> {
  await until(page, 'a list or a reason', () => window.look('list')[0] !== null);
}

/** Has all as it was at the beginning, now that nothing is wrong; what failed is tried again, as a shopper would. */
async function recovered(page: EnginePage): Promise<void> {
  await page.evaluate(() => {
    window.act('begin');
    window.act('wake');
  });
  await until(page, 'all to be well', () => {
    const [list] = window.look('list');
    if (list?.said) window.act('goOn');
    return list?.said === undefined && list?.isStale === false && window.isWhole();
  });
  // What a new store has is the same each time; the old one has to be gone with all that it had.
  await page.evaluate(() => window.act('leave'));
  await until(page, 'a new store', () => window.look('list')[0]?.count === 10 && window.isWhole());
}

async function until(page: EnginePage, what: string, isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await page.evaluate(isSo)); await pause(50)) {
    if (Date.now() < end) continue;
    assert.fail(
      `Waited in vain for ${what}: ${JSON.stringify(await page.evaluate(() => window.look('list')))}`,
    );
  }
}

/** What the page holds as soon as that is no more than at first, or after a while: time limits end, and let go of what they hold. */
async function heldBy(page: Page, first?: Held): Promise<Held> {
  const session = await page.createCDPSession();
  for (const end = Date.now() + SETTLING; ; await pause(250)) {
    for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
    const {JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0} = await page.metrics();
    const held = {heap: JSHeapUsedSize, nodes: Nodes, listeners: JSEventListeners};
    if (Date.now() < end && (!first || hasGrown([first, held]))) continue;
    await session.detach();
    return held;
  }
}

/**
 * Whether there was more at the end than at the beginning: more heap than it may, or as many more nodes or listeners as further
 * stores have. The one that was there before may be held by the browser, for it had the focus, say.
 */
function hasGrown(held: readonly Held[]): boolean {
  const some = Math.min(10, Math.ceil(held.length / 2));
  const [first, last] = [leastOf(held.slice(0, some)), leastOf(held.slice(-some))];
  return (
    last.heap > MOST_HEAP * first.heap ||
    last.nodes > first.nodes + 1_500 ||
    last.listeners > first.listeners + 75
  );
}

const leastOf = (held: readonly Held[]): Held => ({
  heap: Math.min(...held.map(({heap}) => heap)),
  nodes: Math.min(...held.map(({nodes}) => nodes)),
  listeners: Math.min(...held.map(({listeners}) => listeners)),
});

const told = ({heap, nodes, listeners}: Held) =>
  `${(heap / 1e6).toFixed(2)} MB of heap, ${nodes} nodes, ${listeners} listeners`;
