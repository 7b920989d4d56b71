import {expect} from '@open-wc/testing';
import {DETAIL, readProduct} from '../../src/api/detail.ts';
import {CARD} from '../support/product.ts';
import {StoreClient} from '../../src/api/client.ts';
import {StoreRequestError} from '../../src/api/errors.ts';
import {cardsQuery} from '../../src/api/requests.ts';
import {Gateway} from '../support/gateway.ts';
import {idOf} from '../support/product.ts';
import {aProductRecord, productRecords} from '../support/record.ts';
import {passTime, stopTime} from '../support/time.ts';

const query = cardsQuery('en', {});

/** What a promise rejects with. */
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail('should have failed'),
    (error: unknown) => error,
  );

const kindOf = async (promise: Promise<unknown>) => {
  const error = await errorOf(promise);
  expect(error).to.be.instanceOf(StoreRequestError);
  return (error as StoreRequestError).kind;
};

describe('the client of a gateway', () => {
  let gateway: Gateway;
  let times: number[];
  let client: StoreClient;

  beforeEach(() => {
    gateway = new Gateway({products: productRecords(30)});
    times = [];
    client = new StoreClient(gateway.url, {fetch: gateway.fetch, onServerTime: (time) => times.push(time)});
  });

  const answering = (body: unknown, init?: ResponseInit) =>
    gateway.instead('', () => Response.json(body, init));

  it('reads a page of products and how many there are in all', async () => {
    const {products, total} = await client.products({...query, limit: 10, skip: 20});

    expect(products.map(({name}) => name)).to.have.ordered.members(
      Array.from({length: 10}, (_, index) => `Reward ${index + 21}`),
    );
    expect(total).to.equal(30);
  });

  it('reads a product', async () => {
    expect(await readProduct(client, idOf(3), DETAIL, 'en')).to.include({id: idOf(3), name: 'Reward 3'});
  });

  it('passes over a record without an id and one that is none', async () => {
    answering({data: [null, aProductRecord({_id: null}), aProductRecord(), 'text'], meta: {total: 4}});

    const {products, total} = await client.products(query);

    expect(products.map(({id}) => id)).to.deep.equal([idOf(1)]);
    expect(total).to.equal(4);
  });

  it('takes records of which none can be read for a failure, and none at all for an empty store', async () => {
    answering({data: [null, aProductRecord({_id: null}), 'text'], meta: {total: 3}});
    expect(await kindOf(client.products(query))).to.equal('malformed');

    answering({data: [], meta: {total: 0}});
    expect((await client.products(query)).products).to.deep.equal([]);
  });

  it('takes what it has seen for the total where none is told', async () => {
    answering({data: [aProductRecord(), aProductRecord()]});

    expect((await client.products(query)).total).to.equal(2);
    expect((await client.products({...query, skip: 24})).total).to.equal(26);
  });

  it('sends simple requests without credentials that tell no more than the page’s origin', async () => {
    await client.products(query);
    await readProduct(client, idOf(1), CARD, 'en');
    await client.surroundings(query);

    expect(gateway.options).to.have.lengthOf(3);
    for (const {signal, ...options} of gateway.options) {
      expect(options).to.deep.equal({credentials: 'omit', referrerPolicy: 'origin', cache: 'no-cache'});
      expect(signal).to.be.instanceOf(AbortSignal);
    }
  });

  const statuses: [status: number, kind: string][] = [
    [400, 'failed'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'failed'],
    [410, 'failed'],
    [429, 'busy'],
    [500, 'failed'],
    [502, 'failed'],
  ];
  for (const [status, kind] of statuses) {
    it(`fails as “${kind}” when it is answered ${status}`, async () => {
      answering({status: 'error', message: 'Not you'}, {status});

      expect(await kindOf(client.products(query))).to.equal(kind);
    });
  }

  for (const status of [404, 410]) {
    it(`takes a single product for gone when it is answered ${status}`, async () => {
      answering({status: 'error', message: 'No.'}, {status});

      expect(await kindOf(readProduct(client, idOf(1), CARD, 'en'))).to.equal('gone');
    });
  }

  const malformed: [name: string, body: BodyInit][] = [
    ['nothing', ''],
    ['half of an answer', '{"data":['],
    ['a web page', '<!doctype html><p>Hello'],
    ['no object', '[]'],
    ['an answer without data', '{"meta":{}}'],
    ['one product for a list', '{"data":{}}'],
    ['null for a list', '{"data":null}'],
  ];
  for (const [name, body] of malformed) {
    it(`fails as “malformed” when it is answered ${name}`, async () => {
      gateway.instead('', () => new Response(body));

      expect(await kindOf(client.products(query))).to.equal('malformed');
    });
  }

  it('fails as “malformed” when it is answered something else than a product', async () => {
    answering({data: {name: 'No id'}});

    expect(await kindOf(readProduct(client, idOf(1), CARD, 'en'))).to.equal('malformed');
  });

  it('fails as “offline” when no answer arrives, and tells why', async () => {
    gateway.fail('', 'offline');

    const error = (await errorOf(client.products(query))) as StoreRequestError;

    expect(error.kind).to.equal('offline');
    expect(error.cause).to.be.instanceOf(TypeError);
    expect(error.message).to.include(`${gateway.url}/products?`);
  });

  it('fails as “slow” when no answer arrives, however often it is asked for', async () => {
    await client.prepare();
    stopTime(0);
    gateway.hold('');
    let outcome: unknown;
    void errorOf(client.products(query)).then((error) => (outcome = error));

    await passTime(19_000);
    expect(outcome).to.equal(undefined);
    await passTime(2_000);

    expect(outcome).to.be.instanceOf(StoreRequestError).with.property('kind', 'slow');
    expect(gateway.requests).to.have.lengthOf(3);
  });

  it('fails as “slow” when the rest of an answer does not arrive', async () => {
    await client.prepare();
    stopTime(0);
    gateway.instead('', () => {
      const {signal} = gateway.options.at(-1)!;
      const half = new ReadableStream({
        start: (body) => {
          body.enqueue(new TextEncoder().encode('{"data":['));
          signal!.addEventListener('abort', () => body.error(signal!.reason));
        },
      });
      return new Response(half);
    });

    const kind = kindOf(client.products(query));
    await passTime(21_000);

    expect(await kind).to.equal('slow');
  });

  it('reads no answer that has no end', async () => {
    let sent = 0;
    let isCancelled = false;
    const spaces = new TextEncoder().encode(' '.repeat(1_000_000));
    gateway.instead('', () => {
      const endless = new ReadableStream({
        pull: (body) => {
          sent += 1;
          body.enqueue(spaces);
        },
        cancel: () => void (isCancelled = true),
      });
      return new Response(endless);
    });

    expect(await kindOf(client.products(query))).to.equal('malformed');

    expect(sent).to.be.within(8, 12);
    expect(isCancelled).to.equal(true);
  });

  it('tells with what status it was refused, and the id that the gateway’s log has', async () => {
    answering({}, {status: 403, headers: {'X-Request-Id': 'q-17'}});

    const error = (await errorOf(client.products(query))) as StoreRequestError;

    expect(error).to.include({kind: 'refused', status: 403, requestId: 'q-17'});
    expect(error.cause).to.be.instanceOf(Response);
  });

  it('stops with the reason of its signal', async () => {
    gateway.hold('');
    const controller = new AbortController();
    const reason = new Error('The shopper went away.');

    const error = errorOf(client.products(query, controller.signal));
    controller.abort(reason);

    expect(await error).to.equal(reason);
  });

  it('stops with the reason of its signal also while the answer is being read', async () => {
    const controller = new AbortController();
    const reason = new Error('The shopper went away.');
    gateway.instead('', (usual) => {
      queueMicrotask(() => controller.abort(reason));
      return usual();
    });

    expect(await errorOf(client.products(query, controller.signal))).to.equal(reason);
  });

  it('does not ask at all once its signal has aborted', async () => {
    const error = await errorOf(client.products(query, AbortSignal.abort('before')));

    expect(error).to.equal('before');
  });

  describe('hears the server’s time', () => {
    const now = Date.UTC(2026, 3, 28, 12);
    const date = new Date(now).toUTCString();
    const cases: [name: string, headers: Record<string, string>, times: readonly number[]][] = [
      ['from the answer’s date', {date}, [now]],
      ['from the date and the age of an answer out of a cache', {date, age: '90'}, [now + 90_000]],
      ['without an age that is no number', {date, age: 'old'}, [now]],
      ['never where the date is hidden', {}, []],
      ['never where the date is none', {date: 'yesterday', age: '5'}, []],
    ];
    for (const [name, headers, heard] of cases) {
      it(name, async () => {
        answering({data: []}, {headers});

        await client.products(query);

        expect(times).to.deep.equal(heard);
      });
    }
  });
});
