import {expect} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {ShelfElement} from '../../src/elements/shelf.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {focused, part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord, productRecords} from '../support/record.ts';
import {namesIn, openStore, searchFor, showing} from '../support/store.ts';
import {until} from '../support/until.ts';

const DINING = idOf(0xa2);
const TRAVEL = idOf(0xa3);

const aStoreWithShelves = () =>
  aGateway({
    products: [
      aProductRecord({name: 'Mug', displayOrder: 1}),
      ...productRecords(12, {categoryID: DINING}).map((record, index) => ({
        ...record,
        _id: idOf(0x100 + index),
        name: `Dinner ${index + 1}`,
        displayOrder: index + 2,
      })),
    ],
    categories: [
      aCategoryRecord(),
      aCategoryRecord({_id: DINING, name: 'Dining', viewType: 'preview'}),
      aCategoryRecord({_id: TRAVEL, name: 'Travel', viewType: 'preview'}),
    ],
  });

const shelvesOf = (store: StoreElement): ShelfElement[] => [
  ...store.shadowRoot!.querySelectorAll('rai-store-shelf'),
];

const titles = (store: StoreElement) =>
  shelvesOf(store)
    .map((shelf) => said(part(shelf, 'shelf-title')))
    .filter((title) => title !== undefined);

/** The names on a shelf, once they have been read. */
async function onShelf(store: StoreElement, at: number) {
  const shelf = await until('the shelf', () => shelvesOf(store)[at]);
  shelf.scrollIntoView();
  await until('its cards', () => within(shelf, 'rai-product-card'));
  await shelf.updateComplete;
  return [...shelf.shadowRoot!.querySelectorAll('rai-product-card')].map((card) => said(part(card, 'name')));
}

describe('a category that is to be previewed', () => {
  let gateway: Gateway;
  let store: StoreElement;

  beforeEach(async () => {
    gateway = aStoreWithShelves();
    store = await openStore(gateway, {'page-size': '3'});
  });

  it('has its first products under its name, below the list, in the merchant’s order', async () => {
    const names = await onShelf(store, 0);

    expect(titles(store)[0]).to.equal('Dining');
    expect(names).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Dinner ${number}`));
    const grid = part(store, 'grid')!;
    const isBelow = grid.compareDocumentPosition(shelvesOf(store)[0]!) & Node.DOCUMENT_POSITION_FOLLOWING;
    expect(isBelow).to.be.greaterThan(0);
    await expect(shelvesOf(store)[0]).to.be.accessible();
  }).timeout(10_000);

  it('is not there when nothing is in it', async () => {
    await onShelf(store, 0);

    shelvesOf(store)[1]?.scrollIntoView();
    await until('the answer', () => titles(store).join() === 'Dining');
  });

  it('leads to all of its products, from the top, with the focus', async () => {
    await onShelf(store, 0);
    const all = part(shelvesOf(store)[0]!, 'shelf-all')!;
    expect(all).to.have.attribute('aria-label', 'See all of Dining');
    all.focus();
    all.click();

    await showing(store, 'Dinner 1', 'Dinner 2', 'Dinner 3');
    expect(store.category).to.equal(DINING);
    expect(shelvesOf(store)).to.deep.equal([]);
    expect(focused()).to.equal(part(store, 'root'));
    expect(store.getBoundingClientRect().top).to.be.within(-1, innerHeight);
  });

  it('is not shown beside a search, nor where the page cancels what is wanted', async () => {
    await until('the shelves', () => shelvesOf(store).length === 2);
    store.addEventListener('rai-category-change', (event) => event.preventDefault(), {once: true});
    await onShelf(store, 0);
    part(shelvesOf(store)[0]!, 'shelf-all')!.click();
    await store.updateComplete;
    expect(store.category).to.equal(undefined);

    searchFor(store, 'mug');
    await showing(store, 'Mug');

    expect(shelvesOf(store)).to.deep.equal([]);
  });

  it('waits for the end of a list that goes on by itself', async () => {
    const far = document.createElement('div');
    far.style.setProperty('height', '6000px');
    const shelved = aStoreWithShelves();
    const going = await openStore(shelved, {'page-size': '12', scroll: 'auto'});
    going.before(far);
    await until('what follows the list', () => going.shadowRoot!.querySelector('rai-store-stale'));
    expect(shelvesOf(going)).to.deep.equal([]);

    far.remove();
    part(going, 'more')?.click();

    await until('the shelves', () => namesIn(going).length === 13 && shelvesOf(going).length === 2);
  });

  it('is asked for only when it comes near', async () => {
    store.style.setProperty('margin-bottom', '0');
    const spacer = document.createElement('div');
    spacer.style.setProperty('height', '6000px');
    store.before(spacer);
    const far = await openStore(aStoreWithShelves());
    await until('the shelves', () => shelvesOf(far).length === 2);

    expect(namesIn(far)).to.have.lengthOf(13);
    spacer.remove();
  });

  it('is silent where it can’t be read, and the rest stands', async () => {
    const failing = aStoreWithShelves();
    failing.fail(`categoryID:${DINING}`, 500);
    const bare = await openStore(failing, {'page-size': '3'});
    const shelf = await until('the shelf', () => shelvesOf(bare)[0]);

    shelf.scrollIntoView();

    await until('the failure', () => failing.asked('/products').length > 1 && !part(shelf, 'shelf'));
    expect(namesIn(bare)).to.deep.equal(['Mug', 'Dinner 1', 'Dinner 2']);
  });
});
