import {expect} from '@open-wc/testing';
import {CARD} from '../support/product.ts';
import {categoriesOf, countsOf, presentationOf} from '../../src/api/surroundings.ts';
import {StoreClient} from '../../src/api/client.ts';
import {readProduct} from '../../src/api/detail.ts';
import {cardsQuery} from '../../src/api/requests.ts';
import {Gateway} from '../support/gateway.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord, aStoreRecord, productRecords} from '../support/record.ts';

const query = cardsQuery('en', {});

const kindOf = (promise: Promise<unknown>) => promise.catch(({kind}: {kind: string}) => kind);

/** The paths that were really requested. */
const paths = ({requests}: Gateway) => requests.map(({pathname}) => pathname.replace('/v1', ''));

describe('a store behind our own gateway', () => {
  let gateway: Gateway;
  let client: StoreClient;

  beforeEach(() => {
    gateway = new Gateway({
      products: productRecords(5),
      categories: [aCategoryRecord(), aCategoryRecord({_id: idOf(0xa2), name: 'Causes'})],
      store: aStoreRecord({title: 'Trail Rewards'}),
    });
    client = new StoreClient(gateway.url, {fetch: gateway.fetch});
  });

  /** Everything that a store asks for when it opens. */
  const opening = (own = query) => Promise.all([client.surroundings(own), client.products(own)]);

  it('is opened by one request', async () => {
    const [store, {products, total}] = await opening();

    expect(paths(gateway)).to.deep.equal(['/storefront']);
    expect(store.profile?.isOpen).to.equal(true);
    expect(presentationOf(store).title).to.equal('Trail Rewards');
    expect(categoriesOf(store).map(({name}) => name)).to.deep.equal(['Vouchers', 'Causes']);
    expect(countsOf(store)).to.deep.equal({[idOf(0xa1)]: 5, [idOf(0xa2)]: 0});
    expect(products.map(({name}) => name))
      .to.include('Reward 1')
      .and.to.have.lengthOf(5);
    expect(total).to.equal(5);
  });

  it('brings the summaries that the gateway makes', async () => {
    const [, {products}] = await opening();

    expect(products[0]!.summary).to.equal('Redeem for premium access.');
    expect(products[0]!.description).to.equal(undefined);
  });

  it('gives the first page to whoever asks for that very page meanwhile, and once', async () => {
    await opening();

    await client.products(query);
    await client.products({...query, search: 'mug'});

    expect(paths(gateway)).to.deep.equal(['/storefront', '/products', '/products']);
  });

  it('gives no page to somebody who wants another one', async () => {
    const [, {products}] = await Promise.all([
      client.surroundings(query),
      client.products({...query, search: '3'}),
    ]);

    expect(products.map(({name}) => name)).to.deep.equal(['Reward 3']);
  });

  it('shows what could be read where a part could not', async () => {
    gateway.fail('/categories', 502);

    const [store, {products}] = await opening();

    expect(presentationOf(store).title).to.equal('Trail Rewards');
    expect(categoriesOf(store)).to.deep.equal([]);
    expect(products).to.have.lengthOf(5);
  });

  it('leaves what stood around the products where that cannot be read again', async () => {
    const before = await client.surroundings(query);
    gateway.fail('/storefront', 'offline');

    expect(await client.surroundings(cardsQuery('th', {}))).to.deep.equal(before);
  });

  it('says why its products could not be read', async () => {
    gateway.fail('/products', 429);

    const surroundings = client.surroundings(query);

    expect(await kindOf(client.products(query))).to.equal('busy');
    expect(presentationOf(await surroundings).title).to.equal('Trail Rewards');
  });

  it('says why nothing could be read, without asking for its parts', async () => {
    gateway.fail('/storefront', 'offline');

    const surroundings = client.surroundings(query);

    expect(await kindOf(client.products(query))).to.equal('offline');
    expect(await surroundings).to.deep.equal({
      profile: undefined,
      parts: {},
    });
    expect(new Set(paths(gateway))).to.deep.equal(new Set(['/storefront']));
  });

  for (const [name, data] of [
    ['nothing', null],
    ['other things', {store: 5, categories: {data: {}}, products: {data: []}, counts: 'many'}],
    ['errors', {store: {status: 'error'}, categories: [], products: {data: []}}],
  ] as const) {
    it(`opens with an answer that holds ${name}`, async () => {
      gateway.instead('/storefront', () => Response.json({data}));

      const surroundings = await client.surroundings(query);

      expect(categoriesOf(surroundings)).to.deep.equal([]);
      expect(countsOf(surroundings)).to.deep.equal({});
    });
  }

  it('stops with the reason of its signal', async () => {
    gateway.hold('/storefront');
    const controller = new AbortController();

    const surroundings = client.surroundings(query, controller.signal).catch((error: unknown) => error);
    controller.abort('left');

    expect(await surroundings).to.equal('left');
  });

  it('keeps no page that nobody took by the time that it came', async () => {
    await client.surroundings(query);

    await client.products(query);

    expect(paths(gateway)).to.deep.equal(['/storefront', '/products']);
  });

  it('keeps nothing of a page that nobody took when it is opened again', async () => {
    await client.surroundings(query);
    const thai = cardsQuery('th', {});
    await client.surroundings(thai);

    await client.products(query);

    expect(paths(gateway)).to.deep.equal(['/storefront', '/storefront', '/products']);
  });
});

