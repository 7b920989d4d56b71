import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {ensureBuilt} from '../../scripts/build.mjs';
import {chosenEngines, missing, openIn, type EnginePage} from './support/engine-page.ts';
import {FIRST_ID} from './support/faults/catalogue.ts';
import {FaultyGateway} from './support/faults/faulty-gateway.ts';
import {startHost, type Host} from './support/faults/host.ts';
import './support/faults/play.ts';

const DETAIL = /\/product-detail-/;

/** What the shopper is told where the detail would be, and what is said on the way on. */
const lost = () => {
  const store = document.querySelector('rai-store')!.shadowRoot!;
  const notice = store
    .querySelector('rai-store-detail-lost')
    ?.shadowRoot?.querySelector('dialog[open] rai-store-notice');
  const [said, way] = ['p', 'button'].map((of) => notice?.shadowRoot?.querySelector(of)?.textContent.trim());
  return {said, way, isThere: !!store.querySelector('rai-store-detail-lost')};
};

const detail = () => {
  const element = document.querySelector('rai-store')!.shadowRoot!.querySelector('rai-product-detail');
  return !!element?.shadowRoot?.querySelector('dialog[open] [part=redeem]');
};

const leave = () => {
  const root = document
    .querySelector('rai-store')!
    .shadowRoot!.querySelector('rai-store-detail-lost')?.shadowRoot;
  root?.querySelector<HTMLElement>('.close')?.click();
};

/** Takes the way on, where there is one at the moment; whether there was. */
const goOn = () => {
  const root = document
    .querySelector('rai-store')!
    .shadowRoot!.querySelector('rai-store-detail-lost')?.shadowRoot;
  const button = root?.querySelector('rai-store-notice')?.shadowRoot?.querySelector('button');
  button?.click();
  return !!button;
};

async function until<R>(page: EnginePage, what: string, read: () => R, isSo: (seen: R) => boolean) {
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    const seen = (await page.evaluate(read)) as R;
    if (isSo(seen)) return seen;
    assert.ok(Date.now() < end, `Waited in vain for ${what}: ${JSON.stringify(seen)}`);
  }
}

describe('the file of the detail that does not come (C5)', () => {
  let host: Host;
  let gateway: FaultyGateway;

  before(async () => {
    ensureBuilt();
    host = await startHost();
    gateway = new FaultyGateway(() => {}, host.foreign);
    await gateway.open();
  });

  after(async () => {
    await gateway?.close();
    await host?.close();
  });

  for (const engine of chosenEngines()) {
    it(`is told to the shopper, who tries again and sees the product: ${engine}`, async (t) => {
      const reason = missing(engine);
      if (reason) return t.skip(reason);
      const {page, close} = await openIn(engine);
      const open = (id: string) => page.evaluate((id) => window.act('open', id), id);
      try {
        await page.goto(host.pageOf([gateway.url]));
        await until(page, 'the tools', () => window.isWhole(), Boolean);
        host.lose(DETAIL);

        await open(FIRST_ID);
        const isTold = ({said}: ReturnType<typeof lost>) => typeof said === 'string';
        const {said, way} = await until(page, 'a reason', lost, isTold);
        assert.equal(said, 'The store can’t be reached. Check your connection.');
        assert.equal(way, 'Try again');
        assert.equal(await page.evaluate(detail), false);

        await page.evaluate(leave);
        await until(page, 'its end', lost, ({isThere}) => !isThere);
        await open(FIRST_ID);
        await until(page, 'a reason once more', lost, isTold);
        await page.evaluate(goOn);
        await until(page, 'a reason after another try', lost, isTold);

        host.lose();
        // What is on its way still may fail, and then there is a way on once more.
        await until(page, 'the way on to end', goOn, (isStillThere) => !isStillThere);

        await until(page, 'the detail', detail, Boolean);
        assert.equal((await page.evaluate(lost)).isThere, false);
        assert.deepEqual(await page.evaluate(() => window.told), []);
      } finally {
        host.lose();
        await close();
      }
    });
  }
});
