import {expect, nextFrame} from '@open-wc/testing';
import {StoreClient} from '../../src/api/client.ts';
import {readProduct} from '../../src/api/detail.ts';
import {askEarly} from '../../src/api/early.ts';
import {cardsQuery, productUrl, storefrontUrl} from '../../src/api/requests.ts';
import {presentationOf} from '../../src/api/surroundings.ts';
import {aGateway} from '../support/gateway.ts';
import {CARD, idOf} from '../support/product.ts';
import {passTime, stopTime} from '../support/time.ts';

const kindOf = (promise: Promise<unknown>) => promise.catch(({kind}: {kind: string}) => kind);

const query = cardsQuery('en', {});

describe('an answer that was asked for early', () => {
  it('is used once instead of another request', async () => {
    const gateway = aGateway();
    const client = new StoreClient(gateway.url);
    askEarly(storefrontUrl(gateway.url, query));

    const [surroundings, {products}] = await Promise.all([
      client.surroundings(query),
      client.products(query),
    ]);

    expect(presentationOf(surroundings).title).to.equal('Rewards Store');
    expect(products).to.have.lengthOf(3);
    expect(gateway.requests).to.have.lengthOf(1);
    expect(gateway.options[0]).to.include({credentials: 'omit', referrerPolicy: 'origin', cache: 'no-cache'});

    await client.surroundings(query);

    expect(gateway.requests).to.have.lengthOf(2);
  });

  it('is used for exactly what it answers', async () => {
    const gateway = aGateway();
    askEarly(storefrontUrl(gateway.url, cardsQuery('th', {})));

    await new StoreClient(gateway.url).surroundings(query);

    expect(gateway.requests.map(({searchParams}) => searchParams.get('lang'))).to.deep.equal(['th', 'en']);
  });

  it('fails as any other, and is then asked for anew', async () => {
    const gateway = aGateway();
    const client = new StoreClient(gateway.url);
    const mend = gateway.fail('/products', 'offline');
    askEarly(productUrl(gateway.url, idOf(1), CARD, 'en'));
    mend();

    expect(await readProduct(client, idOf(1), CARD, 'en')).to.include({id: idOf(1)});
  });

  it('that never comes ends by itself', async () => {
    const gateway = aGateway();
    const client = new StoreClient(gateway.url);
    await client.prepare();
    stopTime(0);
    gateway.hold('/products');
    askEarly(productUrl(gateway.url, idOf(1), CARD, 'en'));
    await passTime(8_000);

    const kind = kindOf(readProduct(client, idOf(1), CARD, 'en'));
    await passTime(21_000);

    expect(await kind).to.equal('slow');
  });

  it('may fail before anybody wants it', async () => {
    const failures: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => failures.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    const gateway = aGateway();
    gateway.fail('/storefront', 'offline');

    askEarly(storefrontUrl(gateway.url, query));
    // The browser tells of a rejection that nobody handles after the turn it happens in.
    await new Promise((resolve) => setTimeout(resolve));
    await nextFrame();
    window.removeEventListener('unhandledrejection', note);

    expect(failures).to.deep.equal([]);
  });
});