describe('a store behind a proxy that speaks the Store API alone', () => {
  it('is asked one by one, for the Store API’s own fields', async () => {
    const gateway = new Gateway({isPlain: true});
    const client = new StoreClient(gateway.url, {fetch: gateway.fetch});

    const [store, {products}] = await Promise.all([client.surroundings(query), client.products(query)]);

    expect(presentationOf(store).title).to.equal('Rewards Store');
    expect(categoriesOf(store)).to.have.lengthOf(1);
    expect(products).to.have.lengthOf(3);
    expect(paths(gateway).sort()).to.deep.equal(['/categories', '/products', '/storefront', '/stores']);
    expect(gateway.asked('/products')[0]!.searchParams.get('fields')).to.equal(
      'image,name,type,expiringVoucherHighlight,voucherExpireDate,description,price,discountPrice,isDiscountEnabled,discountStartDate,discountEndDate,stocks,shouldDisplayRemainingQuantity',
    );
  });

  it('is asked for the categories that are not archived, in the merchant’s order, and for the configuration', async () => {
    const gateway = new Gateway({isPlain: true});
    await new StoreClient(gateway.url, {fetch: gateway.fetch}).surroundings(cardsQuery('th', {}));
    const asked = (path: string) => gateway.asked(path).map(({search}) => decodeURIComponent(search));

    expect(asked('/categories')).to.deep.equal([
      '?fields=name,coverImage,shouldShowCover,viewType&lang=th&limit=100&sort=displayOrder:asc&filter=isArchived:false',
    ]);
    expect(asked('/stores')).to.deep.equal([
      '?fields=isEnabled,title,description,cover,currency,widget&lang=th',
    ]);
  });

  it('makes the summaries of the descriptions', async () => {
    const gateway = new Gateway({isPlain: true});
    const client = new StoreClient(gateway.url, {fetch: gateway.fetch});
    await client.surroundings(query);

    const {products} = await client.products(query);
    const product = await readProduct(client, idOf(2), CARD, 'en');

    expect(products[0]!.summary).to.equal('Redeem for premium access.');
    expect(product.summary).to.equal('Redeem for premium access.');
  });

  it('is known for what it is also after it could not be reached', async () => {
    const gateway = new Gateway({isPlain: true});
    const client = new StoreClient(gateway.url, {fetch: gateway.fetch});
    await client.surroundings(query);
    const mend = gateway.fail('', 'offline');
    await client.surroundings(cardsQuery('th', {}));
    mend();

    expect((await client.products(query)).products).to.have.lengthOf(3);
  });

  it('shows its products where the rest cannot be read', async () => {
    const gateway = new Gateway({isPlain: true});
    const client = new StoreClient(gateway.url, {fetch: gateway.fetch});
    gateway.fail('/stores', 403);
    gateway.fail('/categories', 'offline');

    const [store, {products}] = await Promise.all([client.surroundings(query), client.products(query)]);

    expect(store.profile).to.equal(undefined);
    expect(categoriesOf(store)).to.deep.equal([]);
    expect(products).to.have.lengthOf(3);
  });
});
