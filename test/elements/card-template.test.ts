import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {focused, part, said, seen} from '../support/look.ts';
import {aTemplate, bound, copiesOf, openOwn, saying, startOwn, WHOLE_CARD} from '../support/own-cards.ts';
import {idOf} from '../support/product.ts';
import {aProductRecord} from '../support/record.ts';
import {cardsOf, inside} from '../support/store.ts';
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const NOON = Date.UTC(2026, 3, 28, 12);

/** A product at a discount that ends half a minute after noon. */
const onSale = () =>
  aProductRecord({isDiscountEnabled: true, discountEndDate: new Date(NOON + 30_000).toISOString()});

/** What the page is told while something is done. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const {warn} = console;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('a store with the page’s own template for its cards', () => {
  it('says of each product all that the store’s own card says', async () => {
    stopTime(NOON);
    const store = await openOwn(aGateway({products: [onSale()]}));

    const words = ['name', 'summary', 'price', 'was', 'saving', 'stock', 'ends', 'badge'].map(
      (name) => saying(store, name)[0],
    );
    expect(words).to.deep.equal([
      'Premium Voucher',
      'Redeem for premium access.',
      'Price: 90 Coins',
      'List price: 100',
      '10% off',
      '45 left',
      'ends in 1 minute',
      '',
    ]);
    expect(cardsOf(store)).to.have.lengthOf(0);
    expect(said(bound(copiesOf(store)[0], 'choose'))).to.equal('Redeem');
  });

  it('shows numbers as they are seen, and keeps what is only read aloud out of sight', async () => {
    stopTime(NOON);
    const store = await openOwn(aGateway({products: [onSale()]}));
    const [copy] = copiesOf(store);
    const shown = (name: string) => {
      const element = bound(copy, name).cloneNode(true) as Element;
      for (const span of element.querySelectorAll<HTMLElement>('span'))
        if (span.style.position === 'absolute') span.remove();
      return seen(element);
    };

    expect(['price', 'currency', 'was', 'saving'].map(shown)).to.deep.equal(['90', 'Coins', '100', '−10%']);
    // With the price it has been read aloud already.
    expect(said(bound(copy, 'currency'))).to.equal('');
    for (const span of copy!.querySelectorAll('[data-rai=price] span'))
      expect(span.getBoundingClientRect().width).to.equal(1);
  });

  it('hides what there is nothing to say of', async () => {
    const store = await openOwn(aGateway({products: [aProductRecord({summary: null, price: 0})]}));
    const [copy] = copiesOf(store);

    const hidden = [...copy!.querySelectorAll<HTMLElement>('[data-rai]')].filter(({hidden}) => hidden);
    expect(hidden.map(({dataset}) => dataset.rai)).to.deep.equal([
      'image',
      'summary',
      'currency',
      'was',
      'saving',
      'ends',
      'badge',
    ]);
    expect(said(bound(copy, 'price'))).to.equal('Price: Free');
  });

  it('is reached by the page’s style sheet, and as high as its neighbours', async () => {
    const style = document.createElement('style');
    style.textContent = '.my-card {background: rgb(1, 2, 3)} .my-card h3 {color: rgb(4, 5, 6)}';
    document.head.append(style);
    const products = [aProductRecord({name: 'Word '.repeat(40)}), aProductRecord({_id: idOf(2)})];
    const store = await openOwn(aGateway({products}), undefined, {'page-size': '2'});
    const [first, second] = copiesOf(store).map((copy) => copy.querySelector('.my-card')!);

    expect(getComputedStyle(first!).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(bound(first, 'name')).color).to.equal('rgb(4, 5, 6)');
    const [one, other] = [first!.getBoundingClientRect(), second!.getBoundingClientRect()];
    expect(one.height).to.be.above(0);
    if (one.top === other.top) expect(one.height).to.equal(other.height);
    style.remove();
  });

  it('marks whose words are in which language', async () => {
    const store = await openOwn(aGateway(), undefined, {lang: 'ar'});
    const [copy] = copiesOf(store);

    const marks = (name: string) => [bound(copy, name).lang, bound(copy, name).dir];
    expect(marks('name')).to.deep.equal(['ar', 'auto']);
    expect(marks('price')).to.deep.equal(['ar', 'rtl']);
    expect(getComputedStyle(copy!.firstElementChild!).direction).to.equal('rtl');
  });

  it('is a list of items to a screen reader, and passes its audit', async () => {
    const store = await openOwn(aGateway());
    const items = [...part(store, 'grid')!.children];

    expect(items.map(({localName}) => localName)).to.deep.equal(['li', 'li', 'li']);
    await until('their places', () => items[2]!.getAttribute('aria-posinset') === '3');
    await expect(store).to.be.accessible();
  });

  describe('where a shopper chooses a product', () => {
    const opened = (store: StoreElement) =>
      until('the detail', () =>
        store.shadowRoot!.querySelector('rai-product-detail')?.shadowRoot?.querySelector('[part~=next]'),
      );

    it('opens its detail, and tells the page first, which may prevent it', async () => {
      const store = await openOwn(aGateway());
      const chosen: string[] = [];
      document.addEventListener(
        'rai-product-choose',
        (event) => {
          chosen.push(`${(event.target as Element).localName} ${event.product.name}`);
          event.preventDefault();
        },
        {once: true},
      );
      bound(copiesOf(store)[0], 'choose').click();
      await store.updateComplete;
      expect(store.product).to.equal(undefined);

      bound(copiesOf(store)[1], 'choose').click();
      await opened(store);

      expect(chosen).to.deep.equal(['rai-store Reward 1']);
      expect(store.product).to.equal(idOf(2));
    });

    it('also by any other button that is bound', async () => {
      const card = '<article><h3><button data-rai="name"></button></h3></article>';
      const store = await openOwn(aGateway({products: [aProductRecord({stocks: 0})]}), [aTemplate(card)]);

      bound(copiesOf(store)[0], 'name').click();

      await until('the choice', () => store.product === idOf(1));
    });

    it('goes from card to card by the keyboard, in the order of the list', async () => {
      const store = await openOwn(aGateway(), undefined, {sort: 'name:asc'});
      const button = (index: number) => bound(copiesOf(store)[index], 'choose');
      await until('all cards', () => copiesOf(store).length === 3);
      button(0).focus();

      await sendKeys({press: 'Tab'});
      expect(focused()).to.equal(button(1));
      await sendKeys({press: 'Enter'});

      await until('the choice', () => store.product === idOf(2));
    });

    it('leaves the page’s form alone', async () => {
      const store = await openOwn(aGateway());

      expect(bound<HTMLButtonElement>(copiesOf(store)[0], 'choose').type).to.equal('button');
    });

    it('says why it can’t be redeemed, and is off then', async () => {
      const products = [aProductRecord(), aProductRecord({_id: idOf(2), stocks: 0})];
      const store = await openOwn(aGateway({products}));
      const buttons = copiesOf(store).map((copy) => bound<HTMLButtonElement>(copy, 'choose'));

      expect(buttons.map(said)).to.deep.equal(['Redeem', 'Sold out']);
      expect(buttons.map(({disabled}) => disabled)).to.deep.equal([false, true]);
      expect(buttons.map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Redeem: Premium Voucher', null]);
      expect(copiesOf(store).map(({dataset}) => dataset.verdict)).to.deep.equal(['available', 'sold-out']);
    });

    it('gives the focus back to the card, or to that of the product that was seen last', async () => {
      const store = await openOwn(aGateway());
      const button = (index: number) => bound(copiesOf(store)[index], 'choose');
      const close = async () => {
        part(inside(store, 'rai-product-detail'), 'detail')!.querySelector<HTMLElement>('button')?.focus();
        store.product = undefined;
        await until('no detail', () => !inside(store, 'rai-product-detail'));
      };
      button(0).focus();
      button(0).click();
      await opened(store);
      await close();
      await until('the focus on the card', () => focused() === button(0));

      button(0).click();
      await opened(store);
      part(inside(store, 'rai-product-detail'), 'next')!.click();
      await until('the next product', () => store.product === idOf(2));
      await close();

      await until('the focus on the next card', () => focused() === button(1));
    });
  });
});

describe('what a page’s author can’t mean in a template', () => {
  const told = async (content: string, slot?: string) =>
    warnings(() => openOwn(aGateway(), [aTemplate(content, slot)]));

  it('is told once, with what to do', async () => {
    expect(await told('<p data-rai="prize"></p><button data-rai="choose"></button>')).to.deep.equal([
      'rai-store: <template slot="card">: <p data-rai="prize"> is none of name, summary, price, currency, was, saving, ends, stock, badge, image, choose.',
    ]);
    expect(await told('<h3 data-rai="name"></h3>')).to.deep.equal([
      'rai-store: <template slot="card">: Nothing in it opens the product: put <button data-rai="choose"></button> there.',
    ]);
    expect(
      (await told('<p data-rai="image"></p><a data-rai="choose"></a><style data-rai="name"></style>')).length,
    ).to.equal(4);
  });

  it('is nothing in one that is as it should be', async () => {
    expect(await told(WHOLE_CARD)).to.deep.equal([]);
    expect(await told('<p data-rai="name"></p>', 'card-footer')).to.deep.equal([]);
  });

  it('leaves the store’s own cards where the template holds nothing', async () => {
    const store = await startOwn(aGateway(), [aTemplate('')]);

    await until('the store’s own cards', () => cardsOf(store).length === 3);
  });
});
