import {expect} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {goOn, inside, openStore, searchFor, showing, startStore} from '../support/store.ts';
import {until} from '../support/until.ts';

describe('what a page has of its own in a store', () => {
  const own = (store: StoreElement, slot: string, words: string) => {
    const element = document.createElement('p');
    element.slot = slot;
    element.textContent = words;
    store.append(element);
    return element;
  };
  const isSeen = (element: Element) => element.getClientRects().length > 0;
  const sentence = (store: StoreElement) =>
    inside(store, 'rai-store-notice').shadowRoot!.querySelector('[part=notice] p')!;

  it('is its style of every part, also of those that other elements draw', async () => {
    const sheet = new CSSStyleSheet();
    const parts = ['root', 'title', 'category', 'search', 'sort', 'card', 'name', 'action'];
    sheet.replaceSync(parts.map((part) => `rai-store::part(${part}) {outline: 7px solid red}`).join('\n'));
    document.adoptedStyleSheets.push(sheet);
    const store = await openStore(aGateway());
    const holders = () =>
      [store, ...store.shadowRoot!.querySelectorAll('rai-store-head, rai-category-nav, rai-store-finder')]
        .concat(store.shadowRoot!.querySelector('rai-product-card') ?? [])
        .flatMap(({shadowRoot}) => shadowRoot ?? []);

    for (const part of parts) {
      await until(part, () =>
        holders().some((holder) => {
          const element = holder.querySelector(`[part~=${part}]`);
          return element && getComputedStyle(element).outlineWidth === '7px';
        }),
      );
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  it('is a token for the letters of names, the shape of pictures and the corners of fields', async () => {
    const store = await openStore(aGateway());
    store.style.cssText =
      '--rai-title-font-family: monospace; --rai-card-ratio: 1 / 1; --rai-field-radius: 3px';
    const card = inside(store, 'rai-product-card').shadowRoot!;
    await until('the search field', () =>
      inside(store, 'rai-store-finder')?.shadowRoot?.querySelector('.field'),
    );
    const field = inside(store, 'rai-store-finder').shadowRoot!.querySelector('.field')!;

    expect(getComputedStyle(card.querySelector('[part=name]')!).fontFamily).to.equal('monospace');
    const {width, height} = card.querySelector('.picture')!.getBoundingClientRect();
    expect(height).to.be.closeTo(width, 1);
    expect(getComputedStyle(field).borderRadius).to.equal('3px');
  });

  it('is what it says where nothing is found, with the way back below it', async () => {
    const store = await openStore(aGateway());
    const words = own(store, 'empty', 'Nothing here: try a walk.');
    const failed = own(store, 'error', 'Not now.');

    searchFor(store, 'no such thing');
    await until('the page’s words', () => isSeen(words));

    expect(isSeen(sentence(store))).to.equal(false);
    expect(isSeen(failed)).to.equal(false);
    goOn(store);
    await until('the products', () => store.shadowRoot!.querySelector('[part=grid]'));
    expect(isSeen(words)).to.equal(false);
  });

  it('is what it says where products can’t be shown, as an alert, with the way to try again below it', async () => {
    const gateway = aGateway();
    const mend = gateway.fail('/storefront', 500);
    const store = await startStore(gateway);
    const words = own(store, 'error', 'Our shelves are being stocked.');

    await until('the page’s words', () => isSeen(words));
    expect(isSeen(sentence(store))).to.equal(false);
    expect(words.assignedSlot!.role).to.equal('alert');
    await expect(store).to.be.accessible();
    mend();
    goOn(store);
    await showing(store, 'Reward 1', 'Reward 2', 'Reward 3');

    expect(isSeen(words)).to.equal(false);
  }).timeout(10_000);

  it('is nothing where it has said nothing', async () => {
    const gateway = aGateway();
    gateway.fail('/storefront', 500);
    const store = await startStore(gateway);

    await until('the store’s own words', () => inside(store, 'rai-store-notice') && isSeen(sentence(store)));
  });
});
