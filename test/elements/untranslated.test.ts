import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {RaiRedeemEvent, RedeemOutcome} from '../../src/elements/redeem-event.ts';
import type {RedeemElement} from '../../src/elements/redeem.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {awaitAnswer, endAnswer} from '../../src/elements/unanswered.ts';
import {StoreClient} from '../../src/api/client.ts';
import {aFailure} from '../support/failure.ts';
import {aGateway, Gateway} from '../support/gateway.ts';
import {part, within} from '../support/look.ts';
import {aProduct, idOf} from '../support/product.ts';
import {aCategoryRecord, aStoreRecord, productRecords, type Translated} from '../support/record.ts';
import {aScene} from '../support/scene.ts';
import {overflowIn} from '../support/screen.ts';
import {cardsOf, inside, openStore} from '../support/store.ts';
import {textsIn} from '../support/texts.ts';
import {until} from '../support/until.ts';

/** What merchants and communities have written, in letters that no word of the store has. */
const MERCHANT = /\p{Script=Thai}/u;

/** What `Intl`, which knows no pseudo-locale, writes in English: "in 3 hours", "Nov 21, 10:42 AM". */
const BY_INTL = /\bin \d+ (day|hour|minute)s?\b|\b[A-Z][a-z]{2} \d+, \d+:\d+\s[AP]M\b/g;

const IN_A_DAY = new Date(Date.now() + 30 * 3_600_000).toISOString();

const products: readonly Translated[] = productRecords(6, {
  name: 'กาแฟ',
  summary: 'ร้อนและเย็น',
  description: '<p>ร้อนและเย็น</p>',
  redemptionInstructions: '<p>แสดงรหัสนี้</p>',
  type: 'บัตร',
}).map((record, index) => ({
  ...record,
  ...[
    {isDiscountEnabled: true, discountPrice: 80, discountEndDate: IN_A_DAY},
    {stocks: 0},
    {stocks: 2, price: 0},
    {price: 5_000, type: 'ของ', categoryID: idOf(0xa2)},
    {
      expiringVoucherHighlight: {isEnabled: true, duration: 7, timeframe: 'days'},
      voucherExpireDate: IN_A_DAY,
    },
    {name: null, summary: null},
  ][index],
}));

const gatewayWith = (own: ConstructorParameters<typeof Gateway>[0] = {}) =>
  aGateway({
    products,
    categories: [aCategoryRecord({name: 'เครื่องดื่ม'}), aCategoryRecord({_id: idOf(0xa2), name: 'อาหาร'})],
    store: aStoreRecord({
      title: 'ของรางวัล',
      description: '<p>แลกได้เลย</p>',
      currency: {isEnabled: true, name: 'เหรียญ'},
    }),
    ...own,
  });

/** Answers whoever asks before a redemption; it knows no product. */
const shop = new Gateway({products: []});

const scene = async () =>
  aScene({
    client: new StoreClient(shop.url, {fetch: shop.fetch}),
    language: 'en-XA',
    profile: {isOpen: true, currency: {name: 'เหรียญ'}},
    store: aStoreRecord({title: 'ของรางวัล', widget: {callToAction: {link: 'https://community.test'}}}),
    categories: [aCategoryRecord({name: 'เครื่องดื่ม'})],
  });

const product = (own: Parameters<typeof aProduct>[0] = {}) =>
  aProduct({name: 'กาแฟ', summary: 'ร้อน', description: '<p>ร้อน</p>', instructions: '<p>แสดงรหัส</p>', ...own});

const storeWith = (
  own?: Parameters<typeof gatewayWith>[0],
  attributes: Readonly<Record<string, string>> = {},
) => openStore(gatewayWith(own), {lang: 'en-XA', ...attributes});

const detailOf = (store: StoreElement): Element | null => inside(store, 'rai-product-detail');

/** The way to a reward, after what the page has done with it. */
async function way(
  own: Parameters<typeof aProduct>[0],
  answer?: (event: RaiRedeemEvent) => void,
): Promise<RedeemElement> {
  const element = await fixture<RedeemElement>(
    html`<rai-store-redeem .scene=${await scene()} .product=${product(own)}></rai-store-redeem>`,
  );
  if (!answer) return element;
  element.addEventListener('rai-redeem', answer, {once: true});
  part(element, 'confirm')!.click();
  await until('the answer', () => !part(element, 'confirm'));
  return element;
}

const outcome = (result: RedeemOutcome) => async () => {
  const element = await way({}, (event) => event.respondWith(result));
  await until('the outcome', () => !within(element, '.bar'));
  return element;
};

const notice = (own: {readonly state?: string; readonly error?: unknown}) => async () =>
  fixture(
    html`<rai-store-notice
      .scene=${await scene()}
      .state=${own.state}
      .error=${own.error}
    ></rai-store-notice>`,
  );

