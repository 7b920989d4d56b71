import {expect, nextFrame} from '@open-wc/testing';
import {late} from '../../src/elements/late.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {
  aTemplate,
  bound,
  copiesOf,
  naming,
  openOwn,
  placesIn,
  putInto,
  startOwn,
} from '../support/own-cards.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord, productRecords} from '../support/record.ts';
import {cardsOf, openStore} from '../support/store.ts';
import {until} from '../support/until.ts';

const CARD =
  '<article><b data-rai="name"></b><i data-rai="price"></i><button data-rai="choose"></button></article>';
const OTHER = '<section><i data-rai="name"></i><button data-rai="choose"></button></section>';

/** What the cards are made of, by the tag of each. */
const tagsIn = (store: StoreElement) => copiesOf(store).map((copy) => copy.firstElementChild?.localName);

const drawnBy = (store: StoreElement, tag: string) =>
  until(`cards by <${tag}>`, () => tagsIn(store).join() === [tag, tag, tag].join());

describe('a page that changes what it has put into its store', () => {
  it('has its cards drawn by a template that comes later, by another one, and by none again', async () => {
    const store = await openStore(aGateway());
    const [first, second] = [aTemplate(CARD), aTemplate(OTHER)];

    store.append(first);
    await drawnBy(store, 'article');
    first.replaceWith(second);
    await drawnBy(store, 'section');
    second.remove();

    await until('the store’s own cards', () => cardsOf(store).length === 3);
    expect(store.childNodes).to.have.lengthOf(0);
  });

  it('has them drawn anew when it writes something else into the template', async () => {
    const template = aTemplate(CARD);
    const store = await openOwn(aGateway(), [template]);

    template.content
      .querySelector('b')!
      .replaceWith(Object.assign(document.createElement('u'), {textContent: 'New'}));

    await until('the news', () => said(copiesOf(store)[2]!.querySelector('u')) === 'New');
  });

  it('may be made by a framework, which puts what a template holds into the element itself', async () => {
    const template = document.createElement('template');
    template.slot = 'card';
    template.append(...aTemplate(CARD).content.childNodes);
    const store = await openOwn(aGateway(), [template]);

    await drawnBy(store, 'article');
    await naming(store, 'Reward 1', 'Reward 2', 'Reward 3');
  });

  it('keeps its own children as they are, and gets back cards that it has taken away by mistake', async () => {
    const own = document.createElement('a');
    const template = aTemplate(CARD);
    const store = await openOwn(aGateway(), [own, template]);
    expect([...store.children].slice(0, 2)).to.deep.equal([own, template]);

    store.replaceChildren(own, template);

    await until('the cards', () => putInto(store).length === 3);
    expect([...store.children].slice(0, 2)).to.deep.equal([own, template]);
  });

  it('finds nothing of the store’s left when it takes it away, and all of it when it puts it elsewhere', async () => {
    const template = aTemplate(CARD);
    const store = await openOwn(aGateway(), [template]);
    const place = store.parentElement!;

    store.remove();
    expect([...store.childNodes]).to.deep.equal([template]);

    place.append(store);
    await until('the cards', () => putInto(store).length === 3);
    await naming(store, 'Reward 1', 'Reward 2', 'Reward 3');
  });

  it('may copy it, or keep its HTML and open that later, without cards of the dead', async () => {
    const store = await openOwn(aGateway(), [aTemplate(CARD)]);
    const copy = store.cloneNode(true) as StoreElement;
    expect(putInto(copy)).to.have.lengthOf(3);
    const before = putInto(copy);

    store.replaceWith(copy);
    await until('its own cards', () => copiesOf(copy).length === 3);

    expect(putInto(copy)).to.deep.equal(copiesOf(copy));
    expect(before.some((dead) => dead.isConnected)).to.equal(false);
  });

  it('has a product’s copy made anew for another product, without what the page has done to it', async () => {
    const gateway = aGateway({products: productRecords(2)});
    const store = await openOwn(gateway, [aTemplate(CARD)]);
    const [first] = copiesOf(store);
    first!.firstElementChild!.classList.add('favourite');

    store.search = 'Reward 2';
    await naming(store, 'Reward 2');

    expect(copiesOf(store)[0]!.firstElementChild!.className).to.equal('');
  });
});

describe('a store while what draws the page’s own cards is on its way', () => {
  const {controls} = late;
  afterEach(() => (late.controls = controls));

  it('shows skeletons, and never its own cards', async () => {
    let release!: () => void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    late.controls = async () => gate.then(controls);
    const store = await startOwn(aGateway(), [aTemplate(CARD)]);
    let isReady = false;
    void store.ready.then(() => (isReady = true));
    const seen = new Set<string>();
    const look = () => {
      if (within(store, '.skeleton')) seen.add('skeletons');
      if (cardsOf(store).length) seen.add('standard cards');
    };
    for (let frame = 0; frame < 10; frame += 1) {
      await nextFrame();
      look();
    }
    expect(isReady).to.equal(false);

    release();
    await until('the cards', () => {
      look();
      return copiesOf(store).length === 3;
    });

    expect([...seen]).to.deep.equal(['skeletons']);
    await store.ready;
  });

  it('draws its own where that does not come', async () => {
    late.controls = async () => Promise.reject(new TypeError('Failed to fetch'));
    const store = await startOwn(aGateway(), [aTemplate(CARD)]);

    await until('the store’s own cards', () => cardsOf(store).length === 3);
    expect(store.children).to.have.lengthOf(1);
  });

  it('waits for nothing where there is no template', async () => {
    late.controls = async () => new Promise(() => {});
    const store = await openStore(aGateway());

    expect(cardsOf(store)).to.have.lengthOf(3);
  });
});

describe('the shelves of a store with the page’s own cards', () => {
  it('have them too, and leave nothing when they go', async () => {
    const gateway = aGateway({
      products: [
        aProductRecord({name: 'Coffee'}),
        ...productRecords(7).map((record, index) => ({...record, _id: idOf(index + 2)})),
      ],
      categories: [aCategoryRecord({viewType: 'preview'})],
    });
    const store = await openOwn(gateway, [aTemplate(CARD)]);
    const shelf = await until('the shelf', () => store.shadowRoot!.querySelector('rai-store-shelf'));
    const copy = await until('its card', () => placesIn(shelf.shadowRoot!)[0]?.copy);

    await until('its name', () => said(bound(copy, 'name')) === 'Coffee');
    expect(copy.firstElementChild!.getBoundingClientRect().height).to.be.above(0);
    await until('the others', () => placesIn(shelf.shadowRoot!).every((place) => place.copy));
    // What is only read aloud is held by the row, as far as that scrolls.
    const {scrollWidth, clientWidth} = document.documentElement;
    expect(scrollWidth).to.equal(clientWidth);
    store.search = 'Coffee';
    await until('no shelf', () => !store.shadowRoot!.querySelector('rai-store-shelf'));

    await until('its card alone', () => putInto(store).length === 1);
    expect(part(store, 'grid')!.children).to.have.lengthOf(1);
  });
});
