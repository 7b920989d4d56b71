import {expect} from '@open-wc/testing';
import {aGateway} from '../support/gateway.ts';
import {focused, part} from '../support/look.ts';
import {bound, copiesOf, naming, openOwn, placesIn, putInto, saying} from '../support/own-cards.ts';
import {idOf} from '../support/product.ts';
import {aProductRecord, productRecords} from '../support/record.ts';
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const NOON = Date.UTC(2026, 3, 28, 12);

/** A product at a discount that ends half a minute after noon. */
const onSale = () =>
  aProductRecord({isDiscountEnabled: true, discountEndDate: new Date(NOON + 30_000).toISOString()});

describe('a page’s own cards as time goes on', () => {
  it('ends a discount by itself', async () => {
    const time = stopTime(NOON);
    const store = await openOwn(aGateway({products: [onSale()]}));
    expect(saying(store, 'price')).to.deep.equal(['Price: 90 Coins']);

    time.tick(30_000);
    await placesIn(store.shadowRoot!)[0]!.updateComplete;

    expect(saying(store, 'price')).to.deep.equal(['Price: 100 Coins']);
    expect(bound(copiesOf(store)[0], 'was').hidden).to.equal(true);
  });

  it('tells what has become of a product since it was read', async () => {
    const gateway = aGateway({products: [aProductRecord()]});
    const store = await openOwn(gateway);
    await until('what looks after the list', () => part(store, 'grid')!.firstElementChild!.ariaPosInSet);
    const [copy] = copiesOf(store);

    gateway.products = [aProductRecord({stocks: 0})];
    dispatchEvent(new CustomEvent('online'));

    await until('the news', () => saying(store, 'choose')[0] === 'Sold out');
    expect(copiesOf(store)).to.deep.equal([copy]);
    expect(bound(copy, 'stock').dataset.state).to.equal('sold-out');
  });

  it('follows the language', async () => {
    const store = await openOwn(aGateway());

    store.lang = 'de';

    await until('German', () => saying(store, 'choose')[0] === 'Einlösen');
    expect(putInto(store)).to.have.lengthOf(3);
  });

  it('follows the category, the search and further pages, with the focus on the first new card', async () => {
    const products = [
      ...productRecords(3, {categoryID: idOf(0xa2)}),
      aProductRecord({_id: idOf(9), name: 'Mug'}),
    ];
    const store = await openOwn(aGateway({products}), undefined, {'page-size': '3'});
    await until('the way to more', () => part(store, 'more')?.ariaBusy === 'false');
    part(store, 'more')!.focus();
    part(store, 'more')!.click();
    await until('the last card', () => copiesOf(store).length === 4);
    await until('the focus', () => focused() === bound(copiesOf(store)[3], 'choose'));

    store.category = idOf(0xa1);
    await naming(store, 'Mug');

    expect(putInto(store)).to.deep.equal(copiesOf(store));
  });

  it('draws of a long list what is near, and leaves nothing of the rest', async () => {
    const store = await openOwn(aGateway({products: productRecords(300)}), undefined, {'page-size': '100'});
    for (const count of [200, 300]) {
      const more = await until('the way to more', () => part(store, 'more'));
      await until('that it is free', () => more.ariaBusy !== 'true');
      more.click();
      await until(
        `${count} products`,
        () =>
          placesIn(store.shadowRoot!).some(
            ({parentElement}) => Number(parentElement!.ariaPosInSet) > count - 100,
          ) || part(store, 'grid')!.style.paddingBlock !== '',
      );
    }
    await until('few of them', () => copiesOf(store).length < 120);
    for (const copy of copiesOf(store)) copy.firstElementChild!.classList.add('favourite');
    scrollTo(0, document.documentElement.scrollHeight);

    await until('the last one', () => saying(store, 'name').includes('Reward 300'));
    await until('nothing else', () => putInto(store).length === copiesOf(store).length);
    // What a page's script has done to one product's card is not to be seen on another's.
    expect(copiesOf(store).filter((copy) => copy.querySelector('.favourite'))).to.deep.equal([]);
    scrollTo(0, 0);
  });
});
