import {expect, nextFrame} from '@open-wc/testing';
import {useSource} from '../../src/controllers/source.ts';
import '../../src/define/all.ts';
import {networkSource} from '../../src/define/source.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway, Gateway, open} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {aCategoryRecord, aStoreRecord, productRecords} from '../support/record.ts';
import {cardsOf, chipsOf, inside, namesIn, openStore, showing, startStore} from '../support/store.ts';
import {until} from '../support/until.ts';

/** What a store has to say in English, Thai and Arabic. */
const translated = () => ({
  products: productRecords(1, {name: 'Coffee', translations: {th: {name: 'กาแฟ'}, ar: {name: 'قهوة'}}}),
  categories: [
    aCategoryRecord({name: 'Drinks', translations: {th: {name: 'เครื่องดื่ม'}, ar: {name: 'مشروبات'}}}),
  ],
  store: aStoreRecord({title: 'Rewards', translations: {th: {title: 'ของรางวัล'}, ar: {title: 'مكافآت'}}}),
});

const IN_ENGLISH = 'Rewards | All Drinks | Coffee | Redeem';
const IN_THAI = 'ของรางวัล | ทั้งหมด เครื่องดื่ม | กาแฟ | แลก';

/** Words and data of a store, from all of its elements. */
const everything = (store: StoreElement) =>
  [
    said(part(inside(store, 'rai-store-head'), 'title')),
    chipsOf(store)
      .map((chip) => said(chip.querySelector('bdi')))
      .join(' '),
    namesIn(store)[0],
    cardsOf(store)[0] && said(part(cardsOf(store)[0]!, 'action')),
  ].join(' | ');

const reading = (store: StoreElement, words: string) => until(words, () => everything(store) === words);

describe('<rai-store> in the page’s language', () => {
  const page = document.documentElement.lang;

  afterEach(() => {
    document.documentElement.lang = page;
    useSource(networkSource);
  });

  it('asks for its data in that language and says where it speaks it', async () => {
    const gateway = aGateway(translated());
    const store = await openStore(gateway, {lang: 'th-TH'});

    await reading(store, IN_THAI);
    expect(gateway.requests[0]!.searchParams.get('lang')).to.equal('th');
    expect(part(store, 'root')).to.have.attribute('lang', 'th-TH');
    await expect(store).to.be.accessible();
  }).timeout(10_000);

  it('runs from right to left where the language does', async () => {
    const store = await openStore(aGateway(translated()), {lang: 'ar'});

    await showing(store, 'قهوة');
    expect(part(store, 'root')).to.have.attribute('dir', 'rtl');
    expect(getComputedStyle(part(store, 'grid')!).direction).to.equal('rtl');
    await expect(store).to.be.accessible();
  }).timeout(10_000);

  it('speaks English where it has no words, and still asks for the data in the page’s language', async () => {
    const gateway = aGateway(translated());
    const store = await openStore(gateway, {lang: 'sw'});

    await reading(store, IN_ENGLISH);
    expect(gateway.requests[0]!.searchParams.get('lang')).to.equal('sw');
  });

  it('follows its own attribute, the page’s, and the browser’s', async () => {
    const store = await openStore(aGateway(translated()));
    await reading(store, IN_ENGLISH);

    store.lang = 'th';
    await reading(store, IN_THAI);
    document.documentElement.lang = 'en';
    store.removeAttribute('lang');
    await reading(store, IN_ENGLISH);
    document.documentElement.lang = 'th';

    await reading(store, IN_THAI);
  });

  it('asks for nothing again where the language stays the same for it', async () => {
    const gateway = aGateway(translated());
    const store = await openStore(gateway);
    await reading(store, IN_ENGLISH);

    store.lang = 'en';
    document.documentElement.lang = 'th';
    await store.updateComplete;
    await nextFrame();

    expect(gateway.requests).to.have.lengthOf(1);
  });

  for (const late of ['store', 'products', 'words'] as const) {
    it(`changes words and data together, also where the ${late} come late`, async () => {
      // A proxy that speaks the Store API alone gives its products apart from the rest.
      const gateway = aGateway({...translated(), isPlain: late === 'products'});
      let release!: () => void;
      const store = await openStore(gateway);
      await reading(store, IN_ENGLISH);
      if (late === 'store') release = gateway.hold('/storefront');
      else if (late === 'products') release = gateway.hold('/products');
      else {
        const gate = new Promise<void>((resolve) => (release = resolve));
        useSource({...networkSource, loadText: async (tag) => gate.then(() => networkSource.loadText(tag))});
      }
      const seen = new Set<string>();
      /** Notes what is on screen until the next frame. */
      const look = async () => {
        seen.add(everything(store));
        await nextFrame();
      };

      const before = gateway.requests.length;
      store.lang = 'th';
      await until('the request', () => gateway.requests.length > before);
      for (let frame = 0; frame < 10; frame += 1) await look();
      expect([...seen]).to.deep.equal([IN_ENGLISH]);
      release();
      while (!seen.has(IN_THAI)) await look();

      expect([...seen]).to.deep.equal([IN_ENGLISH, IN_THAI]);
    });
  }

  it('C3: ends in the last language of several in a row', async () => {
    const gateway = aGateway(translated());
    const store = await openStore(gateway);
    await reading(store, IN_ENGLISH);
    const release = gateway.hold('lang=th');

    store.lang = 'th';
    await until('the request', () => gateway.requests[1]);
    store.lang = 'en-GB';
    await store.updateComplete;
    release();
    await until('the words', () => part(store, 'root')!.lang === 'en-GB');
    await nextFrame();

    expect(everything(store)).to.equal(IN_ENGLISH);
  });

  it('is one of two on a page that speak two languages', async () => {
    const [first, second] = ['one', 'two'].map(
      (name) => new Gateway({...translated(), url: `https://gateway.test/${name}`}),
    );
    open(first!, second!);
    const english = await startStore(first!, {lang: 'en'});
    const thai = await startStore(second!, {lang: 'th'});

    await reading(english, IN_ENGLISH);
    await reading(thai, IN_THAI);

    expect(first!.requests.map(({searchParams}) => searchParams.get('lang'))).to.deep.equal(['en']);
    expect(second!.requests.map(({searchParams}) => searchParams.get('lang'))).to.deep.equal(['th']);
    expect(said(within(inside(english, 'rai-store-finder'), '[role="status"]'))).to.equal('1 reward');
    expect(said(within(inside(thai, 'rai-store-finder'), '[role="status"]'))).to.equal('ของรางวัล 1 รายการ');
  });
});
