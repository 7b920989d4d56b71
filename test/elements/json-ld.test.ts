import {expect} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {idOf} from '../support/product.ts';
import {aProductRecord} from '../support/record.ts';
import {openStore, searchFor, showing} from '../support/store.ts';
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const NOW = Date.UTC(2026, 10, 21);

const blocks = (store: StoreElement) => [...store.querySelectorAll('script[type="application/ld+json"]')];

interface Told {
  readonly itemListElement: readonly {
    readonly position: number;
    readonly item: Readonly<Record<string, unknown>> & {readonly offers?: Readonly<Record<string, unknown>>};
  }[];
}

const told = (store: StoreElement) => JSON.parse(blocks(store)[0]?.textContent ?? '{}') as Partial<Told>;
const items = (store: StoreElement) => told(store).itemListElement?.map(({item}) => item) ?? [];

const aSmallStore = () =>
  aGateway({
    products: [
      aProductRecord({
        name: 'Coffee </script><b>',
        price: 100,
        discountPrice: 80,
        isDiscountEnabled: true,
        discountEndDate: new Date(NOW + 60_000).toISOString(),
        displayOrder: 1,
      }),
      aProductRecord({_id: idOf(2), name: 'Mug', stocks: 0, displayOrder: 2}),
      aProductRecord({_id: idOf(3), name: 'Surprise', price: null, displayOrder: 3}),
    ],
  });

describe('what search engines are told', () => {
  it('is nothing unless the page wants it', async () => {
    const store = await openStore(aSmallStore());
    await until('what stands around the cards', () => store.shadowRoot!.querySelector('rai-store-stale'));

    expect(blocks(store)).to.deep.equal([]);
  });

  it('is each product with its offer of now, in words of schema.org', async () => {
    stopTime(NOW);
    const store = await openStore(aSmallStore(), {'json-ld': ''});
    await until('the data', () => items(store).length);

    expect(told(store)).to.include({'@context': 'https://schema.org', '@type': 'ItemList'});
    expect(items(store)).to.deep.equal([
      {
        '@type': 'Product',
        name: 'Coffee </script><b>',
        description: 'Redeem for premium access.',
        offers: {
          '@type': 'Offer',
          price: 80,
          priceCurrency: 'Coins',
          priceValidUntil: new Date(NOW + 60_000).toISOString(),
          availability: 'https://schema.org/InStock',
        },
      },
      {
        '@type': 'Product',
        name: 'Mug',
        description: 'Redeem for premium access.',
        offers: {
          '@type': 'Offer',
          price: 100,
          priceCurrency: 'Coins',
          availability: 'https://schema.org/SoldOut',
        },
      },
      {'@type': 'Product', name: 'Surprise', description: 'Redeem for premium access.'},
    ]);
    expect(blocks(store)[0]!.textContent).to.not.contain('<');
  });

  it('follows the list and the clock, and goes with the store and with the attribute', async () => {
    const clock = stopTime(NOW);
    const store = await openStore(aSmallStore(), {'json-ld': ''});
    await until('the data', () => items(store).length === 3);

    clock.tick(60_000);
    await until('the list price', () => items(store)[0]!.offers!.price === 100);
    searchFor(store, 'mug');
    await showing(store, 'Mug');
    await until('what was found', () => items(store).length === 1);
    expect(blocks(store)).to.have.lengthOf(1);

    store.removeAttribute('json-ld');
    store.requestUpdate();
    await store.updateComplete;
    expect(blocks(store)).to.deep.equal([]);
  });

  it('leaves with the store', async () => {
    const store = await openStore(aSmallStore(), {'json-ld': ''});
    await until('the data', () => blocks(store).length);

    store.remove();

    expect(blocks(store)).to.deep.equal([]);
  });
});
