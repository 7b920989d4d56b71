import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {ProductDetailElement} from '../../src/elements/product-detail.ts';
import {absurdCategory, absurdProduct, absurdStore, noRecord} from '../support/absurd.ts';
import {openFrame, type Frame} from '../support/frame.ts';
import {Gateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aProductRecord, aStoreRecord} from '../support/record.ts';
import {runs} from '../support/runs.ts';
import {cardsOf, chipsOf, inside} from '../support/store.ts';
import {nonsenseIn, overflowIn} from '../support/screen.ts';
import {until} from '../support/until.ts';

/** What every list here ends with. */
const SANE = aProductRecord({_id: idOf(0xfff), name: 'Coffee', price: 30});

const envelope = (data: unknown) =>
  Response.json({meta: {status: 'success', statusCode: 200}, message: 'Read.', data});

/** Different records, so that none is left out because another has its id. */
const listOf = <T extends {readonly _id?: unknown}>(record: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(record, {maxLength, selector: ({_id}) => _id});

const store = fc.record({
  products: listOf(absurdProduct, 12),
  noProducts: fc.array(
    noRecord.filter((record) => !Object(record)._id),
    {maxLength: 3},
  ),
  categories: listOf(absurdCategory, 12),
  noCategories: fc.array(
    noRecord.filter((record) => !Object(record)._id),
    {maxLength: 3},
  ),
  configuration: absurdStore.filter(({isEnabled}) => isEnabled !== false),
  lang: fc.constantFrom('en', 'ar', 'th'),
  width: fc.constantFrom(280, 360, 1280),
});

describe('C6, C7: stores made of any records at all', () => {
  let frame: Frame;

  before(async () => (frame = await openFrame(1280)));

  it('show every card and chip that can be told from others, in boxes and words that make sense', async () => {
    await fc.assert(
      fc.asyncProperty(
        store,
        async ({products, noProducts, categories, noCategories, configuration, lang, width}) => {
          const gateway = new Gateway();
          gateway.instead('/products', () => envelope([...noProducts, ...products, SANE]));
          gateway.instead('/categories', () => envelope([...noCategories, ...categories]));
          gateway.instead('/stores', () => envelope(configuration));
          await frame.resize(width);
          const store = frame.store(gateway, {lang});
          await until('the cards', () => cardsOf(store).length);
          await until('the head', () => part(inside(store, 'rai-store-head'), 'title'));

          expect(cardsOf(store)).to.have.lengthOf(products.length + 1);
          for (const card of cardsOf(store))
            expect(said(part(card, 'name')), 'a name')
              .to.be.a('string')
              .and.not.equal('');
          expect(said(part(cardsOf(store).at(-1)!, 'name'))).to.equal('Coffee');
          const named = categories.filter(
            ({name, isArchived}) => typeof name === 'string' && isArchived !== true,
          );
          expect(chipsOf(store).length).to.be.at.most(named.length + 1);
          expect(nonsenseIn(frame.document.body)).to.deep.equal([]);
          expect(overflowIn(frame.document.body)).to.deep.equal([]);
        },
      ),
      {...runs(1_000, 60), endOnFailure: true},
    );
  }).timeout(300_000);

  it('show the detail of each product', async () => {
    await fc.assert(
      fc.asyncProperty(absurdProduct, store, async (product, {configuration, categories, lang, width}) => {
        const gateway = new Gateway();
        gateway.instead('/products', () => envelope([product, SANE]));
        gateway.instead('/products/', () => envelope(product));
        gateway.instead('/categories', () => envelope(categories));
        gateway.instead('/stores', () => envelope(configuration));
        await frame.resize(width);
        const store = frame.store(gateway, {lang, product: String(product._id)});
        const detail = await until('the detail', () =>
          within<ProductDetailElement>(store, 'rai-product-detail'),
        );
        await until('all about it', () => within(detail, '.scroll') && !within(detail, '.loading'));

        expect(said(within(detail, '.title')), 'a name')
          .to.be.a('string')
          .and.not.equal('');
        expect(nonsenseIn(detail)).to.deep.equal([]);
        expect(overflowIn(detail, '.prose')).to.deep.equal([]);
      }),
      {...runs(500, 40), endOnFailure: true},
    );
  }).timeout(300_000);

  it('would be found by these searches where they said nonsense', async () => {
    const gateway = new Gateway({
      products: [aProductRecord({name: 'undefined'})],
      store: aStoreRecord({title: 'NaN'}),
    });
    const store = frame.store(gateway);
    await until('the cards', () => cardsOf(store).length);
    await until('the head', () => part(inside(store, 'rai-store-head'), 'title'));

    expect(new Set(nonsenseIn(frame.document.body))).to.include.all.keys('undefined', 'NaN');
    store.style.cssText = 'width: 100px; --rai-card-width: 300px';
    part(cardsOf(store)[0]!, 'action')!.style.width = '400px';
    expect(overflowIn(frame.document.body).join()).to.match(/article\.root/);
  });
});
