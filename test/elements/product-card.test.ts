import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import type {Product} from '../../src/catalog/product.ts';
import type {Scene} from '../../src/controllers/scene.ts';
import '../../src/define/all.ts';
import type {RaiProductChooseEvent} from '../../src/elements/events.ts';
import type {ProductCardElement} from '../../src/elements/product-card.ts';
import {part, said, seen, within} from '../support/look.ts';
import {aProduct} from '../support/product.ts';
import {aScene} from '../support/scene.ts';
import {stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const MINUTE = 60_000;
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>')}`;

const cardOf = (product: Product, scene: Scene) =>
  fixture<ProductCardElement>(
    html`<rai-product-card .product=${product} .scene=${scene}></rai-product-card>`,
  );

const words = (card: ProductCardElement, name: string) => said(part(card, name));

describe('<rai-product-card>', () => {
  let scene: Scene;

  before(async () => (scene = await aScene()));

  it('shows a product’s picture, name, first words, price, stock and action', async () => {
    const card = await cardOf(aProduct({image: PICTURE, summary: 'Two scoops & more'}), scene);

    expect(part(card, 'image')).to.have.attribute('src', PICTURE);
    expect(words(card, 'name')).to.equal('Premium Voucher');
    expect(words(card, 'summary')).to.equal('Two scoops & more');
    expect(words(card, 'price')).to.equal('Price: 100 Coins');
    expect(seen(part(card, 'price'))).to.equal('100');
    expect(words(card, 'stock')).to.equal('45 left');
    expect(words(card, 'action')).to.equal('Redeem');
    expect(part(card, 'was')).to.not.exist;
    expect(part(card, 'saving')).to.not.exist;
    expect(part(card, 'ends')).to.not.exist;
    await expect(card).to.be.accessible();
  }).timeout(10_000);

  it('shows what a discount takes off, in figures and in words', async () => {
    const card = await cardOf(aProduct({price: 1_200, discount: {price: 900}}), scene);

    expect(words(card, 'price')).to.equal('Price: 900 Coins');
    expect(words(card, 'was')).to.equal('List price: 1,200');
    expect(seen(part(card, 'was'))).to.equal('1,200');
    expect(part(card, 'was')!.localName).to.equal('s');
    expect(words(card, 'saving')).to.equal('25% off');
    expect(seen(part(card, 'saving'))).to.equal('−25%');
    expect(part(card, 'ends')).to.not.exist;
  });

  it('does not speak of a saving of less than one percent', async () => {
    const card = await cardOf(aProduct({price: 1_000, discount: {price: 995}}), scene);

    expect(words(card, 'was')).to.equal('List price: 1,000');
    expect(part(card, 'saving')).to.not.exist;
  });

  it('begins and ends a discount on screen by itself', async () => {
    const time = stopTime(0);
    const card = await cardOf(
      aProduct({discount: {price: 90, starts: 10 * MINUTE, ends: 70 * MINUTE}}),
      await aScene(),
    );
    expect(words(card, 'price')).to.equal('Price: 100 Coins');

    time.tick(10 * MINUTE);
    await card.updateComplete;
    expect(words(card, 'price')).to.equal('Price: 90 Coins');
    expect(words(card, 'saving')).to.equal('10% off');
    expect(words(card, 'ends')).to.equal('ends in 60 minutes');

    time.tick(MINUTE);
    await card.updateComplete;
    expect(words(card, 'ends')).to.equal('ends in 59 minutes');

    time.tick(59 * MINUTE - 1);
    await card.updateComplete;
    expect(words(card, 'ends')).to.equal('ends in 1 minute');

    time.tick(1);
    await card.updateComplete;
    expect(words(card, 'price')).to.equal('Price: 100 Coins');
    expect(part(card, 'was')).to.not.exist;
    expect(part(card, 'ends')).to.not.exist;
    expect(time.countTimers()).to.equal(0);
  });

  it('stands out before it expires, as long as the merchant wants, and no longer', async () => {
    const time = stopTime(0);
    const expiryHighlight = {duration: 2, timeframe: 'hours'};
    const card = await cardOf(aProduct({expires: 180 * MINUTE, expiryHighlight}), await aScene());
    expect(part(card, 'badge')).to.not.exist;

    time.tick(60 * MINUTE);
    await card.updateComplete;
    expect(words(card, 'badge')).to.equal('Expires in 2 hours');

    time.tick(119 * MINUTE);
    await card.updateComplete;
    expect(words(card, 'badge')).to.equal('Expires in 1 minute');

    time.tick(MINUTE);
    await card.updateComplete;
    expect(part(card, 'badge')).to.not.exist;
    expect(time.countTimers()).to.equal(0);
  });

  it('goes by the server’s clock, whatever the shopper’s says', async () => {
    stopTime(0);
    const own = await aScene();
    const card = await cardOf(aProduct({discount: {price: 90, ends: 10 * MINUTE}}), own);
    expect(words(card, 'price')).to.equal('Price: 90 Coins');

    own.clock.sync(10 * MINUTE);
    await card.updateComplete;

    expect(words(card, 'price')).to.equal('Price: 100 Coins');
  });

  it('is free at nothing', async () => {
    const card = await cardOf(aProduct({price: 0}), scene);

    expect(words(card, 'price')).to.equal('Price: Free');
    expect(seen(part(card, 'price'))).to.equal('Free');
  });

  it('says no price that it does not know', async () => {
    const card = await cardOf(aProduct({price: undefined, discount: {price: 90}}), scene);

    expect(part(card, 'price')).to.not.exist;
    expect(part(card, 'was')).to.not.exist;
    expect(words(card, 'name')).to.equal('Premium Voucher');
  });

  it('is sold out at none left, also where the merchant hides the number', async () => {
    for (const showsStock of [true, false]) {
      const card = await cardOf(aProduct({stock: 0, showsStock}), scene);

      expect(words(card, 'stock')).to.equal('Sold out');
      expect(words(card, 'action')).to.equal('Sold out');
      expect(part(card, 'action')).to.have.property('disabled', true);
      await expect(card).to.be.accessible();
    }
  }).timeout(10_000);

  it('says why its action is off, to whoever is not signed in or has too little', async () => {
    const cases = [
      [{isSignedIn: false}, 'Sign in to redeem'],
      [{balance: 99}, 'You need 1 more'],
    ] as const;
    for (const [shopper, reason] of cases) {
      const card = await cardOf(aProduct({price: 100}), {...scene, ...shopper});

      expect(words(card, 'verdict')).to.equal(reason);
      expect(part(card, 'action')).to.have.property('disabled', true);
      await expect(card).to.be.accessible();
    }
  }).timeout(10_000);

  it('follows the balance', async () => {
    const card = await cardOf(aProduct({price: 100}), {...scene, balance: 99});

    card.scene = {...scene, balance: 100};
    await card.updateComplete;

    expect(words(card, 'verdict')).to.equal('Redeem');
    expect(part(card, 'action')).to.have.property('disabled', false);
  });

  it('says nothing of a stock that is hidden or unknown', async () => {
    const hidden = await cardOf(aProduct({stock: 3, showsStock: false}), scene);
    const unknown = await cardOf(aProduct({stock: undefined}), scene);

    expect(part(hidden, 'stock')).to.not.exist;
    expect(part(unknown, 'stock')).to.not.exist;
    expect(part(hidden, 'action')).to.have.property('disabled', false);
  });

  it('warns of a low stock from the number that its store names', async () => {
    const few = await cardOf(aProduct({stock: 5}), scene);
    const asked = await cardOf(aProduct({stock: 9}), await aScene({lowStock: 9}));

    expect(words(few, 'stock')).to.equal('Only 5 left');
    expect(words(asked, 'stock')).to.equal('Only 9 left');
  });

  it('draws a placeholder where there is no picture', async () => {
    const card = await cardOf(aProduct({image: undefined}), scene);

    expect(part(card, 'image')!.localName).to.not.equal('img');
    expect(part(card, 'image')!.querySelector('svg')).to.have.attribute('aria-hidden', 'true');
  });

  for (const shape of ['a wide picture', 'a high picture', 'no picture']) {
    it(`has ${shape} in the shape that the page wants of all of them`, async () => {
      const size = shape === 'a wide picture' ? 'width="400" height="100"' : 'width="100" height="400"';
      const image = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" ${size}/>`)}`;
      const card = await cardOf(aProduct(shape === 'no picture' ? {} : {image}), scene);
      card.style.setProperty('--rai-card-ratio', '2 / 1');
      const picture = part(card, 'image')!;

      if (picture instanceof HTMLImageElement) await until('the picture', () => picture.naturalWidth > 0);

      const {width, height} = picture.parentElement!.getBoundingClientRect();
      expect(width / height).to.be.closeTo(2, 0.05);
      expect(picture.getBoundingClientRect().height).to.be.closeTo(height, 0.5);
    });
  }

  it('draws it where the picture cannot be fetched, until there is another one', async () => {
    const broken = '/test/no-such-picture.png';
    const card = await cardOf(aProduct({image: broken}), scene);

    await until('the placeholder', () => part(card, 'image')!.localName !== 'img');
    card.product = aProduct({image: PICTURE});
    await card.updateComplete;

    expect(part(card, 'image')).to.have.attribute('src', PICTURE);
  });

  it('fetches a picture late, unless it is seen first, and does not say where from', async () => {
    const late = await cardOf(aProduct({image: PICTURE}), scene);
    const first = await fixture<ProductCardElement>(
      html`<rai-product-card
        eager
        .product=${aProduct({image: PICTURE})}
        .scene=${scene}
      ></rai-product-card>`,
    );

    expect(part(late, 'image')).to.have.attribute('loading', 'lazy');
    expect(part(first, 'image')).to.have.attribute('loading', 'eager');
    expect(part(late, 'image')).to.have.attribute('referrerpolicy', 'no-referrer');
    // A name stands beside it, so the picture is not read out.
    expect(part(late, 'image')).to.have.attribute('alt', '');
  });

  it('has a name where the product has none', async () => {
    const card = await cardOf(aProduct({name: undefined}), scene);

    expect(words(card, 'name')).to.equal('Reward');
    expect(part(card, 'action')).to.have.attribute('aria-label', 'Redeem: Reward');
  });

  it('has a heading of the level that it is given', async () => {
    const card = await fixture<ProductCardElement>(
      html`<rai-product-card heading-level="5" .product=${aProduct()} .scene=${scene}></rai-product-card>`,
    );

    expect(within(card, '[role="heading"]')).to.have.attribute('aria-level', '5');
  });

  it('speaks its store’s language, and says which one the product’s own words are in', async () => {
    const card = await cardOf(aProduct({summary: 'Two scoops'}), await aScene({language: 'th-TH'}));

    expect(part(card, 'card')).to.have.attribute('lang', 'th-TH');
    expect(part(card, 'name')).to.have.attribute('lang', 'th');
    expect(part(card, 'summary')).to.have.attribute('lang', 'th');
    expect(words(card, 'action')).to.equal('แลก');
  });

  it('is laid out from right to left in a language that is written so', async () => {
    const card = await cardOf(
      aProduct({name: 'قسيمة', discount: {price: 90}}),
      await aScene({language: 'ar'}),
    );

    expect(part(card, 'card')).to.have.attribute('dir', 'rtl');
    const [price, was] = ['price', 'was'].map((name) => part(card, name)!.getBoundingClientRect());
    expect(price!.left).to.be.greaterThan(was!.right - 1);
    await expect(card).to.be.accessible();
  }).timeout(10_000);

  it('tells the page which product was chosen, by its name and by its action', async () => {
    const product = aProduct();
    const card = await cardOf(product, scene);

    for (const name of ['name', 'action']) {
      setTimeout(() => part(card, name)!.click());
      const event = (await oneEvent(document.body, 'rai-product-choose')) as unknown as RaiProductChooseEvent;

      expect(event.product).to.equal(product);
      expect(event).to.include({cancelable: true, bubbles: true, composed: true});
    }
  });

  it('takes no choice by the action of a product that is sold out', async () => {
    const card = await cardOf(aProduct({stock: 0}), scene);
    const chosen: Event[] = [];
    card.addEventListener('rai-product-choose', (event) => chosen.push(event));

    part(card, 'action')!.click();
    expect(chosen).to.have.lengthOf(0);
    part(card, 'name')!.click();

    expect(chosen).to.have.lengthOf(1);
  });

  it('shows a merchant’s markup in a name as it is written', async () => {
    const card = await cardOf(aProduct({name: '<img src=x onerror=alert(1)>'}), scene);

    expect(words(card, 'name')).to.equal('<img src=x onerror=alert(1)>');
    expect(part(card, 'name')!.querySelector('img')).to.not.exist;
  });

  it('shows numbers of any size without spilling over', async () => {
    for (const price of [1e21, 0.001, 123_456_789_012]) {
      const card = await cardOf(aProduct({price, stock: 1e9, name: 'x'.repeat(500)}), scene);
      card.style.width = '160px';
      await card.updateComplete;

      expect(said(part(card, 'card'))).to.not.match(/NaN|undefined|Infinity|null/);
      expect(part(card, 'card')!.scrollWidth).to.be.at.most(part(card, 'card')!.clientWidth + 1);
    }
  });

  it('shows nothing without a product', async () => {
    const card = await fixture<ProductCardElement>(
      html`<rai-product-card .scene=${scene}></rai-product-card>`,
    );

    expect(card.shadowRoot!.textContent.trim()).to.equal('');
  });
});
