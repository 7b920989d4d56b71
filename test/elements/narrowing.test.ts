import {expect} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {RaiSearchEvent} from '../../src/elements/finding-events.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aProductRecord, productRecords} from '../support/record.ts';
import {goOn, inside, namesIn, openStore, saying, showing} from '../support/store.ts';
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const NOW = Date.UTC(2026, 10, 21);

const aSmallStore = () =>
  aGateway({
    products: [
      aProductRecord({_id: idOf(1), name: 'Coffee', price: 30, displayOrder: 1}),
      aProductRecord({_id: idOf(2), name: 'Mug', price: 300, displayOrder: 2}),
      aProductRecord({_id: idOf(3), name: 'Badge', type: 'badge', stocks: 0, price: 10, displayOrder: 3}),
    ],
  });

const finderOf = (store: StoreElement) => inside(store, 'rai-store-finder');

const boxes = (store: StoreElement) =>
  [...finderOf(store).shadowRoot!.querySelectorAll<HTMLLabelElement>('.choice')].map(said);

/** Ticks or unticks a wish, once it is there. */
async function choose(store: StoreElement, wish: string) {
  const label = await until(wish, () =>
    [...finderOf(store).shadowRoot!.querySelectorAll<HTMLLabelElement>('.choice')].find(
      (one) => said(one) === wish,
    ),
  );
  label.click();
}

async function chooseType(store: StoreElement, type: string) {
  const select = await until('the kinds', () => part(finderOf(store), 'type') as HTMLSelectElement | null);
  select.value = type;
  select.dispatchEvent(new Event('change'));
}

const results = (store: StoreElement) => said(within(finderOf(store), '[role=status]'));

describe('a list that a shopper narrows', () => {
  it('leaves out what can’t be redeemed now, says how many are left, and has all again', async () => {
    const store = await openStore(aSmallStore());

    await choose(store, 'Can redeem now');
    await showing(store, 'Coffee', 'Mug');
    await until('the number', () => results(store) === '2 rewards');

    await choose(store, 'Can redeem now');
    await showing(store, 'Coffee', 'Mug', 'Badge');
  });

  it('offers what the balance is enough for only where the page gives one, and follows it', async () => {
    const store = await openStore(aSmallStore());
    await until('the wishes', () => boxes(store).length);
    expect(boxes(store)).to.deep.equal(['Can redeem now']);

    store.balance = 100;
    await choose(store, 'Within my balance');
    await showing(store, 'Coffee', 'Badge');
    store.balance = 20;
    await showing(store, 'Badge');
    store.balance = 1000;
    await showing(store, 'Coffee', 'Mug', 'Badge');
  });

  it('offers the kinds of rewards where there is more than one', async () => {
    const store = await openStore(aSmallStore());

    await chooseType(store, 'badge');
    await showing(store, 'Badge');

    await chooseType(store, '');
    await showing(store, 'Coffee', 'Mug', 'Badge');
    const uniform = await openStore(aGateway());
    await until('the wishes', () => boxes(uniform).length);
    expect(part(finderOf(uniform), 'type')).to.equal(null);
  });

  it('offers nothing that it does not know', async () => {
    const store = await openStore(aSmallStore(), {show: 'image summary'});
    await until('the finder', () => part(finderOf(store), 'search'));

    expect(boxes(store)).to.deep.equal([]);
    expect(part(finderOf(store), 'narrow')).to.equal(null);
  });

  it('leads back from nothing to everything', async () => {
    const store = await openStore(aSmallStore(), {balance: '5'});

    await choose(store, 'Within my balance');
    await saying(store, 'No reward matches. Show all rewards');
    goOn(store);

    await showing(store, 'Coffee', 'Mug', 'Badge');
    expect(said(part(finderOf(store), 'narrow'))).to.not.match(/\d/);
  });

  it('reads on until there is a page’s worth of what is wanted, and by the button for another', async () => {
    // Every tenth can be had.
    const records = productRecords(100).map((record, index) => ({...record, stocks: index % 10 ? 0 : 5}));
    const gateway = aGateway({products: records});
    const store = await openStore(gateway, {'page-size': '5'});
    await choose(store, 'Can redeem now');

    await until('five of them', () => namesIn(store).length === 5);
    await until('the number', () => results(store) === '5 rewards so far');
    expect(gateway.asked('/products')).to.have.lengthOf(9);
    part(store, 'more')!.click();

    await until('ten of them', () => namesIn(store).length === 10);
    expect(gateway.asked('/products').length).to.be.lessThan(21);
  });

  it('stops after some pages where nothing is found, and leaves it to the shopper', async () => {
    const records = productRecords(200).map((record) => ({...record, stocks: 0}));
    const gateway = aGateway({products: records});
    const store = await openStore(gateway, {'page-size': '5'});

    await choose(store, 'Can redeem now');

    await until('the last request', () => gateway.asked('/products').length === 11);
    await saying(store, 'No reward matches. Show all rewards');
    expect(gateway.asked('/products')).to.have.lengthOf(11);
  });

  it('changes by itself when a discount ends', async () => {
    const clock = stopTime(NOW);
    const gateway = aGateway({
      products: [
        aProductRecord({
          name: 'Coffee',
          price: 100,
          discountPrice: 40,
          isDiscountEnabled: true,
          discountEndDate: new Date(NOW + 60_000).toISOString(),
        }),
        aProductRecord({_id: idOf(2), name: 'Mug', price: 10}),
      ],
    });
    const store = await openStore(gateway, {balance: '50'});
    await choose(store, 'Within my balance');
    await showing(store, 'Coffee', 'Mug');

    clock.tick(60_000);

    await showing(store, 'Mug');
  });

  it('stays as it is where the page does not want it', async () => {
    const store = await openStore(aSmallStore());
    const wishes: unknown[] = [];
    store.addEventListener('rai-search', (event: RaiSearchEvent) => {
      wishes.push(event.narrowing);
      event.preventDefault();
    });

    await choose(store, 'Can redeem now');

    expect(wishes).to.deep.equal([{isRedeemable: true, isAffordable: undefined, type: undefined}]);
    await store.updateComplete;
    expect(namesIn(store)).to.deep.equal(['Coffee', 'Mug', 'Badge']);
  });
});
