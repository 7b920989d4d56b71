import {expect, fixture, html} from '@open-wc/testing';
import {StoreClient} from '../../src/api/client.ts';
import type {Product} from '../../src/catalog/product.ts';
import '../../src/define/all.ts';
import type {RaiRedeemEvent, RedeemOutcome} from '../../src/elements/redeem-event.ts';
import type {RedeemElement} from '../../src/elements/redeem.ts';
import {endAnswer} from '../../src/elements/unanswered.ts';
import {loadText} from '../../src/i18n/text.ts';
import {Gateway} from '../support/gateway.ts';
import {focused, part, said, within} from '../support/look.ts';
import {outsidePolicy} from '../support/oracle.ts';
import {aProduct, idOf} from '../support/product.ts';
import {aProductRecord} from '../support/record.ts';
import {aScene} from '../support/scene.ts';
import {until} from '../support/until.ts';

const ALL = ['name', 'phone', 'address'] as const;

describe('the way to a reward', () => {
  let gateway: Gateway;
  let asked: RaiRedeemEvent[];
  /** What the page does when a shopper has confirmed. */
  let answer: (event: RaiRedeemEvent) => void;
  const listen = (event: RaiRedeemEvent) => {
    asked.push(event);
    answer(event);
  };

  beforeEach(() => {
    gateway = new Gateway({products: [aProductRecord({price: 90})]});
    asked = [];
    answer = () => {};
    document.addEventListener('rai-redeem', listen);
  });

  afterEach(() => {
    document.removeEventListener('rai-redeem', listen);
    endAnswer(idOf(1), true);
  });

  async function wayTo(product: Product, own: Parameters<typeof aScene>[0] = {}): Promise<RedeemElement> {
    const client = new StoreClient(gateway.url, {fetch: gateway.fetch});
    const scene = await aScene({client, ...own});
    return fixture<RedeemElement>(
      html`<rai-store-redeem .scene=${scene} .product=${product}></rai-store-redeem>`,
    );
  }

  const title = (way: RedeemElement) => said(within(way, '.title'));
  const telling = (way: RedeemElement, words: string) => until(words, () => title(way) === words);
  const field = (way: RedeemElement, name: string) => within<HTMLInputElement>(way, `[name="${name}"]`)!;
  const mistake = (way: RedeemElement, name: string) =>
    said(within(way, `#${field(way, name).getAttribute('aria-describedby')}`));

  const confirm = (way: RedeemElement) => part(way, 'confirm')!.click();

  /** Goes all the way, with the page's answer. */
  async function redeemed(outcome: RedeemOutcome, product: Product = aProduct()): Promise<RedeemElement> {
    answer = (event) => event.respondWith(outcome);
    const way = await wayTo(product);
    confirm(way);
    await until('the outcome', () => asked.length && !within(way, '.bar') && !part(way, 'confirm'));
    return way;
  }

  it('asks first whether the shopper wants to pay that', async () => {
    const way = await wayTo(aProduct({discount: {price: 90}}));

    expect(title(way)).to.equal('Redeem Premium Voucher for 90 Coins?');
    expect(asked).to.have.lengthOf(0);
    await expect(way).to.be.accessible();
  }).timeout(10_000);

  it('asks without a price for what is free', async () => {
    const way = await wayTo(aProduct({price: 0, name: undefined}));

    expect(title(way)).to.equal('Redeem Reward for free?');
  });

  it('keeps a name that is written the other way together within its question', async () => {
    const hebrew = await wayTo(aProduct({name: 'כרטיס 2'}));
    const arabic = await wayTo(aProduct({name: 'Mug (2)'}), {text: await loadText('ar')});

    expect(title(hebrew)).to.equal('Redeem \u2068כרטיס 2\u2069 for 100 Coins?');
    expect(title(arabic)).to.contain('\u2068Mug (2)\u2069').and.to.contain(' Coins\u2069');
  });

  it('tells the page once what was confirmed, with the price of now', async () => {
    const way = await wayTo(aProduct({price: 100}));

    confirm(way);
    confirm(way);
    await until('the event', () => asked.length);
    await until('the end', () => !within(way, '.bar'));

    expect(asked).to.have.lengthOf(1);
    expect(asked[0]!.product).to.include({id: idOf(1), price: 90});
    expect(asked[0]!.information).to.deep.equal({});
    expect(asked[0]).to.include({bubbles: true, composed: true, cancelable: true});
  });

  it('waits for the page’s answer, then shows the code and how to use it', async () => {
    let settle!: (outcome: RedeemOutcome) => void;
    answer = (event) => event.respondWith(new Promise((resolve) => (settle = resolve)));
    const way = await wayTo(aProduct({instructions: '<p>Show it.</p>'}));

    confirm(way);
    await until('the event', () => asked.length);
    expect(part(way, 'confirm')).to.not.exist;
    expect(within(way, '.bar')).to.exist;
    settle({redeemed: true, code: 'ABC-123'});

    await until('the code', () => said(part(way, 'code')) === 'ABC-123');
    expect(said(within(way, '.prose'))).to.equal('Show it.');
    await expect(way).to.be.accessible();
  }).timeout(10_000);

  it('cleans the instructions that the page answers with', async () => {
    const instructions =
      '<p onclick="alert(1)">Go <a href="javascript:alert(1)">there</a></p><img src=x onerror=alert(1)>';

    const way = await redeemed({redeemed: true, instructions});

    const prose = within(way, '.prose')!;
    expect(said(prose)).to.equal('Go there');
    expect(outsidePolicy(prose).filter((what) => what !== 'a node #comment')).to.deep.equal([]);
    expect(part(way, 'code')).to.not.exist;
  });

  it('shows a code as it is', async () => {
    const way = await redeemed({redeemed: true, code: '<b>&amp;'});

    expect(said(part(way, 'code'))).to.equal('<b>&amp;');
  });

  it('tells why it did not work, in the page’s words', async () => {
    const way = await redeemed({redeemed: false, reason: 'You have 20 Coins too few.'});

    expect(title(way)).to.equal('You have 20 Coins too few.');
    expect(part(way, 'code')).to.not.exist;
  });

  it('tells that the outcome is unknown where the page’s answer fails', async () => {
    answer = (event) => event.respondWith(Promise.reject(new Error('down')));
    const way = await wayTo(aProduct());
    const before = title(way);

    confirm(way);
    await until('the failure', () => asked.length && !within(way, '.bar') && title(way) !== before);

    expect(part(way, 'code')).to.not.exist;
    expect(part(way, 'confirm')).to.not.exist;
    await expect(way).to.be.accessible();
  }).timeout(10_000);

  it('leads to the community where no page answers', async () => {
    const link = 'https://community.test/';
    const way = await wayTo(aProduct(), {store: {widget: {callToAction: {link}}}});

    confirm(way);
    const found = await until('the link', () => within(way, 'a'));

    expect(found).to.have.attribute('href', link);
    expect(found).to.have.attribute('target', '_blank');
  });

  it('does not redeem what has been sold meanwhile', async () => {
    gateway.products = [aProductRecord({stocks: 0})];
    const way = await wayTo(aProduct({stock: 1}));

    confirm(way);

    await telling(way, 'Sold out');
    expect(asked).to.have.lengthOf(0);
  });

  it('tells the page what was confirmed also where the shopper closes the detail meanwhile', async () => {
    const release = gateway.hold('/products');
    const way = await wayTo(aProduct());
    const around = way.parentElement!;
    confirm(way);
    await way.updateComplete;

    way.remove();
    release();
    await until('the event', () => asked.length);

    expect(asked[0]!.target).to.equal(around);
    expect(asked[0]!.product.price).to.equal(90);
  });

  it('leaves it to the page where the stock of now cannot be read', async () => {
    gateway.fail('', 'offline');
    answer = (event) => event.respondWith({redeemed: true, code: 'ABC'});
    const way = await wayTo(aProduct());

    confirm(way);

    await until('the code', () => said(part(way, 'code')) === 'ABC');
    expect(asked[0]!.product).to.include({id: idOf(1), price: 100});
  });

  it('takes one answer to one question', async () => {
    let second: unknown;
    answer = (event) => {
      event.respondWith({redeemed: false, reason: 'First.'});
      try {
        event.respondWith({redeemed: true});
      } catch (error) {
        second = error;
      }
    };
    const way = await wayTo(aProduct());

    confirm(way);

    await telling(way, 'First.');
    expect(second).to.be.instanceOf(Error);
    expect(asked[0]!.defaultPrevented).to.equal(true);
  });

  it('moves the focus to what is so now, at every step', async () => {
    let settle!: (outcome: RedeemOutcome) => void;
    answer = (event) => event.respondWith(new Promise((resolve) => (settle = resolve)));
    const way = await wayTo(aProduct({information: ['name']}));
    const heading = async (words: string) => {
      await telling(way, words);
      expect(focused()).to.equal(within(way, '[role="heading"]'));
    };
    await heading('A few details, so that your reward finds you.');
    field(way, 'name').value = 'Ann';
    within<HTMLFormElement>(way, 'form')!.requestSubmit();
    await heading('Redeem Premium Voucher for 100 Coins?');
    confirm(way);
    await heading('Redeeming…');
    await until('the event', () => asked.length);
    settle({redeemed: true, code: 'ABC'});
    await heading('It’s yours!');

    expect(said(within(way, '[role="status"]'))).to.equal('');
  });

  describe('that was confirmed before, without an answer', () => {
    const UNANSWERED =
      'You have confirmed this before, and no answer came. Please check your balance before you redeem it again.';

    it('says so first, and asks again only then', async () => {
      answer = (event) => event.respondWith(new Promise(() => {}));
      const first = await wayTo(aProduct());
      confirm(first);
      await until('the event', () => asked.length);
      first.remove();

      const second = await wayTo(aProduct());
      expect(title(second)).to.equal(UNANSWERED);
      expect(part(second, 'confirm')).to.not.exist;
      await expect(second).to.be.accessible();
      within(second, '.action')!.click();

      await telling(second, 'Redeem Premium Voucher for 100 Coins?');
      expect(asked).to.have.lengthOf(1);
    }).timeout(10_000);

    it('says so where the page’s answer failed, and nothing where it came', async () => {
      answer = (event) => event.respondWith(Promise.reject(new Error('down')));
      const failed = await wayTo(aProduct());
      confirm(failed);
      await telling(
        failed,
        'That didn’t work, and we can’t tell how far it went. Please check your balance before you try again.',
      );
      expect(title(await wayTo(aProduct()))).to.equal(UNANSWERED);

      endAnswer(idOf(1), true);
      await redeemed({redeemed: true});
      expect(title(await wayTo(aProduct()))).to.equal('Redeem Premium Voucher for 100 Coins?');
    });

    it('says nothing where no page was there to answer', async () => {
      const way = await wayTo(aProduct());
      confirm(way);
      await telling(way, 'This reward is redeemed in the community.');

      expect(title(await wayTo(aProduct()))).to.equal('Redeem Premium Voucher for 100 Coins?');
    });

    it('says so where the page’s answer came when the shopper had left', async () => {
      let settle!: (outcome: RedeemOutcome) => void;
      answer = (event) => event.respondWith(new Promise((resolve) => (settle = resolve)));
      const way = await wayTo(aProduct());
      confirm(way);
      await until('the event', () => asked.length);

      way.remove();
      settle({redeemed: true, code: 'C-1'});
      await way.updateComplete;

      expect(title(await wayTo(aProduct()))).to.equal(UNANSWERED);
    });

    it('has the browser ask before it leaves, for as long as the answer may come', async () => {
      const isHeldBack = () => !dispatchEvent(new Event('beforeunload', {cancelable: true}));
      let settle!: (outcome: RedeemOutcome) => void;
      answer = (event) => event.respondWith(new Promise((resolve) => (settle = resolve)));
      const way = await wayTo(aProduct());
      expect(isHeldBack()).to.equal(false);

      confirm(way);
      expect(isHeldBack()).to.equal(true);
      await until('the event', () => asked.length);
      expect(isHeldBack()).to.equal(true);
      settle({redeemed: false, reason: 'No.'});
      await telling(way, 'No.');

      expect(isHeldBack()).to.equal(false);
    });
  });

  it('lets the shopper go back', async () => {
    const way = await wayTo(aProduct());
    let back = 0;
    way.addEventListener('back', () => (back += 1));

    within(way, '.quiet')!.click();

    expect(back).to.equal(1);
  });

  describe('where the merchant asks for something', () => {
    const submit = (way: RedeemElement) => within<HTMLFormElement>(way, 'form')!.requestSubmit();

    it('has a named field for each, which the browser may fill in', async () => {
      const way = await wayTo(aProduct({information: ALL}));

      expect(ALL.map((name) => field(way, name).autocomplete)).to.deep.equal([
        'name',
        'tel',
        'street-address',
      ]);
      expect(field(way, 'phone').type).to.equal('tel');
      expect(part(way, 'confirm')).to.not.exist;
      await expect(way).to.be.accessible();
    }).timeout(10_000);

    it('has only the fields that are asked for', async () => {
      const way = await wayTo(aProduct({information: ['phone']}));

      expect(field(way, 'phone')).to.exist;
      expect(field(way, 'name')).to.not.exist;
    });

    it('says beside each field what is wrong, and all of it together where the focus goes', async () => {
      const way = await wayTo(aProduct({information: ALL}));
      field(way, 'name').value = ' Ann ';
      field(way, 'phone').value = 'call me';
      field(way, 'address').value = '  ';

      submit(way);
      await way.updateComplete;
      await until('the focus', () => focused() === within(way, '.summary'));

      expect(field(way, 'name')).to.not.have.attribute('aria-invalid');
      expect(field(way, 'phone')).to.have.attribute('aria-invalid', 'true');
      expect(mistake(way, 'phone')).to.be.a('string').and.to.not.equal('');
      expect(mistake(way, 'address')).to.not.equal(mistake(way, 'phone'));
      expect(field(way, 'name').value).to.equal('Ann');
      expect([...way.shadowRoot!.querySelectorAll('.summary li')].map(said)).to.deep.equal([
        `Phone number ${mistake(way, 'phone')}`,
        `Postal address ${mistake(way, 'address')}`,
      ]);
      await expect(way).to.be.accessible();
    }).timeout(10_000);

    it('leads from what is wrong to its field', async () => {
      const way = await wayTo(aProduct({information: ALL}));
      submit(way);
      await until('the focus', () => focused() === within(way, '.summary'));

      way.shadowRoot!.querySelectorAll<HTMLElement>('.way')[2]!.click();

      expect(focused()).to.equal(field(way, 'address'));
    });

    it('leads at once to a field that alone is wrong, without a summary of one', async () => {
      const way = await wayTo(aProduct({information: ALL}));
      field(way, 'name').value = 'Ann';
      field(way, 'address').value = '1 Quay';

      submit(way);

      await until('the focus', () => focused() === field(way, 'phone'));
      expect(within(way, '.summary')).to.not.exist;
    });

    it('has a phone number read from left to right, at the side where an Arabic form begins', async () => {
      const way = await wayTo(aProduct({information: ALL}), {text: await loadText('ar')});

      expect(field(way, 'phone')).to.have.attribute('dir', 'ltr');
      expect(getComputedStyle(field(way, 'phone')).textAlign).to.equal('end');
      expect(getComputedStyle(field(way, 'name')).direction).to.equal('rtl');
    });

    for (const [number, isPhone] of [
      ['+66 2 123 4567', true],
      ['(02) 123-4567', true],
      ['081.234.5678', true],
      // As Arabic and Hindi keyboards write it.
      ['٠٨١ ٢٣٤ ٥٦٧٨', true],
      ['०८१-२३४-५६७८', true],
      ['123456', true],
      ['12345', false],
      ['+1 234 567 890 123 456', false],
      ['tel:123456789', false],
      ['123456 ext 7', false],
    ] as const) {
      it(`takes ${number} ${isPhone ? 'for' : 'not for'} a telephone number`, async () => {
        const way = await wayTo(aProduct({information: ['phone']}));
        field(way, 'phone').value = number;

        submit(way);
        await way.updateComplete;

        expect(part(way, 'confirm') !== null).to.equal(isPhone);
      });
    }

    it('tells the page what was said, without the spaces around it', async () => {
      const way = await wayTo(aProduct({information: ALL}));
      field(way, 'name').value = ' Ann ';
      field(way, 'phone').value = '+66 2 123 4567';
      field(way, 'address').value = '1 Road\nBangkok';
      submit(way);
      await until('the question', () => part(way, 'confirm'));

      confirm(way);
      await until('the event', () => asked.length);

      expect(asked[0]!.information).to.deep.equal({
        name: 'Ann',
        phone: '+66 2 123 4567',
        address: '1 Road\nBangkok',
      });
    });
  });
});
