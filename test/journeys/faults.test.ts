import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ENGINES} from '../../scripts/engines.mjs';
import {chosenEngines, missing, openIn, type EngineVisit} from './support/engine-page.ts';
import {startHost, type Host} from './support/faults/host.ts';
import {play} from './support/faults/play.ts';
import {Report} from './support/faults/report.ts';
import {FAULTS, HEAVY} from './support/faults/table.ts';
import {VIEWS} from './support/faults/views.ts';

/** So many are on one page at once. */
const BATCH = 8;

/** How many times faster time passes while something is wrong: 20 s are over in four. */
const SPEED = 5;

const isWriting = process.env.FAULTS === 'write';
const isLong = isWriting || process.env.LONG !== undefined;
/** Every engine in the long run; one of them every day. */
const engines = chosenEngines(isLong ? ENGINES : ['chromium']);

const named = Object.entries(FAULTS);

describe('C5, E15: whatever the network does, the shopper sees a store or a reason, and the page hears of no error', () => {
  let host: Host;
  const report = new Report(Object.keys(FAULTS));

  before(async () => {
    ensureBuilt();
    host = await startHost();
  });

  after(async () => {
    await host?.close();
    if (isWriting) report.write();
  });

  it('is asked of at least sixty faults', () => assert.ok(named.length >= 60, String(named.length)));

  for (const engine of engines) {
    describe(`in ${engine}`, {skip: missing(engine)}, () => {
      let visit: EngineVisit;

      before(async () => {
        visit = await openIn(engine);
      });

      after(() => visit?.close());

      it('would be heard of by the page, were it an error, a rejection, or told to the console', async () => {
        const {page} = visit;
        await page.goto(host.pageOf([]));

        await page.evaluate(() => {
          // In a script of the page's own, for an engine does not tell a page of what fails in its driver's.
          const script = document.createElement('script');
          script.textContent =
            "console.error('one'); Promise.reject('two'); setTimeout(() => { throw new Error('three'); });";
          document.head.append(script);
        });

        let told: string[] = [];
        const end = Date.now() + 15_000;
        while (told.length < 3 && Date.now() < end) told = await page.evaluate(() => window.told);
        assert.deepEqual(told.map((line) => line.replace(/^(\w+): .*(one|two|three)$/, '$1 $2')).sort(), [
          'console one',
          'error three',
          'unhandled two',
        ]);
      });

      VIEWS.forEach((view, place) => {
        // Every fault comes upon another view each; all upon all in the long run.
        const faults = named.filter((_, index) => isLong || index % VIEWS.length === place);
        for (const some of batches(faults)) {
          it(`${view.name}: ${some.map(([name]) => name).join('; ')}`, async () => {
            const {page} = visit;
            const speed = some.some(([name]) => HEAVY.includes(name)) ? 1 : SPEED;
            let shown = await play(page, host, view, some, speed);
            const cells = some.map(([fault]) => ({fault, view: view.name, engine}));
            const said = cells.map((cell) => report.shown(cell));
            // A machine that is busy with something else is too slow for faster time.
            const isSlower = shown.some((one, index) => one === 'slow' && said[index] !== 'slow');
            if (isSlower && speed > 1) shown = await play(page, host, view, some, 1);

            if (isWriting) cells.forEach((cell, index) => report.set(cell, shown[index]!));
            else assert.deepEqual(shown, said, 'docs/faults.md says something else: npm run faults');
          });
        }
      });
    });
  }
});

/** Some at a time, those that are heavy apart from the others. */
function batches<T extends readonly [name: string, ...rest: unknown[]]>(faults: readonly T[]): T[][] {
  const heavy = faults.filter(([name]) => HEAVY.includes(name));
  const light = faults.filter(([name]) => !HEAVY.includes(name));
  const count = Math.ceil(light.length / BATCH);
  const some = Array.from({length: count}, (_, index) => light.slice(index * BATCH, (index + 1) * BATCH));
  return [...some, ...(heavy.length ? [heavy] : [])];
}
