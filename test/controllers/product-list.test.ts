import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {StoreClient} from '../../src/api/client.ts';
import {cardsQuery, type ListOptions} from '../../src/api/requests.ts';
import {ProductListController} from '../../src/controllers/product-list.ts';
import {Gateway} from '../support/gateway.ts';
import '../support/host.ts';
import type {HostElement} from '../support/host.ts';
import {idOf} from '../support/product.ts';
import {productRecords} from '../support/record.ts';
import {until} from '../support/until.ts';

describe('a list of products', () => {
  let gateway: Gateway;
  let host: HostElement;
  let list: ProductListController;
  let lang: string;
  let options: ListOptions;
  let client: StoreClient | undefined;

  beforeEach(async () => {
    gateway = new Gateway({products: productRecords(7)});
    lang = 'en';
    options = {pageSize: 3};
    client = new StoreClient(gateway.url, {fetch: gateway.fetch});
    host = await fixture<HostElement>(html`<test-host></test-host>`);
  });

  function start() {
    list = new ProductListController(
      host,
      () => client,
      () => cardsQuery(lang, options),
    );
    host.requestUpdate();
  }

  /** Wants something else listed. */
  async function want(other: ListOptions) {
    options = {...options, ...other};
    host.requestUpdate();
    await host.updateComplete;
  }

  const settled = () => until('an answer', () => !list.isPending && (list.value ?? list.error));
  const names = () => list.value?.products.map(({name}) => name!.replace('Reward ', '')).join(' ');
  const listed = (wanted: string) => until(`the products ${wanted}`, () => names() === wanted);

  it('is of the first page at first', async () => {
    start();
    await host.updateComplete;
    expect(list.isPending).to.equal(true);
    expect(list.value).to.equal(undefined);

    await settled();

    expect(names()).to.equal('1 2 3');
    expect(list.value!.total).to.equal(7);
    expect(gateway.requests).to.have.lengthOf(1);
  });

  it('is not asked for while there is nobody to ask', async () => {
    client = undefined;
    start();
    await host.updateComplete;

    expect(gateway.requests).to.have.lengthOf(0);
    expect(list.value).to.equal(undefined);
  });

  it('is not asked for again while the query says the same', async () => {
    start();
    await settled();

    await want({pageSize: '3', search: ''});

    expect(gateway.requests).to.have.lengthOf(1);
  });

  it('stays until the newest query is answered', async () => {
    start();
    await settled();
    const release = gateway.hold('search=keyword:7');

    await want({search: '7'});
    expect(list.isPending).to.equal(true);
    expect(names()).to.equal('1 2 3');
    release();

    await listed('7');
    expect(list.value!.total).to.equal(1);
  });

  for (const [name, ignoresSignals] of [
    ['when the older answer comes last', false],
    ['when the older request cannot be stopped', true],
  ] as const) {
    it(`C3: is that of the newest query ${name}`, async () => {
      const fetch: typeof gateway.fetch = (input, init) => gateway.fetch(input, {...init, signal: null});
      if (ignoresSignals) client = new StoreClient(gateway.url, {fetch});
      start();
      await settled();
      const releaseOlder = gateway.hold('search=keyword:5');
      const releaseNewer = gateway.hold('search=keyword:6');

      await want({search: '5'});
      await want({search: '6'});
      releaseNewer();
      await listed('6');
      releaseOlder();
      // All that the older answer sets off comes before the next frame.
      await nextFrame();

      expect(names()).to.equal('6');
      expect(list.error).to.equal(undefined);
    });
  }

  it('grows by a page at a time, up to the last', async () => {
    start();
    await settled();

    list.more();
    await listed('1 2 3 4 5 6');
    list.more();
    await listed('1 2 3 4 5 6 7');

    expect(gateway.requests.map(({searchParams}) => searchParams.get('skip'))).to.deep.equal([
      null,
      '3',
      '6',
    ]);
  });

  it('keeps what was read of it anew while a further page was on its way, and how old the rest is', async () => {
    start();
    await settled();
    const release = gateway.hold('skip=3');
    list.more();
    await until('the question', () => gateway.requests.length === 2);

    list.renew((before) => ({
      ...before,
      products: before.products.map((product) => ({...product, stock: 0})),
      asOf: 12_345,
    }));
    release();
    await listed('1 2 3 4 5 6');

    expect(list.value!.products.map(({stock}) => stock)).to.deep.equal([0, 0, 0, 45, 45, 45]);
    expect(list.value!.asOf).to.equal(12_345);
  });

  it('takes what is read of it anew also after a further page has come', async () => {
    start();
    await settled();
    const {query} = list.value!;

    list.more();
    await listed('1 2 3 4 5 6');

    expect(list.value!.query).to.equal(query);
  });

  it('begins anew at another gateway, however far it had come', async () => {
    start();
    await settled();
    list.more();
    await listed('1 2 3 4 5 6');
    const other = new Gateway({url: 'https://other.test/v1', products: productRecords(2)});

    client = new StoreClient(other.url, {fetch: other.fetch});
    host.requestUpdate();

    await listed('1 2');
  });

  it('shows no product twice where the store has changed between two pages', async () => {
    start();
    await settled();
    gateway.products = [
      ...productRecords(1, {_id: idOf(99), name: 'Reward 99', displayOrder: -1}),
      ...gateway.products,
    ];

    list.more();

    await listed('1 2 3 4 5');
  });

  it('asks for one further page at a time', async () => {
    start();
    await settled();

    list.more();
    list.more();
    await listed('1 2 3 4 5 6');

    expect(gateway.requests).to.have.lengthOf(2);
  });

  it('ends where a further page is empty, whatever the total promised', async () => {
    start();
    await settled();
    gateway.instead('skip=3', () => Response.json({data: [], meta: {total: 7}}));

    list.more();
    await until('the end', () => list.value?.total === 3);

    expect(names()).to.equal('1 2 3');
  });

  it('stays as it is where a further page does not come, and goes on from there', async () => {
    start();
    await settled();
    list.more();
    await listed('1 2 3 4 5 6');
    const mend = gateway.fail('skip=6', 500);

    list.more();
    await until('the failure', () => list.moreError);

    expect(names()).to.equal('1 2 3 4 5 6');
    expect(list.error).to.equal(undefined);
    mend();
    list.more();
    await listed('1 2 3 4 5 6 7');
    expect(list.moreError).to.equal(undefined);
  });

  it('C3: is that of the newest query also while a further page of the last one is on its way', async () => {
    start();
    await settled();
    const release = gateway.hold('skip=3');
    list.more();

    await want({search: '7'});
    release();
    await listed('7');

    expect(list.moreError).to.equal(undefined);
    expect(list.error).to.equal(undefined);
  });

  it('says why there is none, and nothing of it while it is asked for again', async () => {
    const mend = gateway.fail('/products', 503);
    start();
    await settled();
    expect(list.error).to.include({kind: 'failed'});

    mend();
    list.retry();
    expect(list.error).to.equal(undefined);
    expect(list.isPending).to.equal(true);

    await listed('1 2 3');
    expect(list.error).to.equal(undefined);
  });

  it('says nothing of an older failure while another query is on its way', async () => {
    gateway.fail('search=keyword:5', 503);
    start();
    await settled();
    await want({search: '5'});
    await until('the failure', () => list.error);
    gateway.hold('search=keyword:6');

    await want({search: '6'});

    expect(list.error).to.equal(undefined);
  });

  it('is asked for in the new language when that changes, and stays in the old one until then', async () => {
    gateway.products = productRecords(1, {translations: {th: {name: 'Reward หนึ่ง'}}});
    start();
    await settled();
    const release = gateway.hold('lang=th');

    lang = 'th';
    host.requestUpdate();
    await host.updateComplete;
    expect(list.value!.query.lang).to.equal('en');
    expect(names()).to.equal('1');
    release();

    await listed('หนึ่ง');
    expect(list.value!.query.lang).to.equal('th');
  });

  it('C3: is no longer waited for when the host leaves the page, and asked for again when it comes back', async () => {
    const release = gateway.hold('/products');
    start();
    await until('the request', () => gateway.options[0]);
    const {parentElement} = host;

    host.remove();
    expect(gateway.options[0]!.signal!.aborted).to.equal(true);
    await nextFrame();
    expect(list.error, 'while away').to.equal(undefined);
    parentElement!.append(host);
    await until('another request', () => gateway.requests[1]);
    expect(list.error, 'when back').to.equal(undefined);
    expect(list.isPending).to.equal(true);
    release();

    await listed('1 2 3');
    expect(gateway.requests).to.have.lengthOf(2);
  });

  it('is not asked for again when the host comes back with all of it', async () => {
    start();
    await settled();
    const {parentElement} = host;

    host.remove();
    parentElement!.append(host);
    await host.updateComplete;

    expect(gateway.requests).to.have.lengthOf(1);
  });
});
