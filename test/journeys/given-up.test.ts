import {after, before, describe, it} from 'node:test';
import {ensureBuilt} from '../../scripts/build.mjs';
import {en} from '../../src/i18n/messages/en.ts';
import {chosenEngines, missing, openIn, until, type EnginePage} from './support/engine-page.ts';
import {CONNECTION_FAULTS} from './support/faults/connection-faults.ts';
import {FaultyGateway, OPEN_HEADERS, type Fault} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';

/** What leaves a connection open for as long as the browser wants it, and what a shopper is told of it. */
const ENDLESS: readonly (readonly [fault: Fault, words: string])[] = [
  ...['no answer, ever', 'headers that never end', 'a body that never ends', 'a byte now and then'].map(
    (name) => [CONNECTION_FAULTS[name]!, en['store.slow']] as const,
  ),
  [
    ({response}) => {
      response.writeHead(500, OPEN_HEADERS);
      response.write('{"message":');
    },
    en['store.failed'],
  ],
];

/** How many times faster time passes: a time limit of 8 s is over in 0.8. */
const SPEED = 10;

/** How often a shopper tries again: each time it is asked once, and a browser has six connections to a host. */
const TRIES = 7;

describe('a request that is given up (C1)', () => {
  let host: Host;

  before(async () => {
    ensureBuilt();
    host = await startHost();
  });

  after(() => host?.close());

  for (const engine of chosenEngines()) {
    it(`gives its connection back in ${engine}`, async (t) => {
      const reason = missing(engine);
      if (reason) return t.skip(reason);
      const gateways = ENDLESS.map(([fault]) => new FaultyGateway(fault, host.foreign));
      const all = <R>(what: (gateway: FaultyGateway) => Promise<R>) => Promise.all(gateways.map(what));
      await all((gateway) => gateway.open());
      await all((gateway) => gateway.set(true));
      const {page, close} = await openIn(engine);
      try {
        await page.goto(
          host.pageOf(
            gateways.map(({url}) => url),
            {speed: SPEED},
          ),
        );
        await eachGivesUp(page);

        for (let tries = 0; tries < TRIES; tries += 1) {
          await page.evaluate(() => window.act('goOn'));
          await page.evaluate(litter);
          await eachGivesUp(page);
        }

        await eachOnce('all connections to be given back', async () =>
          (await all((gateway) => gateway.connections())).map((count) => count === 0),
        );
      } finally {
        await close();
        await all((gateway) => gateway.close());
      }
    });
  }
});

/** Makes so much that nobody needs that a browser looks for what it can free. */
function litter(): number {
  return Array.from({length: 400}, (_, index) => new Array<number>(50_000).fill(index)).length;
}

const eachGivesUp = (page: EnginePage) =>
  eachOnce('each store to say why it is not there', async () =>
    (await page.evaluate(() => window.look('list'))).map((seen, index) => seen?.said === ENDLESS[index]![1]),
  );

/** Waits until something was so of each once; they try again by themselves, in their own time. */
async function eachOnce(what: string, areSo: () => Promise<boolean[]>): Promise<void> {
  const done = new Set<number>();
  await until(what, async () => {
    const all = await areSo();
    all.forEach((isSo, index) => isSo && done.add(index));
    return done.size === all.length;
  });
}
