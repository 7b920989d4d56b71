import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {focused, part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aProductRecord, productRecords} from '../support/record.ts';
import {cardsOf, goOn, namesIn, openStore, saying, searchFor} from '../support/store.ts';
import {until} from '../support/until.ts';

/** Rewards whose rows differ in height: every seventh one has a summary of two lines. */
const records = (count: number) =>
  Array.from({length: count}, (_, index) =>
    aProductRecord({
      _id: idOf(index + 1),
      name: `Reward ${index + 1}`,
      displayOrder: index,
      summary:
        index % 7 ? null : 'A summary that is long enough to take up two lines of a card of any width.',
    }),
  );

/** A store that has come to a list of so many products. */
async function openLong(count: number, attributes: Readonly<Record<string, string>> = {}) {
  const gateway = aGateway({products: records(count)});
  const store = await openStore(gateway, {'page-size': '100', ...attributes});
  await goToEnd(store);
  await settled(store);
  return store;
}

async function goToEnd(store: StoreElement) {
  for (let more = part(store, 'more'); more; more = part(store, 'more')) {
    more.click();
    await until('the next page', () => part(store, 'more')?.getAttribute('aria-busy') !== 'true');
  }
}

const listOf = (store: StoreElement) => part(store, 'grid')!;
const itemsOf = (store: StoreElement) => [...listOf(store).querySelectorAll('li')];
const settled = (store: StoreElement) =>
  until('a part of the list', () => listOf(store).style.paddingBlock !== '' || undefined);
const place = (item: Element) => Number(item.getAttribute('aria-posinset'));
const cardAt = (store: StoreElement, position: number) =>
  within(store, `[aria-posinset="${position}"]`)?.firstElementChild as HTMLElement | null;

/** How many elements there are in all, in shadow trees too. */
function elementsIn(root: ParentNode): number {
  return [...root.querySelectorAll('*')].reduce(
    (count, element) => count + 1 + (element.shadowRoot ? elementsIn(element.shadowRoot) : 0),
    0,
  );
}

/** The parts of the window, in px, over which the list has room and nothing drawn in it. */
function blank(store: StoreElement): number {
  const boxes = itemsOf(store).map((item) => item.getBoundingClientRect());
  const list = listOf(store).getBoundingClientRect();
  let bare = 0;
  for (let y = Math.max(0, list.top + 1); y < Math.min(innerHeight, list.bottom - 1); y += 25) {
    // The gap between two rows is 20 px.
    if (!boxes.some(({top, bottom}) => top - 21 <= y && y <= bottom + 21)) bare += 25;
  }
  return bare;
}

async function scrollBy(scroller: Element, distance: number) {
  scroller.scrollBy(0, distance);
  await nextFrame();
  await nextFrame();
}

/** Everything that shifts in the page from now on. */
function shifts() {
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({type: 'layout-shift'});
  return async () => {
    await nextFrame();
    await nextFrame();
    entries.push(...observer.takeRecords());
    observer.disconnect();
    return entries.map((entry) => (entry as PerformanceEntry & {value: number}).value);
  };
}

const page = () => document.scrollingElement!;

