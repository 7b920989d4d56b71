import {expect, nextFrame} from '@open-wc/testing';
import {useSource} from '../../src/controllers/source.ts';
import '../../src/define/all.ts';
import {networkSource} from '../../src/define/source.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {part, said} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {productRecords} from '../support/record.ts';
import {cardsOf, chipsOf, inside, namesIn, noticeOf, openStore} from '../support/store.ts';
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 30);
const MINUTE = 60_000;

/** Hides the page for a while, and shows it again. */
function lookAway(clock: ReturnType<typeof stopTime>, length: number) {
  const look = (state: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  };
  look('hidden');
  clock.tick(length);
  look('visible');
}

const stockOf = (store: StoreElement, index = 0) => said(part(cardsOf(store)[index]!, 'stock'));

const markOf = (store: StoreElement) => said(part(inside(store, 'rai-store-stale'), 'stale'));

/** The store's title, and how many chips its navigation has. */
const headOf = (store: StoreElement) =>
  `${said(part(inside(store, 'rai-store-head'), 'title'))}, ${chipsOf(store).length}`;

const ready = (store: StoreElement) => until('what looks after it', () => inside(store, 'rai-store-stale'));

describe('a store that is looked at again', () => {
  let clock: ReturnType<typeof stopTime>;
  let gateway: Gateway;
  const sell = (stocks: number) =>
    (gateway.products = gateway.products.map((record) => ({...record, stocks})));

  beforeEach(() => {
    clock = stopTime(NOW);
    gateway = aGateway({products: productRecords(30, {stocks: 9})});
  });

  afterEach(() => Reflect.deleteProperty(document, 'visibilityState'));

  it('shows the stock of now after a minute, at every place', async () => {
    const store = await openStore(gateway, {'page-size': '10'});
    await ready(store);
    part(store, 'more')!.click();
    await until('the second page', () => namesIn(store).length === 20);
    const names = namesIn(store);
    sell(0);

    lookAway(clock, MINUTE);

    await until('the new stock', () => stockOf(store, 19) === 'Sold out');
    expect(stockOf(store)).to.equal('Sold out');
    expect(namesIn(store)).to.deep.equal(names);
    expect(gateway.asked('/products').at(-1)!.searchParams.get('limit')).to.equal('20');
  });

  it('asks nothing after less than that', async () => {
    const store = await openStore(gateway);
    await ready(store);
    const {length} = gateway.requests;

    lookAway(clock, MINUTE - 1);
    await store.updateComplete;

    expect(gateway.requests).to.have.lengthOf(length);
  });

  it('is read again when the network is back', async () => {
    const store = await openStore(gateway);
    await ready(store);
    sell(3);

    dispatchEvent(new Event('online'));

    await until('the new stock', () => stockOf(store) === 'Only 3 left');
  });

  it('is read again where it was empty, too', async () => {
    const {products} = gateway;
    gateway.products = [];
    const store = await openStore(gateway);
    await ready(store);
    expect(noticeOf(store)).to.contain('There are no rewards yet.');
    gateway.products = products;

    lookAway(clock, MINUTE);

    await until('the rewards', () => namesIn(store).length === 24);
    expect(noticeOf(store)).to.equal(undefined);
  });

  it('keeps what was last good, marked with its time, and mends by itself', async () => {
    const store = await openStore(gateway);
    await ready(store);
    const mend = gateway.fail('/products', 502);

    lookAway(clock, 5 * MINUTE);
    const mark = await until('the mark', () => {
      clock.tick(100);
      return markOf(store);
    });
    expect(mark).to.match(/^Shown as of Nov 21, .*\. The store can’t be reached right now\.$/);
    expect(stockOf(store)).to.equal('9 left');

    mend();
    sell(4);
    await until('the new stock', () => {
      clock.tick(1_000);
      return stockOf(store) === 'Only 4 left';
    });
    await until('no mark', () => !markOf(store));
  });

  for (const [what, path] of [
    ['title', '/stores'],
    ['categories', '/categories'],
  ] as const) {
    it(`asks again for its ${what} where only the products came, and shows all once it is there`, async () => {
      const mend = gateway.fail(path, 502);
      const store = await openStore(gateway);
      await ready(store);
      expect(headOf(store)).not.to.equal('Rewards Store, 2');
      const asked = () => gateway.asked('/storefront').length;
      const before = asked();
      await until('another try', () => {
        clock.tick(1_000);
        return asked() > before;
      });
      expect(namesIn(store)).to.have.lengthOf(24);

      mend();
      await until('all of it', () => {
        clock.tick(1_000);
        return headOf(store) === 'Rewards Store, 2';
      });

      const all = asked();
      clock.tick(60 * MINUTE);
      await store.updateComplete;
      expect(asked()).to.equal(all);
      expect(stockOf(store)).to.equal('9 left');
    });
  }

  it('tries less and less often as long as it fails, and not at all while nobody looks', async () => {
    const store = await openStore(gateway);
    await ready(store);
    gateway.fail('/products', 502);
    const asked = () => gateway.asked('/products').length;
    lookAway(clock, MINUTE);
    await until('the mark', () => {
      clock.tick(100);
      return markOf(store);
    });
    const first = asked();

    const counts: number[] = [];
    for (let hour = 0; hour < 2; hour += 1) {
      for (let minute = 0; minute < 60; minute += 1) {
        clock.tick(MINUTE);
        await store.updateComplete;
        await new Promise(requestAnimationFrame);
      }
      counts.push(asked() - first);
    }
    expect(counts[0]).to.be.within(8, 30);
    expect(counts[1]! - counts[0]!).to.be.within(6, 26);
    Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
    clock.tick(10 * MINUTE);
    const hidden = asked();
    clock.tick(60 * MINUTE);
    await store.updateComplete;
    expect(asked()).to.equal(hidden);
  }).timeout(20_000);

  it('tells what the gateway says of its own answer', async () => {
    const at = new Date(NOW - 3 * 60 * MINUTE).toUTCString();
    gateway.instead('/storefront', async (usual) => {
      const answer = await usual();
      return new Response(await answer.text(), {
        headers: {'content-type': 'application/json', date: at, age: String(3 * 3600), 'rai-stale': '1'},
      });
    });

    const store = await openStore(gateway);

    expect(await until('the mark', () => markOf(store))).to.contain('Shown as of Nov 21');
  });

  it('C3: leaves a newer question alone', async () => {
    const store = await openStore(gateway);
    await ready(store);
    const release = gateway.hold('/products');
    lookAway(clock, MINUTE);

    store.search = 'Reward 7';
    await until('both questions', () => gateway.asked('/products').length >= 3);
    release();

    await until('the answer', () => namesIn(store).join() === 'Reward 7');
    expect(cardsOf(store)[0]!.product!.id).to.equal(idOf(7));
  });

  it('shows the stock of now where it was made in a tab that nobody looked at', async () => {
    Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
    const store = await openStore(gateway);
    await ready(store);
    sell(0);

    clock.tick(60 * MINUTE);
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));

    await until('the new stock', () => stockOf(store) === 'Sold out');
  });

  it('speaks the page’s language as soon as the words of that come, too', async () => {
    const store = await openStore(gateway);
    await ready(store);
    useSource({...networkSource, loadText: () => Promise.reject(new Error('No such file'))});
    try {
      store.lang = 'th';
      await until('the error', () => gateway.asked('/storefront').length === 2);
      await nextFrame();
      store.search = 'Reward 7';
      await until('what is searched for', () => namesIn(store).join() === 'Reward 7');
      expect(said(part(cardsOf(store)[0]!, 'action'))).to.equal('Redeem');
    } finally {
      useSource(networkSource);
    }

    dispatchEvent(new Event('online'));

    await until('the words', () => said(part(cardsOf(store)[0]!, 'action')) === 'แลก');
  });

  it('asks no more once it has left the page while it was read', async () => {
    const store = await openStore(gateway);
    await ready(store);
    gateway.fail('/products', 502);
    lookAway(clock, MINUTE);
    await until('the mark', () => {
      clock.tick(100);
      return markOf(store);
    });
    const release = gateway.hold('/products');
    const {length} = gateway.requests;
    await until('another try', () => {
      clock.tick(1_000);
      return gateway.requests.length > length;
    });

    store.remove();
    release();
    await nextFrame();
    const asked = gateway.requests.length;
    for (let minute = 0; minute < 10; minute += 1) {
      clock.tick(MINUTE);
      await nextFrame();
    }

    expect(gateway.requests).to.have.lengthOf(asked);
  });

  it('asks no more once it has left the page', async () => {
    const store = await openStore(gateway);
    await ready(store);
    const {length} = gateway.requests;

    store.remove();
    lookAway(clock, 5 * MINUTE);

    expect(gateway.requests).to.have.lengthOf(length);
  });
});
