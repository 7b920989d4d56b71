import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import '../../src/define/all.ts';
import type {ProductDetailElement} from '../../src/elements/product-detail.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {takeFocus} from '../support/focus.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {focused, part, said, within} from '../support/look.ts';
import {outsidePolicy} from '../support/oracle.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord, aStoreRecord, type Translated} from '../support/record.ts';
import {cardsOf, inside, openStore} from '../support/store.ts';
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const gatewayWith = (...products: readonly Translated[]) =>
  aGateway({products, categories: [aCategoryRecord()]});

const detailOf = (store: StoreElement): ProductDetailElement | null => inside(store, 'rai-product-detail');
const dialogOf = (store: StoreElement) => {
  const detail = detailOf(store);
  return detail && within<HTMLDialogElement>(detail, 'dialog');
};
const wordsOf = (store: StoreElement) => said(dialogOf(store));

/** Opens the detail of a store's first card, as a shopper does, and waits for all of it. */
async function chooseFirst(store: StoreElement, words: string): Promise<ProductDetailElement> {
  part(cardsOf(store)[0]!, 'name')!.click();
  await until(words, () => wordsOf(store)?.includes(words));
  await appeared(store);
  return detailOf(store)!;
}

/** Waits until the dialog is all there: while it appears it is half transparent, and its contrast low. */
const appeared = (store: StoreElement) =>
  Promise.all(
    dialogOf(store)!
      .getAnimations()
      .map(({finished}) => finished),
  );