describe('a long list', () => {
  beforeEach(async () => {
    await setViewport({width: 1280, height: 800});
    scrollTo(0, 0);
  });

  it('is drawn whole up to 120 products', async () => {
    const gateway = aGateway({products: records(120)});
    const store = await openStore(gateway, {'page-size': '60', scroll: 'auto'});
    await settled(store);

    await goToEnd(store);
    await scrollBy(page(), 2000);

    expect(cardsOf(store)).to.have.lengthOf(120);
  });

  it('is drawn only where it is seen, in its full height, when it is longer', async () => {
    const store = await openLong(900);

    expect(elementsIn(store.shadowRoot!)).to.be.lessThan(1500);
    const [first] = itemsOf(store);
    const rows = 900 / getComputedStyle(listOf(store)).gridTemplateColumns.split(' ').length;
    const guess = (first!.offsetHeight + 20) * rows;
    expect(listOf(store).offsetHeight).to.be.within(guess * 0.8, guess * 1.2);
  });

  it('has nothing blank where a shopper scrolls, down, up and in leaps', async () => {
    const store = await openLong(900);

    for (const distance of [300, 700, 900, 5000, 40000, -300, -500, -700, -900, -9000, 1e7, -1e7]) {
      await scrollBy(page(), distance);
      expect(blank(store), `after ${distance}`).to.equal(0);
    }
    expect(place(itemsOf(store)[0]!)).to.equal(1);
  });

  it('draws what is beyond the window once the shopper no longer flings', async () => {
    const store = await openLong(900);
    const rows = () => new Set(itemsOf(store).map((item) => item.getBoundingClientRect().top));
    const beyond = () => [...rows()].filter((top) => top > innerHeight).length;
    await until('the rows beyond', () => beyond() > 0);

    for (let turn = 1; turn <= 4; turn += 1) {
      page().scrollBy(0, 5000);
      await nextFrame();
      expect(blank(store), `blank in turn ${turn}`).to.equal(0);
      expect(beyond(), `beyond in turn ${turn}`).to.equal(0);
    }

    await until('the rows beyond', () => beyond() > 0);
  });

  it('shows at its end the last product, at its beginning the first', async () => {
    const store = await openLong(305);

    await scrollBy(page(), 1e7);
    expect(namesIn(store).at(-1)).to.equal('Reward 305');
    const {bottom} = itemsOf(store).at(-1)!.getBoundingClientRect();
    expect(bottom).to.be.closeTo(listOf(store).getBoundingClientRect().bottom, 1);
    await scrollBy(page(), -1e7);

    expect(namesIn(store)[0]).to.equal('Reward 1');
    expect(listOf(store).style.paddingBlockStart).to.equal('0px');
  });

  it('keeps its order, and each card its own product, name and picture', async () => {
    const store = await openLong(500);

    for (const distance of [900, 900, 7000, -900, -2000]) {
      await scrollBy(page(), distance);
      const places = itemsOf(store).map(place);
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
      expect(namesIn(store)).to.deep.equal(places.map((number) => `Reward ${number}`));
    }
  });

  it('shows no picture of another product while its own is on the way', async () => {
    const image = (index: number) => `https://127.0.0.1:1/${index}.png`;
    const products = productRecords(300).map((record, index) => ({...record, image: image(index)}));
    const store = await openStore(aGateway({products}), {'page-size': '100'});
    await goToEnd(store);
    await settled(store);
    const pictures = () => cardsOf(store).map((card) => within<HTMLImageElement>(card, 'img'));
    const seen = new Map(pictures().map((picture) => [picture, picture?.src]));

    await scrollBy(page(), 9000);

    const stale = pictures().filter((picture) => picture && seen.get(picture) === picture.src);
    expect(stale).to.deep.equal([]);
  });

  it('says to a screen reader how long it is, and where each card stands in it', async () => {
    const store = await openLong(300);

    await scrollBy(page(), 8000);

    const [item] = itemsOf(store);
    expect(item).to.have.attribute('aria-setsize', '300');
    expect(said(part(item!.firstElementChild!, 'name'))).to.equal(`Reward ${place(item!)}`);
    await expect(store).to.be.accessible();
  }).timeout(20_000);

  it('follows what scrolls around it', async () => {
    const store = await openLong(400);
    const box = store.parentElement!;
    box.style.cssText = 'height: 600px; overflow: auto';
    await nextFrame();

    for (const distance of [500, 3000, 20000, -700]) {
      await scrollBy(box, distance);
      expect(blank(store), `after ${distance}`).to.equal(0);
    }
    expect(place(itemsOf(store)[0]!)).to.be.greaterThan(1);
  });

  it('is in order, and nothing of it is lost, once the page has put the store elsewhere', async () => {
    const store = await openLong(600);
    for (const distance of [5_000, 700, -900]) {
      await scrollBy(page(), distance);
      const elsewhere = document.createElement('div');
      store.parentElement!.append(elsewhere);
      elsewhere.append(store);
      await store.updateComplete;
    }

    for (const distance of [700, -400, 9_000, -30_000, 60_000]) {
      await scrollBy(page(), distance);
      await until('the cards', () => blank(store) === 0);
      const places = itemsOf(store).map(place);
      expect(namesIn(store)).to.deep.equal(places.map((number) => `Reward ${number}`));
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    }
  });

  it('stays where it is when rows that were never drawn come from above', async () => {
    const store = await openLong(900);
    await scrollBy(page(), 60_000);

    for (let step = 0; step < 20; step += 1) {
      const item = itemsOf(store).find((one) => one.getBoundingClientRect().top > 300)!;
      const {top} = item.getBoundingClientRect();
      const number = place(item);
      await scrollBy(page(), -200);
      const now = cardAt(store, number)!.getBoundingClientRect();
      expect(now.top - top).to.be.closeTo(200, 1.5);
    }
  });

  it('keeps the first product that is seen when it gets another number of columns', async () => {
    const store = await openLong(600);
    await scrollBy(page(), 20_000);
    const item = itemsOf(store).find((one) => one.getBoundingClientRect().bottom > 0)!;
    const [number, {top}] = [place(item), item.getBoundingClientRect()];

    store.style.width = '600px';
    await until('fewer columns', () => cardAt(store, number)!.getBoundingClientRect().width > 270);
    await nextFrame();
    await nextFrame();

    expect(cardAt(store, number)!.getBoundingClientRect().top).to.be.closeTo(top, 2);
    expect(blank(store)).to.equal(0);
  });

  it('begins at its beginning where something else is searched for', async () => {
    const store = await openLong(600);
    await scrollBy(page(), 20_000);

    searchFor(store, 'reward 59');
    await until('the results', () => cardsOf(store).length === 11);

    expect(namesIn(store)[0]).to.equal('Reward 59');
    expect(listOf(store).style.paddingBlock).to.equal('0px');
  });

  describe('by keyboard', () => {
    it('keeps the card that has the focus, however far the shopper scrolls', async () => {
      const store = await openLong(400);
      const card = cardAt(store, 7)!;
      part(card, 'action')!.focus({preventScroll: true});
      let lost = 0;
      card.addEventListener('focusout', () => (lost += 1));

      for (const distance of [1500, 9000, -4000]) await scrollBy(page(), distance);

      expect([lost, cardAt(store, 7)]).to.deep.equal([0, card]);
      expect(blank(store)).to.equal(0);
      await sendKeys({press: 'Tab'});
      expect(said(focused())).to.equal('Reward 8');
      await nextFrame();
      await nextFrame();
      expect(focused()!.getBoundingClientRect().top).to.be.within(0, innerHeight);
      expect(blank(store)).to.equal(0);
    });

    it('goes through all of its cards, and back', async () => {
      const store = await openLong(130);
      part(cardAt(store, 1)!, 'name')!.focus();
      const visited: (string | undefined)[] = ['Reward 1'];

      for (let step = 1; step < 260; step += 1) {
        await sendKeys({press: 'Tab'});
        if (focused()!.matches('[part="name"]')) visited.push(said(focused()));
      }

      expect(visited).to.deep.equal(Array.from({length: 130}, (_, index) => `Reward ${index + 1}`));
      await sendKeys({down: 'Shift'});
      for (let step = 0; step < 40; step += 1) await sendKeys({press: 'Tab'});
      await sendKeys({up: 'Shift'});
      expect(said(focused())).to.equal('Redeem');
      expect(blank(store)).to.equal(0);
    }).timeout(60_000);
  });

  describe('without any shift of the layout', () => {
    it('scrolls', async () => {
      const store = await openLong(900);
      const shifted = shifts();

      for (const distance of [300, 400, 500, 900, 2000, 9000, -300, -700, -900, -4000, -100, -200, -300]) {
        await scrollBy(page(), distance);
      }

      expect(await shifted()).to.deep.equal([]);
      expect(blank(store)).to.equal(0);
    });

    it('shows more, also where the answer is slow: the room is there at once', async () => {
      const gateway = aGateway({products: records(60)});
      const store = await openStore(gateway, {'page-size': '20'});
      const release = gateway.hold('skip=20');
      part(store, 'more')!.click();
      await until('the room', () => itemsOf(store).length === 40);
      const {offsetHeight} = listOf(store);
      const shifted = shifts();
      await nextFrame();

      release();
      await until('the cards', () => cardsOf(store).length === 40);

      expect(await shifted()).to.deep.equal([]);
      expect(listOf(store).offsetHeight).to.be.within(offsetHeight * 0.9, offsetHeight * 1.1);
    });
  });
});

