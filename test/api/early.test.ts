import {expect} from '@open-wc/testing';
import {StoreClient} from '../../src/api/client.ts';
import {askEarly} from '../../src/api/early.ts';
import {categoriesUrl, profileUrl} from '../../src/api/requests.ts';
import {aGateway} from '../support/gateway.ts';
import {stopTime} from '../support/time.ts';

const kindOf = (promise: Promise<unknown>) => promise.catch(({kind}: {kind: string}) => kind);

describe('an answer that was asked for early', () => {
  it('is used once instead of another request', async () => {
    const gateway = aGateway();
    const client = new StoreClient(gateway.url);
    askEarly(categoriesUrl(gateway.url, 'en'));

    const first = await client.categories('en');

    expect(first).to.have.lengthOf(1);
    expect(gateway.requests).to.have.lengthOf(1);
    expect(gateway.options[0]).to.include({credentials: 'omit', referrerPolicy: 'origin'});

    await client.categories('en');

    expect(gateway.requests).to.have.lengthOf(2);
  });

  it('is used for exactly what it answers', async () => {
    const gateway = aGateway();
    const client = new StoreClient(gateway.url);
    askEarly(profileUrl(gateway.url, 'th'));

    await client.profile('en');

    expect(gateway.asked('/stores').map(({searchParams}) => searchParams.get('lang'))).to.deep.equal([
      'th',
      'en',
    ]);
  });

  it('fails as any other, and is then asked for anew', async () => {
    const gateway = aGateway();
    const client = new StoreClient(gateway.url);
    const mend = gateway.fail('/stores', 'offline');
    askEarly(profileUrl(gateway.url, 'en'));

    expect(await kindOf(client.profile('en'))).to.equal('offline');
    mend();

    expect(await client.profile('en')).to.include({title: 'Rewards Store'});
  });

  it('that never comes ends by itself', async () => {
    const time = stopTime(0);
    const gateway = aGateway();
    gateway.hold('/stores');
    askEarly(profileUrl(gateway.url, 'en'));
    await time.tickAsync(8_000);

    const kind = kindOf(new StoreClient(gateway.url).profile('en'));

    expect(await kind).to.equal('slow');
  });

  it('may fail before anybody wants it', async () => {
    const failures: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => failures.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    const gateway = aGateway();
    gateway.fail('/stores', 'offline');

    askEarly(profileUrl(gateway.url, 'en'));
    // The browser tells of a rejection that nobody handles after the turn it happens in.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise(requestAnimationFrame);
    window.removeEventListener('unhandledrejection', note);

    expect(failures).to.deep.equal([]);
  });
});
