import {expect} from '@open-wc/testing';
import type {ProductDetailElement} from '../../src/elements/product-detail.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {ABSURD_NUMBERS, ABSURD_TEXTS} from '../support/absurd.ts';
import {openFrame, type Frame} from '../support/frame.ts';
import {Gateway} from '../support/gateway.ts';
import {part, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord, aStoreRecord, type Translated} from '../support/record.ts';
import {cardsOf, chipsOf, inside} from '../support/store.ts';
import {nonsenseIn, overflowIn} from '../support/screen.ts';
import {until} from '../support/until.ts';

const LANGUAGES = ['en', 'ar', 'th'] as const;
const WIDTHS = [280, 360, 1280] as const;
const FAR = '+275760-09-13T00:00:00.000Z';

/** Descriptions that no shop has, but one may. */
const ABSURD_HTML: Readonly<Record<string, string>> = {
  'one long word': `<p>${'x'.repeat(10_000)}</p>`,
  'a long word in each kind of text': ['h1', 'pre', 'code', 'blockquote', 'dd', 'figure', 'kbd']
    .map((tag) => `<${tag}>${'x'.repeat(1_000)}</${tag}>`)
    .join(''),
  'thousands of lists, each in the one before': '<ul><li>'.repeat(3_000),
  'thousands of quotations, each in the one before': '<blockquote>'.repeat(3_000) + 'Reward',
  'thousands of boxes, each in the one before': `${'<div>'.repeat(5_000)}Reward`,
  'figures in definitions in lists': `${'<figure><dl><dd><ol><li>'.repeat(30)}Reward`,
  'a wide table': `<table><tr>${'<td>Reward</td>'.repeat(100)}</tr></table>`,
  'a table in a table in a table': `${'<table><tr><td>'.repeat(100)}Reward`,
  'a wide picture': '<img src="https://127.0.0.1:1/a.png" width="100000" height="9" alt="A picture">',
  'other alphabets, other directions': Object.values(ABSURD_TEXTS).join('<p dir="rtl">'),
};

/** A store of which all is absurd: each text in each place, and each number. */
function absurdStock() {
  const texts = Object.values(ABSURD_TEXTS);
  const own: Translated[] = [
    ...texts.map((text) => ({name: text, summary: text, description: `<p>${text}</p>`})),
    ...ABSURD_NUMBERS.flatMap((number) => [
      {price: number, discountPrice: number},
      {stocks: number, price: 1e21, isDiscountEnabled: true, discountPrice: 1e20, discountEndDate: FAR},
      {price: 1e9, isDiscountEnabled: true, discountPrice: number, discountEndDate: 'tomorrow'},
    ]),
  ];
  return {
    products: own.map((record, index) =>
      aProductRecord({name: `Reward ${index}`, ...record, _id: idOf(index + 1), displayOrder: index}),
    ),
    categories: texts.map((name, index) => aCategoryRecord({_id: idOf(0xa1 + index), name})),
    store: aStoreRecord({
      title: texts[0],
      description: texts.join(' '),
      currency: {isEnabled: true, name: texts[0]},
    }),
  };
}

async function shown(store: StoreElement, count: number) {
  await until('the cards', () => cardsOf(store).length === count);
  await until('the head', () => part(inside(store, 'rai-store-head'), 'title'));
  await until('the chips', () => chipsOf(store).length);
  await until('the finder', () => within(inside(store, 'rai-store-finder'), 'input'));
  await until('the last card', () => part(cardsOf(store).at(-1)!, 'name'));
}

describe('C7: absurd data', () => {
  let frame: Frame;

  before(async () => (frame = await openFrame(1280)));

  for (const lang of LANGUAGES) {
    it(`in a store stays in its boxes and makes sense, however narrow, in ${lang}`, async () => {
      const stock = absurdStock();
      const store = frame.store(new Gateway(stock), {lang, 'page-size': '100', balance: '1e21'});
      await shown(store, stock.products.length);

      for (const width of WIDTHS) {
        await frame.resize(width);
        expect(overflowIn(frame.document.body), `at ${width} px`).to.deep.equal([]);
        const {scrollWidth, clientWidth} = frame.document.scrollingElement!;
        expect(scrollWidth, `the page at ${width} px`).to.equal(clientWidth);
      }
      expect(nonsenseIn(frame.document.body)).to.deep.equal([]);
    }).timeout(30_000);
  }

  for (const lang of LANGUAGES) {
    it(`in a detail stays in its boxes and makes sense, however narrow, in ${lang}`, async () => {
      const stock = absurdStock();
      const products = Object.values(ABSURD_HTML).map(
        (description, index): Translated & {readonly description: string} => ({
          ...stock.products[index]!,
          description,
          redemptionInstructions: description,
        }),
      );
      const store = frame.store(new Gateway({...stock, products}), {lang, balance: '1e21'});
      await shown(store, products.length);

      for (const {_id, description} of products) {
        // Only what cannot be made narrower may scroll.
        const scrolls = description.includes('<table') ? '.prose' : '.none';
        store.product = String(_id);
        const detail = await until('the detail', () =>
          within<ProductDetailElement>(store, 'rai-product-detail'),
        );
        await until('all about it', () => detail.productId === _id && within(detail, '.instructions'));
        for (const width of WIDTHS) {
          await frame.resize(width);
          expect(overflowIn(detail, scrolls), `${description.slice(0, 20)} at ${width} px`).to.deep.equal([]);
        }
        expect(nonsenseIn(detail)).to.deep.equal([]);
      }
    }).timeout(60_000);
  }
});
