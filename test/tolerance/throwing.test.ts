import {expect, nextFrame} from '@open-wc/testing';
import type {ReactiveController} from 'lit';
import {MANY} from '../../src/controllers/list-items.ts';
import {ProductCardElement} from '../../src/elements/product-card.ts';
import type {ProductDetailElement} from '../../src/elements/product-detail.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {productRecords} from '../support/record.ts';
import {
  cardsOf,
  chipsOf,
  inside,
  namesIn,
  openStore,
  searchFor,
  showing,
  startStore,
} from '../support/store.ts';
import {uncaught} from '../support/uncaught.ts';
import {until} from '../support/until.ts';

const BAD = idOf(3);
const fault = new Error('planted');

/** A card as the page sees it, whose methods may be replaced. */
type Open = Record<string, (this: ProductCardElement, ...args: unknown[]) => unknown>;
const prototype = ProductCardElement.prototype as unknown as Open;

/** Has the card of one product fail in a method, until the test is over. */
function failIn(method: string, isBad = (card: ProductCardElement) => card.product?.id === BAD) {
  const usual = prototype[method]!;
  const own = Object.getOwnPropertyDescriptor(prototype, method);
  prototype[method] = function (...args) {
    if (isBad(this)) throw fault;
    return usual.apply(this, args);
  };
  undo.push(() => (own ? Object.defineProperty(prototype, method, own) : delete prototype[method]));
}

/** Has one card fail when Lit calls a controller of it. */
function failOn(card: ProductCardElement, callback: keyof ReactiveController) {
  card.addController({
    [callback]: () => {
      throw fault;
    },
  });
}

const undo: (() => unknown)[] = [];

afterEach(() => {
  for (const mend of undo.splice(0)) mend();
});

/** Expects that all of a store is there and works, but for the third card. */
async function expectTheRest(store: StoreElement) {
  await until('the chips', () => chipsOf(store).length);
  const [first, second, , ...others] = cardsOf(store);
  const names = [first!, second!, ...others].map((card) => said(part(card, 'name')));
  expect(names).to.deep.equal(['Reward 1', 'Reward 2', 'Reward 4', 'Reward 5']);
  expect(part(inside(store, 'rai-store-head'), 'title')).to.exist;
  expect(within(inside(store, 'rai-store-finder'), 'input')).to.exist;

  part(cardsOf(store)[3]!, 'name')!.click();
  await until(
    'the detail',
    () =>
      said(within(store, 'rai-product-detail')?.shadowRoot?.querySelector('.title') ?? null) === 'Reward 4',
  );
  within<ProductDetailElement>(store, 'rai-product-detail')!
    .shadowRoot!.querySelector<HTMLElement>('.close')!
    .click();
  await until('no detail', () => !within(store, 'rai-product-detail'));
  searchFor(store, 'reward 5');
  // A card that has failed may have no shadow root, so it cannot be asked for its name.
  await until('the result', () => cardsOf(store).length === 1);
  await showing(store, 'Reward 5');
}

const five = () => aGateway({products: productRecords(5)});

describe('C9: one card that fails', () => {
  const lifecycle: [callback: string, plant: () => void][] = [
    [
      'constructor',
      () => {
        let count = 0;
        failIn('addController', () => (count += 1) === 3);
      },
    ],
    // What a custom element's reactions are is settled when it is defined; this is the first that connecting one calls.
    [
      'connectedCallback',
      () => failIn('createRenderRoot', (card) => card.parentElement === card.closest('li:nth-child(3)')),
    ],
    ['shouldUpdate', () => failIn('shouldUpdate')],
    ['willUpdate', () => failIn('willUpdate')],
    ['update', () => failIn('update')],
    ['render', () => failIn('render')],
    ['firstUpdated', () => failIn('firstUpdated')],
    ['updated', () => failIn('updated')],
  ];
  for (const [callback, plant] of lifecycle) {
    it(`leaves the rest of its store in its ${callback}, and nothing else of ours throws`, async () => {
      const told = uncaught();
      plant();

      const store = await openStore(five());
      await expectTheRest(store);

      expect(told.length).to.be.greaterThan(0);
      expect(new Set(told)).to.have.keys([fault]);
    });
  }

  for (const callback of ['hostUpdate', 'hostUpdated', 'hostDisconnected'] as const) {
    it(`leaves the rest of its store in ${callback} of a controller`, async () => {
      const told = uncaught();
      const store = await openStore(five());
      const [, , card] = cardsOf(store);
      failOn(card!, callback);
      card!.requestUpdate();
      if (callback === 'hostDisconnected') card!.parentElement!.append(card!);
      await nextFrame();

      await expectTheRest(store);

      expect(new Set(told)).to.have.keys([fault]);
    });
  }

  it('says only what it is where its words fail, and works again with its next product', async () => {
    const told = uncaught();
    const store = await startStore(five());
    const card = await until('the third card', () => cardsOf(store)[2]);
    const usual = card.scene!.text;
    const text = {
      ...usual,
      product: () => {
        throw fault;
      },
    };
    card.scene = {...card.scene!, text};
    await card.updateComplete;

    expect(card.shadowRoot!.textContent.trim()).to.equal('Reward 3');
    expect(getComputedStyle(card.shadowRoot!.querySelector('p')!).borderTopStyle).to.equal('solid');
    expect(new Set(told)).to.have.keys([fault]);
    card.scene = {...card.scene, text: usual};
    await card.updateComplete;
    expect(said(part(card, 'name'))).to.equal('Reward 3');
  });

  it('leaves a long list that is drawn in part', async () => {
    const told = uncaught();
    failIn('render');
    const gateway = aGateway({products: productRecords(3 * MANY)});
    gateway.instead('limit=100', async (_usual, url) => {
      const data = gateway.products.map(({_id, name}) => ({_id, name}));
      const skip = Number(url.searchParams.get('skip'));
      const envelope = {meta: {total: data.length}, data: skip ? data.slice(skip) : data.slice(0, 100)};
      return Response.json(envelope);
    });
    const store = await openStore(gateway, {'page-size': '100'});

    part(store, 'more')!.click();
    await until('all of them', () => !part(store, 'more'));
    await until('a part of the list', () => part(store, 'grid')!.style.paddingBlock !== '');
    document.scrollingElement!.scrollTo(0, 1e6);
    await until('the last one', () => namesIn(store).at(-1) === `Reward ${3 * MANY}`);

    expect(cardsOf(store).length).to.be.lessThan(MANY);
    expect(new Set(told)).to.have.keys([fault]);
  });
});

