import {expect, nextFrame} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {part, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord} from '../support/record.ts';
import {cardsOf, chipsOf, inside, namesIn, openStore, searchFor, showing} from '../support/store.ts';
import {until} from '../support/until.ts';

const VOUCHERS = idOf(0xa1);

/** The page's address and state before a test, which it gets back. */
const {href} = location;

/** Names and values in a part of the address, without those that the page had before. */
function said(part: 'search' | 'hash' = 'search'): Record<string, string> {
  const before = new URLSearchParams(new URL(href)[part].slice(1));
  return Object.fromEntries(
    [...new URLSearchParams(location[part].slice(1))].filter(([name]) => !before.has(name)),
  );
}

/** Puts words into the address, as a shared link has them. */
function visit(words: string, part: 'search' | 'hash' = 'search', state: unknown = null) {
  const url = new URL(href);
  url[part] = [url[part].slice(1), words].filter(Boolean).join('&');
  history.pushState(state, '', url);
}

const isOpen = (store: StoreElement) => {
  const detail = store.shadowRoot!.querySelector('rai-product-detail');
  return !!detail?.shadowRoot && !!within<HTMLDialogElement>(detail, 'dialog')?.open;
};
const opened = (store: StoreElement) => until('the detail', () => isOpen(store));
const closed = (store: StoreElement) =>
  until('its end', () => !store.shadowRoot!.querySelector('rai-product-detail'));
const close = (store: StoreElement) => within(inside(store, 'rai-product-detail'), '.close')!.click();
const addressing = (words: object, part?: 'search' | 'hash') =>
  until(JSON.stringify(words), () => JSON.stringify(said(part)) === JSON.stringify(words));

/**
 * How often an entry was added to the history, and one returned to, since the test began. `history.length` tells neither:
 * a browser keeps 50 entries, and the pages of a run share them.
 */
const turns = {added: 0, returned: 0};
const returns = () => void turns.returned++;

async function back(): Promise<void> {
  const popped = new Promise((resolve) => addEventListener('popstate', resolve, {once: true}));
  history.back();
  await popped;
}

/** A routed store, once it keeps the address. */
async function routed(gateway: Gateway, attributes: Record<string, string> = {}): Promise<StoreElement> {
  const store = await openStore(gateway, {routing: 'query', ...attributes});
  await until('the controls', () => chipsOf(store).length && nextFrame());
  await store.updateComplete;
  return store;
}

