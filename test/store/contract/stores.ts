import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, type TestStore} from '../support/store.ts';

describe('the configuration of a store', () => {
  let store: TestStore;

  before(async () => {
    store = await aStore();
  });

  it('is closed at first, and one object', async () => {
    const {status, body, item} = await store.get('/v1/stores');

    assert.equal(status, 200);
    assert.equal(body.message, 'Read store config success.');
    assert.equal(item['isEnabled'], false);
    assert.equal(item['communityID'], store.communityId);
  });

  it('takes either edition of cover and currency, and makes addresses of its own pictures', async () => {
    const {status, body, item} = await store.put('/v1/stores', {
      isEnabled: true,
      title: 'Rewards Store',
      description: '<p>Redeem community rewards.</p>',
      cover: {isEnabled: true, light: '/pictures/light.svg', dark: 'https://example.com/dark.png'},
      currency: {isEnabled: true, name: 'Coins', light: '/pictures/coin.svg', dark: '/pictures/coin.svg'},
    });

    assert.equal(status, 200);
    assert.equal(body.message, 'Update store config success.');
    assert.deepEqual(item['cover'], {
      isEnabled: true,
      light: 'http://store.test/pictures/light.svg',
      dark: 'https://example.com/dark.png',
    });
    const april = {
      cover: {type: 'image', value: '/pictures/c.svg'},
      currency: {name: 'Coins', symbol: 'coin'},
    };
    const after = await store.put('/stores', april);
    assert.deepEqual(after.item['cover'], {type: 'image', value: 'http://store.test/pictures/c.svg'});
    assert.deepEqual(after.item['currency'], april.currency);
    assert.equal(after.item['title'], 'Rewards Store');
  });

  it("keeps the widget's key, whatever else of the widget is set", async () => {
    const key = (await store.get('/stores')).item['widget'] as {apiKey: string};
    const callToAction = {isEnabled: true, text: 'Open', link: 'https://example.com'};

    const {item} = await store.put('/stores', {widget: {callToAction}});

    assert.deepEqual(item['widget'], {isEnabled: true, apiKey: key.apiKey, callToAction});
  });

  it('gives named fields, and honours lang', async () => {
    const titleTranslations = [{language: 'th', value: 'ร้าน'}];
    await store.put('/stores', {title: 'Shop', i18n: {isTranslationEnabled: true, titleTranslations}});

    const {item} = await store.get('/stores?fields=title,currency&lang=th');

    assert.deepEqual(Object.keys(item), ['_id', 'title', 'currency']);
    assert.equal(item['title'], 'ร้าน');
    assert.equal((await store.get('/stores?fields=title&lang=en')).item['title'], 'Shop');
  });

  it('leaves translations alone that are switched off', async () => {
    await store.put('/stores', {i18n: {isTranslationEnabled: false}});

    assert.equal((await store.get('/stores?fields=title&lang=th')).item['title'], 'Shop');
  });

  const refused: [what: string, body: unknown, named: RegExp][] = [
    ['widget.apiKey', {widget: {apiKey: 'mine'}}, /widget\.apiKey: .*left out/],
    ['widgetID', {widgetID: '1'}, /widgetID/],
    ['communityID', {communityID: '1'}, /communityID/],
    ['a title of 33 characters', {title: 'x'.repeat(33)}, /title: .*32/],
    ['an open store without a title', {isEnabled: true, title: ''}, /title/],
    ['another mode of access', {widget: {accessMode: 'open'}}, /accessMode/],
    ['a field that is none', {colour: 'red'}, /colour/],
  ];
  for (const [what, body, named] of refused) {
    it(`refuses ${what} with a 400 that says so`, async () => {
      const answer = await store.put('/stores', body);
      assert.equal(answer.status, 400);
      assert.match(answer.body.message, named);
    });
  }

  it('refuses unknown fields and query names', async () => {
    assert.equal((await store.get('/stores?fields=secret')).status, 400);
    assert.equal((await store.get('/stores?limit=1')).status, 400);
  });
});
