import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/define/all.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord, aStoreRecord, productRecords} from '../support/record.ts';
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
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const VOUCHERS = idOf(0xa1);
const CAUSES = idOf(0xa2);

/** A gateway with three rewards in two categories. */
const aSmallStore = () =>
  aGateway({
    products: [
      aProductRecord({_id: idOf(1), name: 'Coffee', price: 30, displayOrder: 1}),
      aProductRecord({_id: idOf(2), name: 'Mug', price: 10, displayOrder: 2}),
      aProductRecord({_id: idOf(3), name: 'Mangrove', price: 20, displayOrder: 3, categoryID: CAUSES}),
    ],
    categories: [aCategoryRecord(), aCategoryRecord({_id: CAUSES, name: 'Causes'})],
  });

describe('<rai-store>', () => {
  it('shows the shapes of cards first, then the cards', async () => {
    const gateway = aSmallStore();
    const release = gateway.hold('/storefront');
    const store = await startStore(gateway);
    await store.updateComplete;
    expect(within(store, '[aria-busy="true"]')!.childElementCount).to.be.greaterThan(3);
    expect(cardsOf(store)).to.have.lengthOf(0);

    release();
    await showing(store, 'Coffee', 'Mug', 'Mangrove');

    expect(part(store, 'grid')).to.have.attribute('aria-busy', 'false');
  });

  it('shows its head, its categories, its finder and its products by one request', async () => {
    const gateway = aSmallStore();
    const store = await openStore(gateway);
    await until('the categories', () => chipsOf(store).length);

    expect(said(part(inside(store, 'rai-store-head'), 'title'))).to.equal('Rewards Store');
    expect(chipsOf(store).map(said)).to.deep.equal(['All 3', 'Vouchers 2', 'Causes 1']);
    expect(part(inside(store, 'rai-store-finder'), 'search')).to.exist;
    expect(said(part(cardsOf(store)[0]!, 'price'))).to.equal('Price: 30 Coins');
    expect(gateway.requests.map(({pathname}) => pathname)).to.deep.equal(['/v1/storefront']);
    await expect(store).to.be.accessible();
  }).timeout(10_000);

  it('is ready when its products are on screen, and says so once', async () => {
    const gateway = aSmallStore();
    const release = gateway.hold('/storefront');
    const store = await startStore(gateway);
    let told = 0;
    let isReady = false;
    document.addEventListener('rai-ready', () => (told += 1));
    void store.ready.then(() => (isReady = true));
    await nextFrame();
    expect([told, isReady]).to.deep.equal([0, false]);

    release();
    await store.ready;
    expect(cardsOf(store)).to.have.lengthOf(3);
    searchFor(store, 'mug');
    await showing(store, 'Mug');

    expect(told).to.equal(1);
  });

  it('hides what the page has put into it for the time before', async () => {
    const store = await openStore(aSmallStore());
    const link = document.createElement('a');
    link.textContent = 'Our rewards';
    expect(store.appendChild(link).checkVisibility()).to.equal(false);

    const undefinedYet = await fixture(html`<rai-undefined><a>Our rewards</a></rai-undefined>`);
    expect(undefinedYet.firstElementChild!.checkVisibility()).to.equal(true);
  });

  it('fetches the pictures of the first cards at once, and the others when they come near', async () => {
    const image = 'https://127.0.0.1:1/picture.png';
    const store = await openStore(aGateway({products: productRecords(6, {image})}));

    const eager = cardsOf(store).map((card) => card.eager);
    expect(eager).to.deep.equal([true, true, true, true, false, false]);
  });

  it('lets the page style the parts of its cards', async () => {
    const style = document.createElement('style');
    style.textContent = 'rai-store::part(price) {color: rgb(1, 2, 3)}';
    document.head.append(style);
    const store = await openStore(aSmallStore());

    expect(getComputedStyle(part(cardsOf(store)[0]!, 'price')!).color).to.equal('rgb(1, 2, 3)');
    style.remove();
  });

  describe('by its attributes', () => {
    it('opens with a category, a search, an order and a page size', async () => {
      const gateway = aSmallStore();
      const store = await openStore(gateway, {
        category: VOUCHERS,
        search: 'm',
        sort: 'price:asc',
        'page-size': '1',
      });
      await until('the categories', () => chipsOf(store).length);

      expect(namesIn(store)).to.deep.equal(['Mug']);
      const {searchParams} = gateway.requests[0]!;
      expect(searchParams.get('filter')).to.equal(`categoryID:${VOUCHERS}`);
      expect(searchParams.get('search')).to.equal('keyword:m');
      expect(searchParams.get('sort')).to.equal('price:asc');
      expect(searchParams.get('limit')).to.equal('1');
      expect(chipsOf(store)[1]).to.have.attribute('aria-pressed', 'true');
      expect((part(inside(store, 'rai-store-finder'), 'search') as HTMLInputElement).value).to.equal('m');
    });

    it('follows them when the page changes them', async () => {
      const store = await openStore(aSmallStore());

      store.setAttribute('category', CAUSES);
      await showing(store, 'Mangrove');
      store.removeAttribute('category');
      store.setAttribute('sort', 'price:asc');

      await showing(store, 'Mug', 'Mangrove', 'Coffee');
    });

    it('takes those that make no sense as if they were not there', async () => {
      const gateway = aSmallStore();
      await openStore(gateway, {
        sort: 'by chance',
        'page-size': 'many',
        'low-stock': '',
        'heading-level': '2',
      });

      const {searchParams} = gateway.requests[0]!;
      expect(searchParams.get('sort')).to.equal('displayOrder:asc');
      expect(searchParams.get('limit')).to.equal('24');
    });

    it('has headings that fit into the page', async () => {
      const store = await openStore(aSmallStore(), {'heading-level': '4'});
      const levelIn = (element: Element) => within(element, '[role="heading"]')!.getAttribute('aria-level');

      await until('the head', () => within(inside(store, 'rai-store-head'), '[role="heading"]'));
      expect(levelIn(inside(store, 'rai-store-head'))).to.equal('4');
      expect(levelIn(cardsOf(store)[0]!)).to.equal('5');
    });

    it('warns of a low stock from the number that the page names', async () => {
      const gateway = aGateway({products: [aProductRecord({stocks: 8})]});

      const store = await openStore(gateway, {'low-stock': '8'});

      expect(said(part(cardsOf(store)[0]!, 'stock'))).to.equal('Only 8 left');
    });

    it('shows and asks for no more of a product than the page wants, also once its detail has been read', async () => {
      const gateway = aGateway();
      const store = await openStore(gateway, {show: 'image stock'});
      const [card] = cardsOf(store);

      const fields = gateway.requests[0]!.searchParams.get('fields')!.split(',');
      expect(fields).to.deep.equal(['image', 'name', 'stocks', 'shouldDisplayRemainingQuantity']);
      part(card!, 'name')!.click();
      await until('the detail', () => gateway.asked(`/products/${idOf(1)}`)[0]);
      await until('the news on the card', () => card!.product?.price === 100);
      await card!.updateComplete;

      expect(part(card!, 'image')).to.exist;
      expect(part(card!, 'stock')).to.exist;
      expect(part(card!, 'price') ?? part(card!, 'summary')).to.equal(null);
    });

    it('holds products to the shopper whom the page tells of', async () => {
      const store = await openStore(aSmallStore(), {'signed-in': 'false', balance: '5'});
      const verdict = () => said(part(cardsOf(store)[0]!, 'verdict'));
      expect(verdict()).to.equal('Sign in to redeem');

      store.setAttribute('signed-in', '');
      await until('the balance', () => verdict() === 'You need 25 more');
      store.removeAttribute('balance');

      await until('nothing against it', () => verdict() === 'Redeem');
    });

    it('asks for what that user may see', async () => {
      const gateway = aSmallStore();
      await openStore(gateway, {'user-id': idOf(0xee)});

      expect(gateway.requests[0]!.searchParams.get('userID')).to.equal(idOf(0xee));
    });

    it('has one wide card below the other in the layout of a list', async () => {
      const store = await openStore(aSmallStore(), {layout: 'list'});
      const [first, second] = cardsOf(store).map((card) => card.getBoundingClientRect());

      expect(second!.left).to.equal(first!.left);
      expect(second!.top).to.be.at.least(first!.bottom);
      const [picture, name] = ['image', 'name'].map((it) =>
        part(cardsOf(store)[0]!, it)!.getBoundingClientRect(),
      );
      expect(picture!.right).to.be.below(name!.left);
    });

    it('has what the page puts there instead of its own head and tools', async () => {
      const store = await startStore(aSmallStore());
      const header = document.createElement('h1');
      header.slot = 'header';
      header.textContent = 'Our own head';
      store.append(header);
      await until('the products', () => cardsOf(store).length);

      expect(header.getBoundingClientRect().height).to.be.above(0);
      expect(inside(store, 'rai-store-head').getBoundingClientRect().height).to.equal(0);
    });

    it('asks another gateway when the page names another one', async () => {
      const gateway = aGateway({
        url: 'https://gateway.test/one',
        products: productRecords(1, {name: 'First'}),
      });
      const store = await openStore(gateway);
      const other = aGateway({
        url: 'https://gateway.test/two',
        products: productRecords(1, {name: 'Second'}),
        store: aStoreRecord({title: 'The Second'}),
      });

      store.setAttribute('gateway', other.url);
      await showing(store, 'Second');

      await until('the title', () => said(part(inside(store, 'rai-store-head'), 'title')) === 'The Second');
    });
  });

  describe('where the shopper looks for something', () => {
    let gateway: Gateway;

    beforeEach(() => (gateway = aSmallStore()));

    it('asks for a category and shows it', async () => {
      const store = await openStore(gateway);
      await until('the categories', () => chipsOf(store).length);
      const release = gateway.hold('filter=');

      chipsOf(store)[2]!.click();
      await until('the request', () => gateway.asked('/products')[1]);
      expect(store.category).to.equal(CAUSES);
      expect(part(store, 'grid')).to.have.attribute('aria-busy', 'true');
      expect(namesIn(store)).to.deep.equal(['Coffee', 'Mug', 'Mangrove']);
      release();

      await showing(store, 'Mangrove');
      expect(chipsOf(store)[2]).to.have.attribute('aria-pressed', 'true');
      expect(said(within(inside(store, 'rai-store-finder'), '[role="status"]'))).to.equal('1 reward');
    });

    it('searches within the chosen category', async () => {
      const store = await openStore(gateway, {category: VOUCHERS});
      await showing(store, 'Coffee', 'Mug');
      await until('the finder', () => part(inside(store, 'rai-store-finder'), 'search'));

      searchFor(store, 'mug');

      await showing(store, 'Mug');
      expect(gateway.asked('/products').at(-1)!.searchParams.get('filter')).to.equal(
        `categoryID:${VOUCHERS}`,
      );
    });

    it('sorts', async () => {
      const store = await openStore(gateway);
      const sort = await until(
        'the finder',
        () => part(inside(store, 'rai-store-finder'), 'sort') as HTMLSelectElement,
      );

      sort.value = 'price:desc';
      sort.dispatchEvent(new Event('change'));

      await showing(store, 'Coffee', 'Mangrove', 'Mug');
    });

    it('changes nothing where the page cancels it, also after the store has heard of it', async () => {
      const store = await openStore(gateway);
      await until(
        'the controls',
        () => chipsOf(store).length && part(inside(store, 'rai-store-finder'), 'search'),
      );
      const cancel = (event: Event) => event.preventDefault();
      for (const type of ['rai-category-change', 'rai-search', 'rai-product-choose']) {
        document.addEventListener(type, cancel, {once: true});
      }

      chipsOf(store)[2]!.click();
      searchFor(store, 'mug');
      part(cardsOf(store)[0]!, 'action')!.click();
      await nextFrame();
      await store.updateComplete;

      expect([store.category, store.search, store.product]).to.deep.equal([undefined, '', undefined]);
      expect(gateway.requests).to.have.lengthOf(1);
      expect(inside(store, 'rai-product-detail')).to.not.exist;
    });

    it('says where nothing matches, and leads back to everything', async () => {
      const store = await openStore(gateway, {category: CAUSES});
      await until('the finder', () => part(inside(store, 'rai-store-finder'), 'search'));

      searchFor(store, 'nothing like it');
      await saying(store, 'No reward matches. Show all rewards');
      expect(said(within(inside(store, 'rai-store-finder'), '[role="status"]'))).to.equal('0 rewards');
      goOn(store);

      await showing(store, 'Coffee', 'Mug', 'Mangrove');
      expect([store.category, store.search]).to.deep.equal([undefined, '']);
    });
  });

  describe('with many products', () => {
    it('shows more when the shopper asks, until there are no more', async () => {
      const gateway = aGateway({products: productRecords(5)});
      const store = await openStore(gateway, {'page-size': '2'});
      expect(said(part(store, 'more'))).to.equal('Show more');

      part(store, 'more')!.click();
      await showing(store, 'Reward 1', 'Reward 2', 'Reward 3', 'Reward 4');
      part(store, 'more')!.click();
      await showing(store, 'Reward 1', 'Reward 2', 'Reward 3', 'Reward 4', 'Reward 5');

      expect(part(store, 'more')).to.not.exist;
      expect(gateway.asked('/products').map(({searchParams}) => searchParams.get('skip'))).to.deep.equal([
        null,
        '2',
        '4',
      ]);
    });

    it('keeps its cards where more of them do not come, and tries again', async () => {
      const gateway = aGateway({products: productRecords(3)});
      const store = await openStore(gateway, {'page-size': '2'});
      const mend = gateway.fail('skip=2', 503);

      part(store, 'more')!.click();
      await saying(store, 'The store isn’t available right now. Try again');
      expect(namesIn(store)).to.deep.equal(['Reward 1', 'Reward 2']);
      mend();
      goOn(store);

      await showing(store, 'Reward 1', 'Reward 2', 'Reward 3');
      expect(noticeOf(store)).to.equal(undefined);
    });
  });

  describe('with nothing to show', () => {
    it('says that it is closed', async () => {
      const store = await openStore(aGateway({store: aStoreRecord({isEnabled: false})}));

      await saying(store, 'The store is closed right now. Please come back later.');
      expect(cardsOf(store)).to.have.lengthOf(0);
    });

    it('says that there are no rewards yet', async () => {
      const store = await openStore(aGateway({products: []}));

      await saying(store, 'There are no rewards yet. Please come back later.');
      await expect(store).to.be.accessible();
    }).timeout(10_000);

    it('waits for a gateway', async () => {
      const gateway = aSmallStore();
      const store = await startStore(gateway, {gateway: ''});
      await store.updateComplete;
      expect(gateway.requests).to.have.lengthOf(0);

      store.setAttribute('gateway', gateway.url);

      await showing(store, 'Coffee', 'Mug', 'Mangrove');
    });
  });

  it('goes by the server’s clock, though the shopper’s is two days off', async () => {
    const server = Date.UTC(2026, 3, 28, 12);
    stopTime(server - 2 * 86_400_000);
    const gateway = aGateway({
      products: [
        aProductRecord({isDiscountEnabled: true, discountEndDate: new Date(server - 60_000).toISOString()}),
        aProductRecord({
          _id: idOf(2),
          isDiscountEnabled: true,
          discountEndDate: new Date(server + 60_000).toISOString(),
        }),
      ],
    });
    gateway.time = server;

    const store = await openStore(gateway);

    expect(cardsOf(store).map((card) => said(part(card, 'price')))).to.deep.equal([
      'Price: 100 Coins',
      'Price: 90 Coins',
    ]);
  });

  it('ends a discount on all its cards by itself, by one timer', async () => {
    const now = Date.UTC(2026, 3, 28, 12);
    const time = stopTime(now);
    const discountEndDate = new Date(now + 30_000).toISOString();
    const store = await openStore(
      aGateway({products: productRecords(6, {isDiscountEnabled: true, discountEndDate})}),
    );
    const prices = () => new Set(cardsOf(store).map((card) => said(part(card, 'price'))));
    await until('the discount', () => prices().has('Price: 90 Coins') && prices().size === 1);

    time.tick(30_000);
    await Promise.all(cardsOf(store).map((card) => card.updateComplete));

    expect([...prices()]).to.deep.equal(['Price: 100 Coins']);
  });
});
