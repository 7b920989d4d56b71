import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {categoriesOf} from '../../src/api/surroundings.ts';
import '../../src/define/all.ts';
import type {CategoryNavElement} from '../../src/elements/category-nav.ts';
import {late} from '../../src/elements/late.ts';
import type {ProductCardElement} from '../../src/elements/product-card.ts';
import {aGateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {productRecords} from '../support/record.ts';
import {openStore} from '../support/store.ts';
import {passTime, stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const cardAt = (gateway: string, id = idOf(1)) =>
  fixture<ProductCardElement>(
    html`<rai-product-card lang="en" gateway=${gateway} product-id=${id}></rai-product-card>`,
  );

const name = (card: ProductCardElement) => said(part(card, 'name'));
const notice = (card: ProductCardElement) =>
  within(card, 'rai-store-notice')?.shadowRoot!.querySelector<HTMLElement>('[part="notice"]') ?? null;

describe('<rai-product-card> that stands alone', () => {
  it('reads its product and its store by itself, in the page’s language', async () => {
    const gateway = aGateway({products: productRecords(2, {translations: {th: {name: 'รางวัล'}}})});
    const card = await cardAt(gateway.url, idOf(2));

    await until('the product', () => name(card) === 'Reward 2');
    expect(said(part(card, 'price'))).to.equal('Price: 100 Coins');
    expect(gateway.asked(`/products/${idOf(2)}`)).to.have.lengthOf(1);
    await expect(card).to.be.accessible();

    card.lang = 'th';
    await until('the product in Thai', () => name(card) === 'รางวัล');

    expect(said(part(card, 'action'))).to.equal('แลก');
  }).timeout(10_000);

  it('shares what it asks for with the cards beside it', async () => {
    const gateway = aGateway();
    const answer = [gateway.hold('/storefront'), gateway.hold(`/products/${idOf(2)}`)];
    const page = await fixture(html`
      <div lang="en">
        ${[1, 2, 2].map(
          (number) =>
            html`<rai-product-card gateway=${gateway.url} product-id=${idOf(number)}></rai-product-card>`,
        )}
      </div>
    `);
    const cards = [...page.querySelectorAll('rai-product-card')];

    await until('the store’s request', () => gateway.asked('/storefront')[0]);
    await nextFrame();
    answer[0]!();
    await until('the product’s request', () => gateway.asked(`/products/${idOf(2)}`)[0]);
    await nextFrame();
    answer[1]!();

    await until('the products', () => cards.map(name).join() === 'Reward 1,Reward 2,Reward 2');
    expect(gateway.asked('/storefront')).to.have.lengthOf(1);
    expect(gateway.asked(`/products/${idOf(2)}`)).to.have.lengthOf(1);
  });

  it('goes on where a card that asked for the same leaves', async () => {
    const gateway = aGateway();
    const release = gateway.hold(`/products/${idOf(1)}`);
    const first = await cardAt(gateway.url);
    const second = await cardAt(gateway.url);
    await until('the request', () => gateway.asked(`/products/${idOf(1)}`)[0]);

    first.remove();
    release();

    await until('the product', () => name(second) === 'Reward 1');
    expect(gateway.asked(`/products/${idOf(1)}`)).to.have.lengthOf(1);
  });

  it('shows what the page has put into it where what it needs does not come, and the product once that does', async () => {
    const gateway = aGateway();
    const {controls} = late;
    stopTime(Date.now());
    late.controls = () => Promise.reject(new Error('No such file'));
    try {
      const card = await fixture<ProductCardElement>(
        html`<rai-product-card lang="en" gateway=${gateway.url} product-id=${idOf(1)}
          ><a href="/rewards">Our rewards</a></rai-product-card
        >`,
      );
      const link = card.querySelector('a')!;
      await until('the link', () => link.checkVisibility());

      late.controls = controls;
      await passTime(8_000);

      await until('the product', () => name(card) === 'Reward 1');
      expect(link.checkVisibility()).to.equal(false);
    } finally {
      late.controls = controls;
    }
  });

  it('has the shape of a card until then', async () => {
    const gateway = aGateway();
    const release = gateway.hold(`/products/${idOf(1)}`);
    const card = await cardAt(gateway.url);
    await until('the request', () => gateway.asked(`/products/${idOf(1)}`)[0]);

    expect(card.getBoundingClientRect().height).to.be.greaterThan(100);
    expect(part(card, 'name')).to.not.exist;
    release();

    await until('the product', () => name(card) === 'Reward 1');
  });

  it('shows another product when the page names another one', async () => {
    const gateway = aGateway();
    const card = await cardAt(gateway.url);
    await until('the product', () => name(card) === 'Reward 1');

    card.setAttribute('product-id', idOf(2));

    await until('the other product', () => name(card) === 'Reward 2');
  });

  it('says that a product is gone, and offers no way on', async () => {
    const card = await cardAt(aGateway().url, idOf(99));

    await until('the notice', () => said(notice(card)) === 'This reward is no longer there.');
    await expect(card).to.be.accessible();
  }).timeout(10_000);

  it('says that its product cannot be read, and reads it when it is tried again', async () => {
    const gateway = aGateway();
    const mend = gateway.fail(`/products/${idOf(1)}`, 503);
    const card = await cardAt(gateway.url);
    await until('the notice', () => said(notice(card)) === 'The store isn’t available right now. Try again');
    mend();

    notice(card)!.querySelector('button')!.click();

    await until('the product', () => name(card) === 'Reward 1');
    expect(notice(card)).to.equal(null);
  });

  it('shows its product where nothing but that can be read', async () => {
    const gateway = aGateway();
    gateway.fail('/storefront', 500);
    const card = await cardAt(gateway.url);

    await until('the product', () => name(card) === 'Reward 1');
    expect(said(part(card, 'price'))).to.equal('Price: 100');
  });

  it('shows nothing where it has no product to read', async () => {
    const gateway = aGateway();
    const card = await fixture<ProductCardElement>(
      html`<rai-product-card lang="en" gateway=${gateway.url}></rai-product-card>`,
    );
    await nextFrame();

    expect(card.shadowRoot!.childElementCount).to.equal(0);
  });

  it('shows a product that the page gives it, with the words of its gateway', async () => {
    const gateway = aGateway();
    const product = {id: idOf(7), name: 'Of the page', price: 5, showsStock: false};
    const card = await fixture<ProductCardElement>(
      html`<rai-product-card lang="en" gateway=${gateway.url} .product=${product}></rai-product-card>`,
    );

    await until('the product', () => name(card) === 'Of the page');
    expect(said(part(card, 'price'))).to.equal('Price: 5 Coins');
  });
});

describe('an element that the page lays out within a store', () => {
  it('speaks and reads with that store, across shadow roots', async () => {
    const gateway = aGateway();
    const store = await openStore(gateway);
    const around = document.createElement('section');
    store.append(around);
    const card = document.createElement('rai-product-card');
    card.productId = idOf(3);
    around.attachShadow({mode: 'open'}).append(card);

    await until('the product', () => name(card) === 'Reward 3');
    expect(said(part(card, 'price'))).to.equal('Price: 100 Coins');
    expect(gateway.requests.map(({pathname}) => pathname)).to.deep.equal([
      '/v1/storefront',
      `/v1/products/${idOf(3)}`,
    ]);
  });

  it('follows what its store does, and its language', async () => {
    const store = await openStore(aGateway());
    const nav = document.createElement('rai-category-nav');
    store.append(nav);
    const chips = () => [...nav.shadowRoot!.querySelectorAll('[part~="category"]')].map(said);
    await until('the categories', () => chips().join() === 'All 3,Vouchers 3');

    store.category = idOf(0xa1);
    await until(
      'the choice',
      () => said(nav.shadowRoot!.querySelector('[aria-pressed="true"]')) === 'Vouchers 3',
    );
    store.lang = 'th';

    await until('the words', () => chips()[0]?.startsWith('ทั้งหมด'));
  });

  it('belongs to the store that it is in now', async () => {
    const gateway = aGateway({url: 'https://gateway.test/one', products: productRecords(1, {name: 'First'})});
    const first = await openStore(gateway);
    const nav = document.createElement('rai-category-nav');
    first.append(nav);
    await until('the categories', () => nav.scene);
    const other = aGateway({
      url: 'https://gateway.test/two',
      products: productRecords(2, {name: 'Second'}),
      categories: [{_id: idOf(0xb1), name: 'Causes'}],
    });
    const second = await openStore(other);

    second.append(nav);

    const category = () => nav.scene && categoriesOf(nav.scene)[0]?.name;
    await until('the other categories', () => category() === 'Causes');
    first.category = idOf(0xa1);
    await first.updateComplete;
    expect(category()).to.equal('Causes');
  });
});

describe('<rai-category-nav> that stands alone', () => {
  it('reads the categories of its gateway, and tells the page which one is wanted', async () => {
    const gateway = aGateway();
    const nav = await fixture<CategoryNavElement>(
      html`<rai-category-nav lang="en" gateway=${gateway.url}></rai-category-nav>`,
    );
    const chips = await until('the categories', () => {
      const found = [...nav.shadowRoot!.querySelectorAll<HTMLElement>('[part~="category"]')];
      return found.length === 2 ? found : undefined;
    });
    const wanted: unknown[] = [];
    document.addEventListener('rai-category-change', ({category}) => wanted.push(category), {once: true});

    chips[1]!.click();

    expect(wanted).to.deep.equal([idOf(0xa1)]);
    await expect(nav).to.be.accessible();
  }).timeout(10_000);
});

describe('<rai-category-nav> that is for a store elsewhere on the page', () => {
  async function navFor(id: string) {
    const nav = document.createElement('rai-category-nav');
    nav.setAttribute('for', id);
    const place = await fixture(html`<div></div>`);
    place.append(nav);
    return nav;
  }

  const chipsOf = (nav: CategoryNavElement) => [
    ...nav.shadowRoot!.querySelectorAll<HTMLElement>('[part~="category"]'),
  ];
  const chosen = (nav: CategoryNavElement) =>
    said(nav.shadowRoot!.querySelector('[aria-pressed="true"] bdi'));

  it('waits for that store, shows what it shows, and chooses for it', async () => {
    const nav = await navFor('rewards:1');
    const store = await openStore(aGateway(), {id: 'rewards:1'});
    await until('the categories', () => chipsOf(nav).length === 2);

    chipsOf(nav)[1]!.click();

    await until('the choice', () => chosen(nav) === 'Vouchers');
    expect(store.category).to.equal(idOf(0xa1));
  });

  it('chooses nothing where the page cancels it, nor for another store', async () => {
    const other = await openStore(aGateway({url: 'https://gateway.test/other'}), {id: 'other'});
    const store = await openStore(aGateway(), {id: 'rewards'});
    const nav = await navFor('rewards');
    await until('the categories', () => chipsOf(nav).length === 2);
    nav.addEventListener('rai-category-change', (event) => event.preventDefault(), {once: true});

    chipsOf(nav)[1]!.click();
    await nextFrame();
    expect(store.category).to.equal(undefined);
    chipsOf(nav)[1]!.click();
    await until('the choice', () => store.category);

    expect(other.category).to.equal(undefined);
  });
});
