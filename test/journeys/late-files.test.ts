import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {ensureBuilt} from '../../scripts/build.mjs';
import {en} from '../../src/i18n/messages/en.ts';
import {
  chosenEngines,
  missing,
  openIn,
  until,
  type EnginePage,
  type EngineVisit,
} from './support/engine-page.ts';
import {FaultyGateway} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';
import {STATUS_FAULTS} from './support/faults/status-faults.ts';

/** How many times faster time passes. */
const SPEED = 10;

describe('a file of the store that does not come (C1, C5)', () => {
  let host: Host;
  let gateway: FaultyGateway;

  before(async () => {
    ensureBuilt();
    host = await startHost();
    gateway = new FaultyGateway(STATUS_FAULTS['status 503']!, host.foreign);
    await gateway.open();
  });

  after(async () => {
    await gateway?.close();
    await host?.close();
  });

  for (const engine of chosenEngines()) {
    describe(`in ${engine}`, {skip: missing(engine)}, () => {
      let visit: EngineVisit;
      let page: EnginePage;

      // In a browser each, which has none of the files.
      beforeEach(async () => {
        visit = await openIn(engine);
        ({page} = visit);
      });

      afterEach(async () => {
        host.lose();
        host.hang();
        await gateway.set(false);
        await visit?.close();
      });

      const open = () =>
        page.goto(host.pageOf([gateway.url], {speed: SPEED}), {waitUntil: 'domcontentloaded'});
      const seen = async () => (await page.evaluate(() => window.look('list')))[0];
      const goOn = () => page.evaluate(() => window.act('goOn'));

      it('keeps no shopper waiting for a reason, where it is the one for asking again', async () => {
        await gateway.set(true);
        host.hang(/\/again-/);

        await open();

        await until('the reason', async () => (await seen())?.said === en['store.failed']);
        host.hang();
        await gateway.set(false);
        await goOn();
        await until('the cards', async () => (await seen())?.count === 10);
        assert.deepEqual(await page.evaluate(() => window.told), []);
      });

      it('leaves a way on without a word, where it is the one that speaks', async () => {
        host.hang(/\/engine-/);

        await open();

        const button = () =>
          page.evaluate(
            () =>
              !!document
                .querySelector('rai-store')
                ?.shadowRoot?.querySelector('rai-store-notice')
                ?.shadowRoot?.querySelector('button'),
          );
        await until('the way on', button);
        host.hang();
        await until('the cards', async () => {
          await goOn();
          return (await seen())?.count === 10;
        });
      });

      it('is asked for again, where it is the one for what stands around the cards', async () => {
        host.lose(/\/controls-/);

        await open();

        const names = () =>
          page.evaluate(
            () =>
              document.querySelector('rai-store')?.shadowRoot?.querySelectorAll('rai-product-card').length,
          );
        await until('the cards', async () => (await names()) === 10);
        assert.equal(await page.evaluate(() => window.isWhole()), false);
        host.lose();
        await until('all of it', () => page.evaluate(() => window.isWhole()));
      });
    });
  }
});
