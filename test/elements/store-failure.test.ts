import {expect, nextFrame} from '@open-wc/testing';
import {useSource} from '../../src/controllers/source.ts';
import '../../src/define/all.ts';
import {networkSource} from '../../src/define/source.ts';
import type {RaiErrorEvent} from '../../src/elements/events.ts';
import {late} from '../../src/elements/late.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {part, said} from '../support/look.ts';
import {productRecords} from '../support/record.ts';
import {
  cardsOf,
  chipsOf,
  goOn,
  inside,
  namesIn,
  noticeOf,
  openStore,
  saying,
  searchFor,
  showing,
  startStore,
} from '../support/store.ts';
import {passTime, stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const FAILED = {offline: 'The store can’t be reached. Check your connection.'};
const REWARDS = ['Reward 1', 'Reward 2', 'Reward 3'] as const;

describe('<rai-store> that cannot be read', () => {
  let gateway: Gateway;
  let told: unknown[];
  let unhandled: unknown[];
  const tell = ({error}: RaiErrorEvent) => told.push(error);
  const note = (event: PromiseRejectionEvent) => unhandled.push(event.reason);

  beforeEach(() => {
    gateway = aGateway();
    told = [];
    unhandled = [];
    document.addEventListener('rai-error', tell);
    window.addEventListener('unhandledrejection', note);
  });

  afterEach(async () => {
    await nextFrame();
    document.removeEventListener('rai-error', tell);
    window.removeEventListener('unhandledrejection', note);
    expect(unhandled, 'rejections that nobody handled').to.deep.equal([]);
  });

  const failures: [how: number | 'offline', kind: string, words: string][] = [
    ['offline', 'offline', FAILED.offline],
    [401, 'refused', 'The store can’t be shown on this page.'],
    [403, 'refused', 'The store can’t be shown on this page.'],
    [429, 'busy', 'Many people are looking at the store. Please wait a moment.'],
    [500, 'failed', 'The store isn’t available right now.'],
  ];
  for (const [how, kind, words] of failures) {
    it(`says so when the answer is ${how}, tells the page once, and works when it is tried again`, async () => {
      const mend = gateway.fail('/storefront', how);

      const store = await startStore(gateway);
      await saying(store, `${words} Try again`);
      expect(told).to.have.lengthOf(1);
      expect(told[0]).to.have.property('kind', kind);
      await expect(store).to.be.accessible();
      mend();
      goOn(store);

      await showing(store, ...REWARDS);
      expect(noticeOf(store)).to.equal(undefined);
      await until('the categories', () => chipsOf(store).length);
      expect(said(part(inside(store, 'rai-store-head'), 'title'))).to.equal('Rewards Store');
      expect(told).to.have.lengthOf(1);
    }).timeout(10_000);
  }

  it('shows what the page has put into it beside what it says, as long as it fails', async () => {
    const mend = gateway.fail('/storefront', 'offline');
    const store = await startStore(gateway);
    const own = document.createElement('a');
    own.href = 'https://community.test/';
    own.textContent = 'Our rewards';
    store.append(own);

    await saying(store, `${FAILED.offline} Try again`);
    await until('the link', () => own.checkVisibility());
    expect(own.getBoundingClientRect().height).to.be.above(0);
    mend();
    goOn(store);

    await showing(store, ...REWARDS);
    expect(own.checkVisibility()).to.equal(false);
  });

  it('leads to where redeeming leads where the page has put nothing into it', async () => {
    gateway.fail('/storefront', 'offline');
    const store = await startStore(gateway, {'redeem-url': 'https://community.test/?p={product}'});

    await saying(store, `${FAILED.offline} Try again Open the community`);

    const link = inside(store, 'rai-store-notice').shadowRoot!.querySelector('a')!;
    expect(link.href).to.equal('https://community.test/?p=');
    await expect(store).to.be.accessible();
  }).timeout(10_000);

  it('leads nowhere where only further products do not come, or nothing is found', async () => {
    gateway = aGateway({products: productRecords(30)});
    const store = await openStore(gateway, {'redeem-url': 'https://community.test/', 'page-size': '24'});
    gateway.fail('skip=24', 500);
    await until('the way on', () => part(store, 'more'));
    part(store, 'more')!.click();
    await saying(store, 'The store isn’t available right now. Try again');

    searchFor(store, 'nothing like it');
    await saying(store, 'No reward matches. Show all rewards');
  });

  it('says so when no answer comes in time', async () => {
    stopTime(0);
    gateway.hold('/storefront');
    const store = await startStore(gateway);
    await until('the request', () => gateway.requests[0]);

    await passTime(21_000);

    await saying(store, 'The store takes too long to answer. Try again');
  });

  it('says so when the answer is none', async () => {
    gateway.instead('/storefront', () => new Response('<!doctype html><p>Hello'));

    const store = await startStore(gateway);

    await saying(store, 'The store isn’t available right now. Try again');
  });

  it('shows that it tries again, and says so when that fails too', async () => {
    gateway.fail('/storefront', 500);
    gateway.fail('/products', 500);
    const store = await startStore(gateway);
    await saying(store, 'The store isn’t available right now. Try again');
    const release = gateway.hold('/v1');

    goOn(store);
    await until('another try', () => noticeOf(store) === undefined);
    expect(store.shadowRoot!.querySelector('[aria-busy="true"]')).to.exist;
    release();

    await saying(store, 'The store isn’t available right now. Try again');
    expect(told).to.have.lengthOf(2);
  });

  it('says of a single part what is wrong with it, and shows the others', async () => {
    gateway.fail('/products', 429);

    const store = await startStore(gateway);

    await saying(store, 'Many people are looking at the store. Please wait a moment. Try again');
    expect(said(part(inside(store, 'rai-store-head'), 'title'))).to.equal('Rewards Store');
  });

  it('shows its cards without categories or configuration, where those cannot be read', async () => {
    gateway.fail('/categories', 500);
    gateway.fail('/stores', 500);

    const store = await openStore(gateway);
    await until('the head', () => part(inside(store, 'rai-store-head'), 'title'));

    expect(namesIn(store)).to.deep.equal([...REWARDS]);
    expect(said(part(cardsOf(store)[0]!, 'price'))).to.equal('Price: 100');
    expect(said(part(inside(store, 'rai-store-head'), 'title'))).to.equal('Rewards store');
    expect(chipsOf(store)).to.have.lengthOf(0);
    expect(told).to.deep.equal([]);
  });

  it('says why a category cannot be shown, and shows it when it is tried again', async () => {
    const store = await openStore(gateway);
    await until('the categories', () => chipsOf(store).length);
    const mend = gateway.fail('filter=', 'offline');

    chipsOf(store)[1]!.click();
    await saying(store, 'The store can’t be reached. Check your connection. Try again');
    expect(chipsOf(store)[1]).to.have.attribute('aria-pressed', 'true');
    mend();
    goOn(store);

    await showing(store, ...REWARDS);
  });

  it('lets the shopper choose something else instead', async () => {
    const store = await openStore(gateway);
    await until('the categories', () => chipsOf(store).length);
    gateway.fail('filter=', 500);
    chipsOf(store)[1]!.click();
    await saying(store, 'The store isn’t available right now. Try again');

    chipsOf(store)[0]!.click();

    await showing(store, ...REWARDS);
    expect(noticeOf(store)).to.equal(undefined);
  });

  it('takes a gateway’s address that is none for one that cannot be reached', async () => {
    const store = await startStore(gateway, {gateway: 'https://[nowhere/v1'});

    await saying(store, 'The store can’t be reached. Check your connection. Try again');
  });

  it('shows bad records as far as they can be read, and the others as they are', async () => {
    gateway.products = [
      {_id: null},
      {_id: 'x', name: {}, price: 'free', image: 5, stocks: 'many', isDiscountEnabled: 1},
      ...productRecords(1),
    ];

    const store = await startStore(gateway);

    await showing(store, 'Reward', 'Reward 1');
    expect(said(part(cardsOf(store)[0]!, 'card'))).to.not.match(/NaN|undefined|null|object/);
  });

  it('stops asking when it leaves the page, tells nothing of that, and asks again when it is back', async () => {
    const release = gateway.hold('/storefront');
    const store = await startStore(gateway);
    await until('the request', () => gateway.options[0]);
    const {parentElement} = store;
    // What it says while it is away reaches nobody else.
    store.addEventListener('rai-error', tell);

    store.remove();
    expect(gateway.options[0]!.signal!.aborted).to.equal(true);
    await nextFrame();
    parentElement!.append(store);
    await nextFrame();
    expect(noticeOf(store)).to.equal(undefined);
    release();

    await showing(store, ...REWARDS);
    expect(told).to.deep.equal([]);
  });

  it('shows its cards where what surrounds them cannot be loaded, and tells the page', async () => {
    const {controls} = late;
    const missing = new Error('No such file');
    late.controls = () => Promise.reject(missing);
    try {
      const store = await openStore(gateway);
      await until('the error', () => told.length);

      expect(namesIn(store)).to.deep.equal([...REWARDS]);
      expect(told).to.deep.equal([missing]);
    } finally {
      late.controls = controls;
    }
  });

  it('is looked after as soon as what does so can be loaded after all', async () => {
    const {controls} = late;
    stopTime(Date.now());
    late.controls = () => Promise.reject(new Error('No such file'));
    try {
      const store = await openStore(gateway);
      await until('the error', () => told.length);
      await passTime(20_000);
      expect(told).to.have.lengthOf(1);

      late.controls = controls;
      await passTime(8_000);

      await until('what looks after it', () => inside(store, 'rai-store-stale'));
    } finally {
      late.controls = controls;
    }
  });

  describe('because its words cannot be loaded', () => {
    const missing = new Error('No such file');
    let isThere = false;

    beforeEach(() => {
      isThere = false;
      useSource({
        ...networkSource,
        loadText: (tag) => (isThere ? networkSource.loadText(tag) : Promise.reject(missing)),
      });
    });

    afterEach(() => useSource(networkSource));

    it('shows what the page has put into it, and tells the page', async () => {
      const store = await startStore(gateway);
      const link = document.createElement('a');
      link.textContent = 'Our rewards';
      store.append(link);

      await until('the link', () => link.checkVisibility());

      expect(told).to.deep.equal([missing]);
    });

    it('stays in the language it has, where that of a new language cannot be', async () => {
      isThere = true;
      const store = await openStore(gateway);
      isThere = false;

      store.lang = 'th';
      await until('the error', () => told.length);

      expect(namesIn(store)).to.deep.equal([...REWARDS]);
      expect(said(part(cardsOf(store)[0]!, 'action'))).to.equal('Redeem');
    });
  });
});