describe('the detail of a product', () => {
  it('opens over the page when a card is chosen, with description and instructions', async () => {
    const store = await openStore(gatewayWith(aProductRecord({discountPrice: 80, isDiscountEnabled: true})));

    const detail = await chooseFirst(store, 'at checkout');

    const dialog = dialogOf(store)!;
    expect(dialog.matches(':modal')).to.equal(true);
    expect(said(within(detail, '#title'))).to.equal('Premium Voucher');
    expect(said(within(detail, '.category'))).to.equal('Vouchers');
    expect(said(within(detail, '[part="price"]'))).to.equal('Price: 80 Coins');
    expect(said(within(detail, '[part="saving"]'))).to.equal('20% off');
    expect(said(within(detail, '[part="stock"]'))).to.equal('45 left');
    expect(said(within(detail, '.prose'))).to.equal('Redeem for premium access.');
    expect(said(within(detail, 'details'))).to.equal('How to redeem Show this voucher at checkout.');
    expect(store.product).to.equal(idOf(1));
    await expect(detail).to.be.accessible();
  }).timeout(10_000);

  it('shows at once what the card knows, and then the rest', async () => {
    const gateway = gatewayWith(aProductRecord({price: 100}));
    const store = await openStore(gateway);
    gateway.products = [aProductRecord({price: 70, stocks: 2})];
    const release = gateway.hold(`/products/${idOf(1)}`);

    const detail = await chooseFirst(store, 'Loading…');
    expect(said(within(detail, '#title'))).to.equal('Premium Voucher');
    expect(said(within(detail, '[part="price"]'))).to.equal('Price: 100 Coins');
    expect(said(within(detail, '.prose'))).to.equal('Redeem for premium access.');
    release();

    await until('the price of now', () => said(within(detail, '[part="price"]')) === 'Price: 70 Coins');
    expect(said(within(detail, '[part="stock"]'))).to.equal('Only 2 left');
    expect(wordsOf(store)).to.not.include('Loading');
  });

  it('brings its card what it has read, and leaves there what it has not', async () => {
    const day = 86_400_000;
    const gateway = gatewayWith(
      aProductRecord({
        summary: 'Ninety days of it.',
        type: 'voucher',
        stocks: 9,
        shouldDisplayRemainingQuantity: true,
        voucherExpireDate: new Date(Date.now() + 2 * day).toISOString(),
        expiringVoucherHighlight: {isEnabled: true, duration: 3, timeframe: 'days'},
      }),
    );
    const store = await openStore(gateway);
    const [card] = cardsOf(store);
    const wordsOn = () => ['summary', 'badge', 'stock'].map((name) => said(part(card!, name)));
    const [summary, badge] = wordsOn();
    expect([summary, badge]).to.deep.equal(['Ninety days of it.', 'Expires in 2 days']);
    gateway.products = gateway.products.map((record) => ({...record, stocks: 4}));

    await chooseFirst(store, 'at checkout');

    await until('the news', () => wordsOn()[2] === 'Only 4 left');
    expect(wordsOn()).to.deep.equal([summary, badge, 'Only 4 left']);
    expect(card!.product!.type).to.equal('voucher');
  });

  it('asks for exactly what it shows, in the store’s language', async () => {
    const gateway = gatewayWith(aProductRecord({translations: {th: {name: 'บัตรกำนัล'}}}));
    const store = await openStore(gateway, {lang: 'th'});

    const detail = await chooseFirst(store, 'วิธีแลกรับ');

    const {searchParams} = gateway.asked(`/products/${idOf(1)}`)[0]!;
    expect(searchParams.get('lang')).to.equal('th');
    expect(searchParams.get('fields')!.split(',')).to.include.members([
      'description',
      'redemptionInstructions',
      'stocks',
    ]);
    expect(within(detail, '#title')).to.have.attribute('lang', 'th');
  });

  it('cleans what the merchant wrote', async () => {
    const attack =
      '<p onclick="alert(1)">Safe <img src=x onerror=alert(1)><a href="javascript:alert(1)">words</a></p>';
    const store = await openStore(
      gatewayWith(
        aProductRecord({
          description: `${attack}<script>alert(1)</script>`,
          redemptionInstructions: `${attack} <a href="https://shop.test/">here</a>`,
        }),
      ),
    );

    const detail = await chooseFirst(store, 'Safe words here');

    const prose = [...detail.shadowRoot!.querySelectorAll('.prose')];
    expect(prose.map(said)).to.deep.equal(['Safe words', 'Safe words here']);
    // The element's own comments are Lit's marks between its parts.
    const foreign = prose.flatMap(outsidePolicy).filter((what) => what !== 'a node #comment');
    expect(foreign).to.deep.equal([]);
  });

  it('opens by the page’s attribute, also of a product that is not on a card', async () => {
    const gateway = gatewayWith(aProductRecord(), aProductRecord({_id: idOf(2), name: 'Mug'}));
    const store = await openStore(gateway, {search: 'premium', product: idOf(2)});

    await until('the product', () => said(within(detailOf(store)!, '#title')) === 'Mug');
    expect(cardsOf(store)).to.have.lengthOf(1);
  });

  it('shows another product when the page names another one, and goes when it names none', async () => {
    const gateway = gatewayWith(aProductRecord(), aProductRecord({_id: idOf(2), name: 'Mug'}));
    const store = await openStore(gateway, {product: idOf(1)});
    await until('the product', () => wordsOf(store)?.includes('Premium Voucher'));

    store.setAttribute('product', idOf(2));
    await until('the other product', () => said(within(detailOf(store)!, '#title')) === 'Mug');
    store.removeAttribute('product');
    await store.updateComplete;

    expect(detailOf(store)).to.equal(null);
  });

  for (const [how, ignoresSignals] of [
    ['comes last', false],
    ['cannot be stopped', true],
  ] as const) {
    it(`C3: is of the product that was named last where the older answer ${how}`, async () => {
      const named = ['Cup', 'Mug', 'Jug'].map((name, index) => aProductRecord({_id: idOf(index + 1), name}));
      const gateway = gatewayWith(...named);
      const {fetch} = globalThis;
      if (ignoresSignals) globalThis.fetch = (input, init) => fetch(input, {...init, signal: null});
      const store = await openStore(gateway);
      await chooseFirst(store, 'at checkout');
      const [releaseOlder, releaseNewer] = [2, 3].map((index) => gateway.hold(`/products/${idOf(index)}`));

      store.product = idOf(2);
      await until('the older question', () => gateway.asked(`/products/${idOf(2)}`).length);
      store.product = idOf(3);
      await until('the newer question', () => gateway.asked(`/products/${idOf(3)}`).length);
      releaseNewer!();
      await until('the newer answer', () => wordsOf(store)?.includes('at checkout'));
      releaseOlder!();
      await nextFrame();

      expect(said(within(detailOf(store)!, '#title'))).to.equal('Jug');
      expect(wordsOf(store)).not.to.include('Mug');
    });
  }

  it('tells the page which product is on screen, once', async () => {
    const store = await openStore(gatewayWith(aProductRecord()));
    const viewed: unknown[] = [];
    store.addEventListener('rai-product-view', ({product}) => viewed.push(product.id));

    await chooseFirst(store, 'at checkout');

    expect(viewed).to.deep.equal([idOf(1)]);
  });

  it('does not open where the page cancels the choice', async () => {
    const store = await openStore(gatewayWith(aProductRecord()));
    document.addEventListener('rai-product-choose', (event) => event.preventDefault(), {once: true});

    part(cardsOf(store)[0]!, 'name')!.click();
    await nextFrame();

    expect(detailOf(store)).to.equal(null);
  });

  describe('is closed', () => {
    const ways: [name: string, close: (store: StoreElement) => unknown][] = [
      ['by its button', (store) => within(detailOf(store)!, '.close')!.click()],
      ['by Escape', () => sendKeys({press: 'Escape'})],
      ['by a click beside it', () => sendMouse({type: 'click', position: [3, 3]})],
    ];
    for (const [name, close] of ways) {
      it(`${name}, and the focus returns to where it was`, async () => {
        const store = await openStore(gatewayWith(aProductRecord()));
        const way = part(cardsOf(store)[0]!, 'action')!;
        way.focus();
        await sendKeys({press: 'Enter'});
        await until('the detail', () => dialogOf(store)?.open && wordsOf(store)?.includes('at checkout'));
        expect(focused()).to.not.equal(way);

        await close(store);
        await until('its end', () => detailOf(store) === null);

        expect(store.product).to.equal(undefined);
        expect(focused()).to.equal(way);
      });
    }

    it('not by a click within it', async () => {
      const store = await openStore(gatewayWith(aProductRecord()));
      const detail = await chooseFirst(store, 'at checkout');

      within(detail, '#title')!.click();
      await nextFrame();

      expect(dialogOf(store)!.open).to.equal(true);
    });

    it('and can be opened again', async () => {
      const store = await openStore(gatewayWith(aProductRecord()));
      await chooseFirst(store, 'at checkout');
      within(detailOf(store)!, '.close')!.click();
      await until('its end', () => detailOf(store) === null);

      await chooseFirst(store, 'at checkout');

      expect(dialogOf(store)!.open).to.equal(true);
    });
  });

  it('keeps the focus within it', async () => {
    const store = await openStore(gatewayWith(aProductRecord()));
    const detail = await chooseFirst(store, 'at checkout');

    for (let step = 0; step < 8; step += 1) {
      await sendKeys({press: 'Tab'});
      const root = focused()!.getRootNode();
      // Between the last and the first stop, the browser's own controls have their turn.
      expect(focused() === document.body || root === detail.shadowRoot).to.equal(true);
    }
    await takeFocus();
  });

  describe('that cannot be read', () => {
    let gateway: Gateway;
    let store: StoreElement;

    const retry = () =>
      detailOf(store)!.shadowRoot!.querySelector('rai-store-notice')!.shadowRoot!.querySelector('button')!;
    const noticed = () => {
      const notice = detailOf(store)?.shadowRoot!.querySelector('rai-store-notice');
      return notice ? said(part(notice, 'notice')) : undefined;
    };

    beforeEach(async () => {
      gateway = gatewayWith(aProductRecord());
      store = await openStore(gateway);
    });

    it('says so beside what the card knows, and is read when it is tried again', async () => {
      const mend = gateway.fail(`/products/${idOf(1)}`, 500);
      part(cardsOf(store)[0]!, 'name')!.click();
      await until('the notice', () => noticed() === 'The store isn’t available right now. Try again');
      expect(said(within(detailOf(store)!, '#title'))).to.equal('Premium Voucher');
      mend();

      retry().click();

      await until('the instructions', () => wordsOf(store)?.includes('at checkout'));
      expect(noticed()).to.equal(undefined);
    });

    it('says that a product is gone, and can be closed', async () => {
      store.product = idOf(99);
      await until('the notice', () => noticed() === 'This reward is no longer there.');
      await appeared(store);
      await expect(detailOf(store)!).to.be.accessible();

      within(detailOf(store)!, '.close')!.click();

      await until('its end', () => detailOf(store) === null);
    }).timeout(10_000);
  });

  describe('to be redeemed', () => {
    const wayOf = (store: StoreElement) => within(detailOf(store)!, '[part="redeem"]')!;

    it('leads to where the page says, for that product, at the price of now', async () => {
      const store = await openStore(gatewayWith(aProductRecord()), {
        'redeem-url': 'https://community.test/redeem?id={product}',
      });

      await chooseFirst(store, 'at checkout');

      expect(wayOf(store)).to.have.attribute('href', `https://community.test/redeem?id=${idOf(1)}`);
      expect(wayOf(store)).to.have.attribute('target', '_blank');
      expect(said(wayOf(store))).to.equal('Redeem for 100 Coins');
    });

    it('is offered for nothing where it is free', async () => {
      const store = await openStore(gatewayWith(aProductRecord({price: 0})), {
        'redeem-url': 'https://community.test/',
      });

      await chooseFirst(store, 'at checkout');

      expect(said(wayOf(store))).to.equal('Redeem');
    });

    it('is not offered where it is sold out', async () => {
      const store = await openStore(gatewayWith(aProductRecord({stocks: 0})), {
        'redeem-url': 'https://community.test/',
      });

      const detail = await chooseFirst(store, 'at checkout');

      expect(detail.shadowRoot!.querySelectorAll('a[href]')).to.have.lengthOf(0);
      expect(wayOf(store)).to.have.property('disabled', true);
      expect(said(within(detail, '.foot'))).to.equal('Sold out');
    });

    it('is not offered for more than the shopper has, until the shopper has it', async () => {
      const store = await openStore(gatewayWith(aProductRecord()), {balance: '40'});
      await chooseFirst(store, 'at checkout');

      expect(said(wayOf(store))).to.equal('You need 60 more');
      expect(wayOf(store)).to.have.property('disabled', true);
      store.balance = 100;

      await until('the offer', () => said(wayOf(store)) === 'Redeem for 100 Coins');
      expect(wayOf(store)).to.have.property('disabled', false);
    });
  });

  it('ends a discount on screen by itself', async () => {
    const now = Date.UTC(2026, 3, 28, 12);
    const time = stopTime(now);
    const discountEndDate = new Date(now + 60_000).toISOString();
    const store = await openStore(gatewayWith(aProductRecord({isDiscountEnabled: true, discountEndDate})), {
      'redeem-url': 'https://community.test/',
    });
    const detail = await chooseFirst(store, 'at checkout');
    expect(said(within(detail, '[part="price"]'))).to.equal('Price: 90 Coins');

    time.tick(60_000);
    await detail.updateComplete;

    expect(said(within(detail, '[part="price"]'))).to.equal('Price: 100 Coins');
    expect(said(within(detail, '[part="redeem"]'))).to.equal('Redeem for 100 Coins');
  });

  it('runs from right to left where the language does', async () => {
    const store = await openStore(gatewayWith(aProductRecord()), {lang: 'ar'});

    const detail = await chooseFirst(store, 'طريقة الاستبدال');

    expect(part(detail, 'detail')).to.have.attribute('dir', 'rtl');
    const [panel, close] = [part(detail, 'detail')!, within(detail, '.close')!].map((it) =>
      it.getBoundingClientRect(),
    );
    expect(close!.left - panel!.left).to.be.lessThan(panel!.right - close!.right);
    await expect(detail).to.be.accessible();
  }).timeout(10_000);

  it('opens without a configuration', async () => {
    const gateway = aGateway({
      products: [aProductRecord()],
      store: aStoreRecord({currency: null, widget: null}),
    });
    const store = await openStore(gateway);

    const detail = await chooseFirst(store, 'at checkout');

    expect(said(within(detail, '[part="price"]'))).to.equal('Price: 100');
  });

  it('keeps the shopper’s balance in sight, where the page tells it', async () => {
    const store = await openStore(gatewayWith(aProductRecord()), {balance: '4150'});

    const detail = await chooseFirst(store, 'at checkout');

    expect(said(within(detail, '.foot'))).to.equal('Your balance: 4,150 Coins Redeem for 100 Coins');
  });

  describe('among others', () => {
    const names = ['Anorak', 'Boots', 'Compass'];
    const three = () =>
      names.map((name, index) => aProductRecord({_id: idOf(index + 1), name, displayOrder: index}));
    const titleOf = (store: StoreElement) => said(within(detailOf(store)!, '#title'));
    const showing = (store: StoreElement, name: string) =>
      until(name, () => detailOf(store) && titleOf(store) === name);
    const button = (store: StoreElement, name: string) => part(detailOf(store)!, name)!;
    const status = (store: StoreElement) => said(within(detailOf(store)!, 'dialog > div > [role="status"]'));

    it('leads to the one after it and the one before it, and says which that is', async () => {
      const store = await openStore(gatewayWith(...three()));
      part(cardsOf(store)[0]!, 'name')!.click();
      await showing(store, 'Anorak');
      expect(status(store)).to.equal('');
      expect(button(store, 'previous')).to.have.attribute('aria-disabled', 'true');
      await appeared(store);
      await expect(detailOf(store)!).to.be.accessible();

      button(store, 'next').focus();
      button(store, 'next').click();
      await showing(store, 'Boots');
      expect(status(store)).to.equal('Boots, 2 of 3');
      button(store, 'next').click();
      await showing(store, 'Compass');

      expect(button(store, 'next')).to.have.attribute('aria-disabled', 'true');
      expect(focused()).to.equal(button(store, 'next'));
      button(store, 'next').click();
      button(store, 'previous').click();
      await showing(store, 'Boots');
      expect(store.product).to.equal(idOf(2));
    }).timeout(10_000);

    for (const [lang, forward, backward] of [
      ['en', 'ArrowRight', 'ArrowLeft'],
      ['ar', 'ArrowLeft', 'ArrowRight'],
    ] as const) {
      it(`follows the arrow keys as ${lang} runs`, async () => {
        const store = await openStore(gatewayWith(...three()), {lang});
        part(cardsOf(store)[1]!, 'name')!.click();
        await showing(store, 'Boots');

        await sendKeys({press: forward});
        await showing(store, 'Compass');
        await sendKeys({press: backward});
        await showing(store, 'Boots');
        await sendKeys({press: backward});
        await showing(store, 'Anorak');
      });
    }

    it('leaves the arrow keys to the form', async () => {
      const userInformation = {isEnabled: true, shouldCollectName: true};
      const store = await openStore(gatewayWith(...three().map((record) => ({...record, userInformation}))));
      await chooseFirst(store, 'at checkout');
      within(detailOf(store)!, '[part="redeem"]')!.click();
      const field = await until('the form', () =>
        detailOf(store)!.shadowRoot!.querySelector('rai-store-redeem')?.shadowRoot!.querySelector('input'),
      );
      field.focus();

      await sendKeys({press: 'ArrowRight'});
      await nextFrame();

      expect(titleOf(store)).to.equal('Anorak');
      expect(focused()).to.equal(field);
      expect(part(detailOf(store)!, 'next')).to.not.exist;
    });

    it('goes on beyond what has been read so far', async () => {
      const store = await openStore(gatewayWith(...three()), {'page-size': '2'});
      part(cardsOf(store)[1]!, 'name')!.click();
      await showing(store, 'Boots');

      button(store, 'next').click();

      await showing(store, 'Compass');
      expect(status(store)).to.equal('Compass, 3 of 3');
    });

    it('stays where the page cancels the choice', async () => {
      const store = await openStore(gatewayWith(...three()));
      part(cardsOf(store)[0]!, 'name')!.click();
      await showing(store, 'Anorak');
      document.addEventListener('rai-product-choose', (event) => event.preventDefault(), {once: true});

      button(store, 'next').click();
      await nextFrame();

      expect(titleOf(store)).to.equal('Anorak');
    });

    it('gives the focus to the card of the one seen last', async () => {
      const store = await openStore(gatewayWith(...three()));
      part(cardsOf(store)[0]!, 'name')!.focus();
      await sendKeys({press: 'Enter'});
      await showing(store, 'Anorak');
      await sendKeys({press: 'ArrowRight'});
      await showing(store, 'Boots');

      await sendKeys({press: 'Escape'});
      await until('its end', () => detailOf(store) === null);

      expect(focused()).to.equal(part(cardsOf(store)[1]!, 'name'));
    });

    it('gives the focus to its own card where others have come before that', async () => {
      const gateway = gatewayWith(...three());
      const store = await openStore(gateway);
      part(cardsOf(store)[1]!, 'name')!.focus();
      await sendKeys({press: 'Enter'});
      await showing(store, 'Boots');
      store.sort = 'price:desc';
      gateway.products = [...three()].reverse().map((record, index) => ({...record, price: 9 - index}));
      await until('another order', () => said(part(cardsOf(store)[0]!, 'name')) === 'Compass');
      store.sort = 'name:asc';
      gateway.products = [gateway.products[1]!, gateway.products[0]!, gateway.products[2]!];
      await until('a third order', () => said(part(cardsOf(store)[0]!, 'name')) !== 'Compass');

      store.product = undefined;
      await until('its end', () => detailOf(store) === null);

      const card = cardsOf(store).find(({product}) => product?.name === 'Boots')!;
      expect(card.shadowRoot!.activeElement).to.equal(part(card, 'name'));
    });
  });

  it('changes its words and its product together when the page’s language changes', async () => {
    const thai = {name: 'บัตรกำนัล', description: '<p>แลกเลย</p>', redemptionInstructions: '<p>แสดงบัตร</p>'};
    const gateway = gatewayWith(aProductRecord({translations: {th: thai}}));
    const store = await openStore(gateway);
    const detail = await chooseFirst(store, 'at checkout');
    const release = gateway.hold(`/products/${idOf(1)}`);

    store.lang = 'th';
    await until('Thai cards', () => said(part(cardsOf(store)[0]!, 'name')) === 'บัตรกำนัล');
    await detail.updateComplete;

    expect(wordsOf(store)).to.include('How to redeem').and.include('at checkout');
    expect(said(within(detail, '#title'))).to.equal('Premium Voucher');
    release();
    await until('Thai', () => wordsOf(store)?.includes('แสดงบัตร'));
    expect(wordsOf(store)).to.include('วิธีแลกรับ').and.include('บัตรกำนัล');
    expect(wordsOf(store)).to.not.include('Premium');
  });

  it('gives the focus back to the way to redeem when the shopper has thought better of it', async () => {
    const store = await openStore(gatewayWith(aProductRecord()));
    const detail = await chooseFirst(store, 'at checkout');
    part(detail, 'redeem')!.click();
    const way = await until('the question', () => {
      const step = detail.shadowRoot!.querySelector('rai-store-redeem')?.shadowRoot;
      return step?.activeElement && step.querySelector<HTMLElement>('.quiet');
    });

    way.click();

    await until('the focus', () => focused() === part(detail, 'redeem'));
  });
});