describe('the address of the page', () => {
  let gateway: Gateway;

  beforeEach(() => {
    gateway = aGateway({
      products: [
        aProductRecord({categoryID: VOUCHERS}),
        aProductRecord({_id: idOf(2), name: 'Mug', price: 5, categoryID: idOf(0xa2)}),
      ],
      categories: [aCategoryRecord(), aCategoryRecord({_id: idOf(0xa2), name: 'Merchandise'})],
    });
    visit('');
    Object.assign(turns, {added: 0, returned: 0});
    history.pushState = (...entry) => {
      turns.added++;
      History.prototype.pushState.apply(history, entry);
    };
    addEventListener('popstate', returns);
  });

  afterEach(() => {
    removeEventListener('popstate', returns);
    delete (history as Partial<History>).pushState;
    history.replaceState(null, '', href);
  });

  for (const routing of [undefined, 'none', 'path']) {
    it(`is not touched with routing="${routing}"`, async () => {
      visit(`rai-product=${idOf(1)}&rai-search=mug`);
      const {href} = location;
      const before = {...turns};
      const store = await openStore(gateway, routing ? {routing} : {});
      expect(namesIn(store)).to.have.lengthOf(2);

      chipsOf(store)[1]!.click();
      await showing(store, 'Premium Voucher');
      part(cardsOf(store)[0]!, 'name')!.click();
      await opened(store);
      close(store);
      await closed(store);

      expect(location.href).to.equal(href);
      expect(turns).to.deep.equal(before);
    });
  }

  for (const [routing, place] of [
    ['query', 'search'],
    ['hash', 'hash'],
  ] as const) {
    describe(`with routing="${routing}"`, () => {
      it('opens what a shared link names, and asks for it first', async () => {
        visit(
          `rai-product=${idOf(1)}&rai-category=${idOf(0xa2)}&rai-search=mu%20g&rai-sort=price:desc`,
          place,
        );

        const store = await openStore(gateway, {routing});
        await opened(store);

        const [first, ...more] = gateway.asked('/products');
        expect(Object.fromEntries(first!.searchParams)).to.include({
          filter: `categoryID:${idOf(0xa2)}`,
          search: 'keyword:mu g',
          sort: 'price:desc',
        });
        expect(more).to.deep.equal([]);
        expect(store.product).to.equal(idOf(1));
      });

      it('holds what the shopper chose, and gives it back', async () => {
        const store = await routed(gateway, {routing});

        chipsOf(store)[2]!.click();
        await addressing({'rai-category': idOf(0xa2)}, place);
        await showing(store, 'Mug');
        part(cardsOf(store)[0]!, 'name')!.click();
        await addressing({'rai-product': idOf(2), 'rai-category': idOf(0xa2)}, place);
        await opened(store);

        await back();
        await closed(store);
        expect(said(place)).to.deep.equal({'rai-category': idOf(0xa2)});
        await back();
        await showing(store, 'Premium Voucher', 'Mug');
        expect(said(place)).to.deep.equal({});
        expect(chipsOf(store)[0]).to.have.attribute('aria-pressed', 'true');
        history.forward();
        await showing(store, 'Mug');
        history.forward();
        await opened(store);
        expect(store.product).to.equal(idOf(2));
      });
    });
  }

  it('goes back when the shopper closes what they opened, so that Back leads to what was before', async () => {
    const store = await routed(gateway);
    for (const turn of [1, 2]) {
      part(cardsOf(store)[0]!, 'name')!.click();
      await opened(store);
      await addressing({'rai-product': idOf(1)});
      close(store);
      await closed(store);
      await addressing({});
      expect(turns).to.deep.equal({added: turn, returned: turn});
    }
  });

  it('leads nowhere else when a product is closed that a link opened', async () => {
    visit(`rai-product=${idOf(1)}`);
    const before = {...turns};
    const store = await routed(gateway);
    await opened(store);

    close(store);
    await closed(store);
    await addressing({});

    expect(turns).to.deep.equal(before);
  });

  it('replaces the entry for a search and an order', async () => {
    const store = await routed(gateway);

    searchFor(store, 'mug & co');
    await addressing({'rai-search': 'mug & co'});
    store.sort = 'price:asc';
    await addressing({'rai-search': 'mug & co', 'rai-sort': 'price:asc'});
    searchFor(store, '');
    await addressing({'rai-sort': 'price:asc'});

    expect(turns).to.deep.equal({added: 0, returned: 0});
  });

  it('shows order and words of an earlier entry in their fields', async () => {
    const store = await routed(gateway);
    const sort = () => (part(inside(store, 'rai-store-finder'), 'sort') as HTMLSelectElement).value;
    const search = () => (part(inside(store, 'rai-store-finder'), 'search') as HTMLInputElement).value;
    chipsOf(store)[1]!.click();
    await addressing({'rai-category': VOUCHERS});
    const select = part(inside(store, 'rai-store-finder'), 'sort') as HTMLSelectElement;
    select.value = 'price:desc';
    select.dispatchEvent(new Event('change'));
    await addressing({'rai-category': VOUCHERS, 'rai-sort': 'price:desc'});
    searchFor(store, 'premium');
    await addressing({'rai-category': VOUCHERS, 'rai-search': 'premium', 'rai-sort': 'price:desc'});

    await back();
    await showing(store, 'Premium Voucher', 'Mug');

    expect([sort(), search()]).to.deep.equal(['displayOrder:asc', '']);
    history.forward();
    await until('the order', () => sort() === 'price:desc' && search() === 'premium');
  });

  it('believes nothing that cannot be a store’s', async () => {
    visit(
      `rai-product=../x&rai-category=1&rai-sort=evil&rai-search=${'x'.repeat(101)}&rai-gateway=https://evil.test`,
    );

    const store = await openStore(gateway, {routing: 'query', category: idOf(0xa2)});

    const {searchParams} = gateway.asked('/products')[0]!;
    expect(searchParams.get('filter')).to.equal(`categoryID:${idOf(0xa2)}`);
    expect(searchParams.get('sort')).to.equal('displayOrder:asc');
    expect(searchParams.has('search')).to.equal(false);
    expect(store.product).to.equal(undefined);
    expect(store.gateway).to.equal(gateway.url);
  });

  it('tells “all” from the category that the page’s author wants', async () => {
    const store = await routed(gateway, {category: idOf(0xa2)});
    expect(said()).to.deep.equal({});

    chipsOf(store)[0]!.click();
    await addressing({'rai-category': ''});
    await showing(store, 'Premium Voucher', 'Mug');

    await back();
    await showing(store, 'Mug');
  });

  it('keeps the page’s own words, fragment and state', async () => {
    visit('utm=a+b&flag', 'search', {router: {key: 'k1'}});
    location.hash = 'chapter%202';
    history.replaceState({router: {key: 'k1'}}, '');
    const before = location.search;
    const store = await routed(gateway);

    part(cardsOf(store)[0]!, 'name')!.click();
    await addressing({utm: 'a b', flag: '', 'rai-product': idOf(1)});
    expect(location.search).to.equal(`${before}&rai-product=${idOf(1)}`);
    expect(location.hash).to.equal('#chapter%202');
    expect(history.state).to.deep.include({router: {key: 'k1'}});
    await opened(store);
    close(store);
    await until('the old address', () => location.search === before);

    expect(history.state).to.deep.equal({router: {key: 'k1'}});
  });

  it('keeps a state that nothing can be added to', async () => {
    visit('', 'search', 'a word of the page');
    const store = await routed(gateway);

    part(cardsOf(store)[0]!, 'name')!.click();
    await addressing({'rai-product': idOf(1)});
    await opened(store);

    expect(history.state).to.equal('a word of the page');
    close(store);
    await addressing({});
  });

  it('keeps a fragment that is an anchor, with routing="hash"', async () => {
    location.hash = 'chapter-2';
    const store = await routed(gateway, {routing: 'hash'});

    chipsOf(store)[1]!.click();

    await until('the words', () => location.hash === `#chapter-2&rai-category=${VOUCHERS}`);
  });

  it('is shared by stores under the names that their ids give them', async () => {
    visit(`rai-category=${VOUCHERS}&rai-two-category=${idOf(0xa2)}`);
    const one = await openStore(gateway, {routing: 'query'});
    const two = await openStore(gateway, {routing: 'query', id: 'two'});

    expect([namesIn(one), namesIn(two)]).to.deep.equal([['Premium Voucher'], ['Mug']]);
    await until('the controls', () => chipsOf(two).length);
    chipsOf(two)[1]!.click();

    await addressing({'rai-category': VOUCHERS, 'rai-two-category': VOUCHERS});
    expect(one.category).to.equal(VOUCHERS);
  });

  it('belongs to the first of two stores without ids', async () => {
    visit(`rai-category=${VOUCHERS}`);
    const first = await routed(gateway);
    const second = await routed(gateway);
    expect([namesIn(first).length, namesIn(second).length]).to.deep.equal([1, 2]);

    chipsOf(second)[2]!.click();
    await showing(second, 'Mug');
    await back();
    await nextFrame();

    expect(second.category).to.equal(idOf(0xa2));
  });

  it('may be one that cannot be changed', async () => {
    const refuse = () => {
      throw new DOMException('No.', 'SecurityError');
    };
    // Over those of the prototype, to be taken away again.
    Object.assign(history, {pushState: refuse, replaceState: refuse});
    try {
      const store = await routed(gateway);
      part(cardsOf(store)[0]!, 'name')!.click();
      await opened(store);
      close(store);
      await closed(store);
      chipsOf(store)[1]!.click();
      await showing(store, 'Premium Voucher');
    } finally {
      for (const name of ['pushState', 'replaceState']) Reflect.deleteProperty(history, name);
    }
  });

  it('holds a product that was opened before the controls had come', async () => {
    const store = await openStore(gateway, {routing: 'query'});
    store.product = idOf(2);
    await opened(store);

    await addressing({'rai-product': idOf(2)});
    await back();

    await closed(store);
  });

  it('is left alone by a store that is no longer on the page', async () => {
    const store = await routed(gateway);
    chipsOf(store)[1]!.click();
    await addressing({'rai-category': VOUCHERS});
    store.remove();

    await back();

    expect(store.category).to.equal(VOUCHERS);
  });
});