describe('C9: a page whose code fails', () => {
  const events: [type: string, act: (store: StoreElement) => unknown][] = [
    ['rai-ready', () => undefined],
    ['rai-category-change', (store) => chipsOf(store)[1]!.click()],
    ['rai-search', (store) => searchFor(store, 'reward')],
    ['rai-product-choose', (store) => part(cardsOf(store)[0]!, 'name')!.click()],
    ['rai-product-view', (store) => (store.product = idOf(1))],
    ['rai-redeem', redeem],
    ['rai-error', (store) => searchFor(store, 'fail')],
  ];
  for (const [type, act] of events) {
    it(`leaves the store in a listener for ${type}`, async () => {
      const told = uncaught();
      let heard = 0;
      const listener = () => {
        heard += 1;
        throw fault;
      };
      for (const target of [document, window]) target.addEventListener(type, listener);
      undo.push(() => [document, window].forEach((target) => target.removeEventListener(type, listener)));
      const gateway = five();
      gateway.fail('keyword:fail', 500);
      const store = await openStore(gateway);
      store.addEventListener(type, listener);
      await until('the chips', () => chipsOf(store).length);

      await act(store);
      await until('the event', () => heard >= 2);
      await nextFrame();
      store.product = undefined;
      searchFor(store, 'reward 2');
      await showing(store, 'Reward 2');

      expect(told).to.deep.equal(new Array(heard).fill(fault));
    });
  }

  it('leaves the store where its answer to rai-redeem fails, and the shopper is told', async () => {
    const told = uncaught();
    const store = await openStore(five());
    store.addEventListener('rai-redeem', (event) => event.respondWith(Promise.reject(fault)));

    await redeem(store);

    await until('the answer', () => titleOf(store)?.startsWith('That didn’t work'));
    expect(told).to.deep.equal([]);
  });

  it('leaves the store where its way to draw cards fails, at once and later', async () => {
    const told = uncaught();
    const store = await startStore(five());
    store.cards = () => {
      throw fault;
    };
    await showing(store, ...[1, 2, 3, 4, 5].map((at) => `Reward ${at}`));
    await expectTheRest(store);
    store.cards = () => {
      throw fault;
    };
    searchFor(store, 'reward 4');
    await showing(store, 'Reward 4');

    expect(new Set(told)).to.have.keys([fault]);
  });

  it('is heard of by these tests', async () => {
    const told = uncaught();

    queueMicrotask(() => {
      throw fault;
    });
    void Promise.reject(fault);
    await until('both', () => told.length === 2);

    expect(told).to.deep.equal([fault, fault]);
  });
});

const redeemIn = (store: StoreElement) =>
  within(store, 'rai-product-detail')?.shadowRoot?.querySelector('rai-store-redeem') ?? undefined;

const titleOf = (store: StoreElement) => {
  const way = redeemIn(store);
  return way ? said(within(way, '.title')) : undefined;
};

async function redeem(store: StoreElement) {
  store.product = idOf(1);
  const way = await until('the way to redeem', () => {
    const detail = within(store, 'rai-product-detail');
    return detail?.shadowRoot?.querySelector<HTMLElement>('[part=redeem]:not(:disabled)');
  });
  way.click();
  const confirm = await until('the question', () => {
    const steps = redeemIn(store);
    return steps && part(steps, 'confirm');
  });
  confirm.click();
}