describe('a list that goes on by itself', () => {
  let gateway: Gateway;

  beforeEach(async () => {
    await setViewport({width: 1280, height: 800});
    scrollTo(0, 0);
    gateway = aGateway({products: records(200)});
  });

  const end = (store: StoreElement) => part(store, 'more')!.scrollIntoView({block: 'end'});
  const loaded = () => gateway.asked('/products').length;

  it('asks for more when its end comes near, and not before', async () => {
    const store = await openStore(gateway, {'page-size': '40', scroll: 'auto'});
    await settled(store);
    await nextFrame();
    await nextFrame();
    expect(loaded()).to.equal(1);

    for (let pages = 2; pages <= 5; pages += 1) {
      end(store);
      await until(`page ${pages}`, () => loaded() === pages && part(store, 'more')?.ariaBusy !== 'true');
    }
    await until('the end', () => !part(store, 'more'));

    page().scrollBy(0, 1e7);
    await until('the last', () => namesIn(store).includes('Reward 200'));
    expect(loaded()).to.equal(5);
  });

  it('is asked for by the button alone where the page does not say so', async () => {
    const store = await openStore(gateway, {'page-size': '40', scroll: 'button'});
    await settled(store);

    end(store);
    await nextFrame();
    await nextFrame();

    expect(loaded()).to.equal(1);
  });

  it('says that it is busy, and says why where a page does not come, with the way on', async () => {
    const store = await openStore(gateway, {'page-size': '40', scroll: 'auto'});
    await settled(store);
    const mend = gateway.fail('skip=40', 503);
    const release = gateway.hold('skip=40');

    end(store);
    await until('the request', () => part(store, 'more')?.ariaBusy === 'true');
    release();
    mend();
    const again = gateway.fail('skip=80', 503);
    await until('the page', () => loaded() === 2 && part(store, 'more')?.ariaBusy === 'false');
    end(store);
    await saying(store, 'The store isn’t available right now. Try again');
    await nextFrame();
    expect(part(store, 'more')).to.equal(null);
    const {length} = gateway.requests;
    again();
    goOn(store);

    await until('the rest', () => part(store, 'more'));
    expect(gateway.requests.length).to.be.greaterThan(length);
  });

  it('lets the page’s footer be reached by keyboard', async () => {
    const store = await openStore(gateway, {'page-size': '20', scroll: 'auto'});
    const footer = document.createElement('footer');
    footer.innerHTML = '<a href="#">Imprint</a>';
    store.after(footer);
    await settled(store);
    part(store, 'more')!.focus({preventScroll: true, focusVisible: true});
    await until('rest', () => part(store, 'more')?.ariaBusy !== 'true');
    const {length} = gateway.requests;

    await sendKeys({press: 'Tab'});
    expect(said(document.activeElement)).to.equal('Imprint');
    end(store);
    await nextFrame();
    await nextFrame();

    expect(gateway.requests).to.have.lengthOf(length);
    part(cardsOf(store).at(-1)!, 'action')!.focus({preventScroll: true});
    await until('more', () => gateway.requests.length > length);
  });
});