/** What a shopper may come to see, by what it is. */
const STATES: Readonly<Record<string, () => Promise<Element>>> = {
  'a store with its cards': () => storeWith({}, {balance: '200', 'page-size': '5'}),
  'a store without a title': () =>
    storeWith({store: aStoreRecord({title: null, description: null, currency: {name: 'เหรียญ'}})}),
  'a store that nobody is signed in to': () => storeWith({}, {'signed-in': 'false'}),
  'a category of a store': () => storeWith({}, {category: idOf(0xa1)}),
  'a store whose list can be narrowed': async () => {
    const store = await storeWith({}, {balance: '200'});
    await until('the filter', () => part(inside(store, 'rai-store-finder'), 'narrow'));
    return store;
  },
  'a store with a shelf': async () => {
    const store = await storeWith({
      categories: [aCategoryRecord({_id: idOf(0xa2), name: 'อาหาร', viewType: 'preview'})],
    });
    const shelf = await until('the shelf', () => store.shadowRoot!.querySelector('rai-store-shelf'));
    shelf.scrollIntoView();
    await until('its cards', () => within(shelf, 'rai-product-card'));
    return store;
  },
  'the mark of what is stale': async () => {
    const mark = await fixture(
      html`<rai-store-stale .scene=${await scene()} .asOf=${Date.now()}></rai-store-stale>`,
    );
    return mark;
  },
  'the detail of a product': async () => {
    const store = await storeWith({}, {balance: '200'});
    part(cardsOf(store)[0]!, 'name')!.click();
    await until('the detail', () => detailOf(store)?.shadowRoot?.querySelector('details'));
    return store;
  },
  'a detail that is gone': async () => {
    const store = await storeWith({}, {product: idOf(99)});
    await until('the notice', () => detailOf(store)?.shadowRoot?.querySelector('rai-store-notice'));
    return store;
  },
  'a form to be filled in': async () => {
    const form = await way({information: ['name', 'phone', 'address']});
    within<HTMLInputElement>(form, '[name="phone"]')!.value = '?';
    within<HTMLFormElement>(form, 'form')!.requestSubmit();
    await form.updateComplete;
    return form;
  },
  'the question before a reward': () => way({}),
  'the question before a free reward': () => way({price: 0}),
  'a redemption under way': () => way({}, (event) => event.respondWith(new Promise(() => {}))),
  'a redeemed reward with its code': outcome({redeemed: true, code: '1234'}),
  'a redemption that failed': async () => {
    const element = await way({}, (event) => event.respondWith(Promise.reject(new Error('no'))));
    await until('the outcome', () => !within(element, '.bar'));
    return element;
  },
  'a redemption that was not answered': () => {
    awaitAnswer(idOf(1));
    endAnswer(idOf(1), false);
    return way({});
  },
  'a reward that is redeemed elsewhere': () => way({}, () => {}),
  'a store that is closed': notice({state: 'closed'}),
  'a search without a result': notice({state: 'empty'}),
  'a store without rewards': notice({state: 'bare'}),
  ...Object.fromEntries(
    (['offline', 'slow', 'refused', 'busy', 'failed', 'gone', 'malformed'] as const).map((kind) => [
      `a store that is ${kind}`,
      notice({error: aFailure(kind)}),
    ]),
  ),
};

/** Whether a box lacks more than the one px that an engine may round up. */
function isMoreThanRounding(overflow: string): boolean {
  const [content = 0, box = 0] = overflow.split(': ').at(-1)!.split(' > ').map(Number);
  return content - box > 1;
}

describe('in the pseudo-locale, with merchants’ texts in Thai,', () => {
  afterEach(() => endAnswer(idOf(1), true));

  for (const [name, show] of Object.entries(STATES)) {
    it(`${name} has no text that escapes translation, and marks the language of each`, async () => {
      const texts = textsIn(await show());

      const ours = texts.filter(({text}) => text.startsWith('['));
      // A label has no markup: the search's is the store's title, or holds a product's name.
      const theirs = texts.filter(
        ({text, isLabel}) => MERCHANT.test(text) && !text.includes('[') && !isLabel,
      );
      expect(ours).to.not.deep.equal([]);
      expect(texts.filter(({text}) => /[a-z]/i.test(text.replace(BY_INTL, '')))).to.deep.equal([]);
      expect(ours.filter(({lang}) => lang !== 'en-XA')).to.deep.equal([]);
      expect(theirs.filter(({lang}) => lang !== 'en')).to.deep.equal([]);
    });

    // A shelf's row of cards stands out on both sides, by what a focus ring needs.
    if (name === 'a store with a shelf') continue;
    it(`${name} has room for it in 340 px`, async () => {
      const element = await show();
      element.parentElement!.style.setProperty('width', '340px');
      await nextFrame();
      await nextFrame();

      const cut = overflowIn(element.shadowRoot!, '[part~="nav"], .row');
      expect(cut.filter(isMoreThanRounding)).to.deep.equal([]);
    });
  }
});
