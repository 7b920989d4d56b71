import {expect} from '@open-wc/testing';
import type {ProductCardElement} from '../../src/elements/product-card.ts';
import {aGateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aProductRecord, aStoreRecord} from '../support/record.ts';
import {cardsOf, chipsOf, inside, openStore} from '../support/store.ts';
import {nonsenseIn} from '../support/screen.ts';
import {until} from '../support/until.ts';

/** What stands in a field's place; `undefined` leaves the field out. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'a text',
  '7',
  7,
  true,
  false,
  [],
  ['x'],
  {},
  {value: 1},
];

/** A record in which every field says something on screen. */
const whole = {
  image: new URL('../../demo/store/catalogue/pictures/kayak.svg', import.meta.url).href,
  isDiscountEnabled: true,
  discountPrice: 80,
  discountStartDate: '2020-01-01T00:00:00.000Z',
  discountEndDate: '2200-01-01T00:00:00.000Z',
  stocks: 3,
};

const PARTS = ['image', 'name', 'summary', 'price', 'was', 'saving', 'ends', 'stock', 'verdict'] as const;

/** The parts of a card that may look otherwise where a field is wrong; no other field may touch any part. */
const TOUCHED: Readonly<Record<string, readonly (typeof PARTS)[number][]>> = {
  image: ['image'],
  name: ['name'],
  summary: ['summary'],
  price: ['price', 'was', 'saving', 'ends'],
  discountPrice: ['price', 'was', 'saving', 'ends'],
  isDiscountEnabled: ['price', 'was', 'saving', 'ends'],
  discountStartDate: ['price', 'was', 'saving', 'ends'],
  discountEndDate: ['price', 'was', 'saving', 'ends'],
  stocks: ['stock', 'verdict'],
  shouldDisplayRemainingQuantity: ['stock'],
};

/** What a card shows, by part. */
const shownBy = (card: ProductCardElement) =>
  Object.fromEntries(
    PARTS.map((name) => [name, name === 'image' ? part(card, name)?.localName : said(part(card, name))]),
  );

describe('C6: a field that is missing or not what it should be', () => {
  const fields = [...Object.keys(aProductRecord(whole)), 'aFieldNobodyKnows', 'constructor'].filter(
    (name) => name !== '_id',
  );

  for (const field of fields) {
    const touched = Object.hasOwn(TOUCHED, field) ? TOUCHED[field]! : [];

    it(`leaves the rest of its card, and the other cards: ${field} of a product`, async () => {
      const odd = WRONG.map((value, index) =>
        aProductRecord({...whole, [field]: value, _id: idOf(index + 2), displayOrder: index + 2}),
      );
      const sane = [1, odd.length + 2].map((at) =>
        aProductRecord({...whole, _id: idOf(at), displayOrder: at}),
      );
      const gateway = aGateway({products: []});
      // As it is: a server may leave the fields that it was asked for aside.
      gateway.instead('/products', () => pageOf([sane[0]!, ...odd, sane[1]!]));
      const store = await openStore(gateway);
      const cards = cardsOf(store);
      const [first, ...others] = cards.map(shownBy);

      expect(cards).to.have.lengthOf(odd.length + 2);
      expect(others.at(-1)).to.deep.equal(first);
      for (const name of PARTS) {
        expect(first![name], name).to.be.a('string');
        if (touched.includes(name)) continue;
        expect(new Set(others.map((card) => card[name])), name).to.have.keys([first![name]!]);
      }
      for (const {name, verdict} of others)
        expect([name, verdict]).to.satisfy((both: unknown[]) => both.every(Boolean));
      expect(nonsenseIn(store)).to.deep.equal([]);
    });
  }

  it('leaves out a product without an id alone', async () => {
    const gateway = aGateway({products: []});
    const odd: unknown[] = [
      ...WRONG.filter((id) => typeof id !== 'string').map((_id) => aProductRecord({_id})),
      ...WRONG,
    ];
    gateway.instead('/products', () => pageOf([...odd, aProductRecord({name: 'Coffee'}), ...odd]));
    const store = await openStore(gateway);

    expect(cardsOf(store).map((card) => said(part(card, 'name')))).to.deep.equal(['Coffee']);
  });

  it('leaves out a category without an id or a name alone', async () => {
    const odd = ['_id', 'name'].flatMap((field) =>
      WRONG.filter((value) => typeof value !== 'string').map((value) => aCategoryRecord({[field]: value})),
    );
    const records = [
      aCategoryRecord({name: 'First'}),
      ...odd,
      null,
      'x',
      5,
      [],
      aCategoryRecord({_id: idOf(7), name: 'Last'}),
    ];
    const gateway = aGateway();
    gateway.instead('/categories', () => pageOf(records));
    const store = await openStore(gateway);
    await until('the chips', () => chipsOf(store).length);

    expect(chipsOf(store).map((chip) => said(chip.querySelector('bdi')))).to.deep.equal([
      'All',
      'First',
      'Last',
    ]);
    expect(nonsenseIn(store)).to.deep.equal([]);
  });

  for (const field of Object.keys(aCategoryRecord()).filter(
    (name) => !['_id', 'name', 'isArchived'].includes(name),
  )) {
    it(`leaves every chip: ${field} of a category`, async () => {
      const categories = WRONG.map((value, index) =>
        aCategoryRecord({_id: idOf(index + 1), name: `Shelf ${index}`, [field]: value}),
      );
      const store = await openStore(aGateway({categories}));
      await until('the chips', () => chipsOf(store).length);

      expect(chipsOf(store)).to.have.lengthOf(WRONG.length + 1);
      expect(nonsenseIn(store)).to.deep.equal([]);
    });
  }

  for (const field of Object.keys(aStoreRecord()).filter((name) => name !== 'isEnabled')) {
    it(`leaves the store: ${field} of its configuration`, async () => {
      for (const value of WRONG) {
        const store = await openStore(
          aGateway({store: {...aStoreRecord({currency: {name: 'Coins'}}), [field]: value}}),
        );
        const title = await until('the head', () => part(inside(store, 'rai-store-head'), 'title'));

        expect(said(title)).to.match(/\S/);
        expect(cardsOf(store)).to.have.lengthOf(3);
        expect(within(inside(store, 'rai-store-finder'), 'input')).to.exist;
        expect(nonsenseIn(store)).to.deep.equal([]);
        store.remove();
      }
    });
  }
});

/** A page of whatever records, in the Store API's envelope. */
const pageOf = (data: readonly unknown[]) =>
  Response.json({
    meta: {status: 'success', statusCode: 200, skip: 0, limit: 100, total: data.length},
    message: 'Read.',
    data,
  });
