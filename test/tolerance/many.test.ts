import {expect, nextFrame} from '@open-wc/testing';
import {ProductCardElement} from '../../src/elements/product-card.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {Gateway, open} from '../support/gateway.ts';
import {part, said} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, type Translated} from '../support/record.ts';
import {nodesIn} from '../support/screen.ts';
import {cardsOf, chipsOf, inside, namesIn, openStore, searchFor} from '../support/store.ts';
import {until} from '../support/until.ts';

const CATEGORIES = 5_000;
const PRODUCTS = 50_000;

/** Nodes of any kind, those in shadow trees included. */
const MOST_NODES = 3_000;

/** The nodes of a store, but for the white space between tags, which the build takes out. */
const count = (store: StoreElement) =>
  [...nodesIn(store)].filter(({nodeName, nodeValue}) => nodeName !== '#text' || nodeValue!.trim()).length;

/** Counts how often cards are rendered until the function that comes back is called. */
function renders(): () => number {
  const prototype = ProductCardElement.prototype as unknown as {render: () => unknown};
  const {render} = prototype;
  let times = 0;
  prototype.render = function () {
    times += 1;
    return render.call(this);
  };
  return () => {
    prototype.render = render;
    return times;
  };
}

describe(`C8: ${PRODUCTS.toLocaleString('en')} products in ${CATEGORIES.toLocaleString('en')} categories`, () => {
  let products: readonly Translated[];
  let categories: readonly Translated[];
  let store: StoreElement;

  before(() => {
    categories = Array.from({length: CATEGORIES}, (_, index) =>
      aCategoryRecord({_id: idOf(0xa0000 + index), name: `Shelf ${index + 1}`}),
    );
    products = Array.from({length: PRODUCTS}, (_, index) => ({
      _id: idOf(index + 1),
      name: `Reward ${index + 1}`,
      price: index,
      displayOrder: index,
      categoryID: idOf(0xa0000 + (index % CATEGORIES)),
    }));
  });

  beforeEach(async function () {
    this.timeout(60_000);
    const gateway = new Gateway({products, categories});
    open(gateway);
    // All categories at once, and all of the further products: what is on the way is not what is measured here.
    const page = (data: readonly Translated[]) => ({meta: {total: PRODUCTS}, data});
    const first = {store: page([]), categories: page(categories), products: page(products.slice(0, 100))};
    gateway.instead('/storefront', () => Response.json({data: first}));
    gateway.instead('skip=100', () => Response.json(page(products.slice(100))));
    store = await openStore(gateway, {'page-size': '100', scroll: ''});
    part(store, 'more')!.click();
    await until('all of them', () => !part(store, 'more'));
    await until('a part of the list', () => part(store, 'grid')!.style.paddingBlock !== '');
    await until('the chips', () => chipsOf(store).length);
  });

  it('are a bounded number of nodes, wherever the shopper is among them', async () => {
    const counts = [count(store)];
    const page = document.scrollingElement!;
    for (const top of [5_000, page.scrollHeight / 2, page.scrollHeight, 0]) {
      page.scrollTop = top;
      await nextFrame();
      await nextFrame();
      counts.push(count(store));
    }
    expect(Math.max(...counts)).to.be.at.most(MOST_NODES);
    expect(namesIn(store)[0]).to.equal('Reward 1');

    page.scrollTop = page.scrollHeight;
    await until('the last one', () => namesIn(store).at(-1) === `Reward ${PRODUCTS}`);
  }).timeout(60_000);

  it('are all within reach of the arrow keys and of the list’s end', async () => {
    const nav = inside(store, 'rai-category-nav');
    chipsOf(store)[0]!.focus();

    const press = (key: string) =>
      nav.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    press('End');
    await until('the last chip', () => said(nav.shadowRoot!.activeElement) === `Shelf ${CATEGORIES}`);

    expect(count(store)).to.be.at.most(MOST_NODES);
  }).timeout(60_000);

  it('are drawn anew only as far as they are shown when a category is chosen or something is searched for', async () => {
    const shown = cardsOf(store).length;
    const chosen = renders();
    chipsOf(store)[1]!.click();
    await until('its first product', () => namesIn(store)[1] === `Reward ${CATEGORIES + 1}`);
    expect(chosen()).to.be.at.most(shown + 2 * cardsOf(store).length);
    expect(cardsOf(store)).to.have.lengthOf(PRODUCTS / CATEGORIES);

    const searched = renders();
    searchFor(store, 'reward 10001');
    await until('the result', () => namesIn(store).join() === 'Reward 10001');
    expect(searched()).to.be.at.most(3 * (PRODUCTS / CATEGORIES));
  }).timeout(60_000);

  it('would be seen to be too many nodes if only a few hundred more were drawn', async () => {
    const {product, scene} = cardsOf(store)[0]!;
    for (let more = 0; more < 300; more += 1) {
      const card = document.createElement('rai-product-card');
      part(store, 'grid')!.append(Object.assign(card, {product, scene}));
    }
    await nextFrame();

    expect(count(store)).to.be.greaterThan(MOST_NODES);
  }).timeout(60_000);
});
