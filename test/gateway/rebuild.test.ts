import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SUMMARY_LENGTH} from '../../src/api/contract.ts';
import {aGateway, ask, bodyOf} from './support/gateway.ts';
import {aConfiguration, aProduct, listOf, oneOf, PRODUCT_ID, scriptedStore} from './support/store.ts';

const productFrom = async (sent: object, fields = '') => {
  const gateway = aGateway(scriptedStore(() => oneOf(sent)));
  return (await bodyOf(ask(gateway, `/v1/products/${PRODUCT_ID}${fields && `?fields=${fields}`}`))).data;
};
const storeFrom = async (sent: object) =>
  (await bodyOf(ask(aGateway(scriptedStore(() => oneOf(sent))), '/v1/stores'))).data;

describe('a product', () => {
  it('keeps its public members as they are', async () => {
    const closed = ['communityID', 'productPermission', 'vouchers', 'isArchived', '__v'];
    const open = Object.fromEntries(Object.entries(aProduct()).filter(([name]) => !closed.includes(name)));

    assert.deepEqual(await productFrom(aProduct()), open);
  });

  it('has only the members that were asked for, though the store sends all', async () => {
    assert.deepEqual(await productFrom(aProduct(), 'name,discountEndDate'), {
      _id: PRODUCT_ID,
      name: 'Premium Voucher',
      discountEndDate: null,
    });
  });

  it('loses a member of another type and keeps the rest', async () => {
    const product = await productFrom(
      aProduct({price: '100', name: {canary: 1}, userInformation: 'yes', image: 'javascript:alert(1)'}),
      'name,price,userInformation,image,type',
    );

    assert.deepEqual(product, {_id: PRODUCT_ID, type: 'voucher'});
  });

  it('says only whether any are left where the merchant hides how many', async () => {
    const hidden = {shouldDisplayRemainingQuantity: false};

    assert.deepEqual(await productFrom(aProduct(hidden), 'stocks'), {_id: PRODUCT_ID, isInStock: true});
    assert.deepEqual(await productFrom(aProduct({...hidden, stocks: 0}), 'stocks'), {
      _id: PRODUCT_ID,
      isInStock: false,
    });
    assert.deepEqual(await productFrom(aProduct({...hidden, stocks: null}), 'stocks'), {_id: PRODUCT_ID});
    assert.deepEqual(await productFrom(aProduct(), 'stocks'), {_id: PRODUCT_ID, stocks: 45});
  });

  it('comes with the first words of its description where a card asks for them', async () => {
    const description = '<p>Two <b>tic</b>kets</p><p>for&nbsp;&amp; with<script>x</script> you</p>';

    assert.deepEqual(await productFrom(aProduct({description}), 'summary'), {
      _id: PRODUCT_ID,
      summary: 'Two tickets for & with you',
    });
    assert.deepEqual(await productFrom(aProduct({description: null}), 'summary'), {_id: PRODUCT_ID});
    const {summary} = await productFrom(aProduct({description: 'lorem '.repeat(1000)}), 'summary');
    assert.match(String(summary), /^(?:lorem )+lorem$/);
    assert.ok(String(summary).length <= SUMMARY_LENGTH);
  });

  it('may name its category by id or by word, as the editions do', async () => {
    const june = aProduct({category: 'Premium Rewards', categoryID: undefined});

    assert.deepEqual(await productFrom(june, 'category,categoryID'), {
      _id: PRODUCT_ID,
      category: 'Premium Rewards',
    });
  });
});

describe('a list', () => {
  it('keeps what it says of itself, and skips what is no record or is archived', async () => {
    const items = [aProduct(), null, 'canary', [1], aProduct({isArchived: true})];
    const gateway = aGateway(scriptedStore(() => listOf(items, {skip: 20, total: 41, apiKey: 'canary'})));

    const {meta, message, data} = await bodyOf(ask(gateway, '/v1/products?fields=name'));

    assert.deepEqual(meta, {status: 'success', statusCode: 200, skip: 20, limit: 20, total: 41});
    assert.equal(message, 'Read products success.');
    assert.deepEqual(data, [{_id: PRODUCT_ID, name: 'Premium Voucher'}]);
  });

  it('of nothing that is a record is no empty one, but an answer that cannot be read', async () => {
    const statusOf = async (items: readonly unknown[]) =>
      (await ask(aGateway(scriptedStore(() => listOf(items))), '/v1/products')).status;

    assert.equal(await statusOf([null, 'canary', [1]]), 502);
    assert.equal(await statusOf([]), 200);
  });
});

describe('the configuration', () => {
  it('keeps of its widget only what a page needs', async () => {
    const {widget, currency} = await storeFrom(aConfiguration());

    assert.deepEqual(widget, {
      isEnabled: true,
      size: {mode: 'dynamic', width: 400, height: 400},
      appearance: {light: {name: 'white-smoke', palette: {accent: 'rgb(10, 20, 30)'}}},
      callToAction: {isEnabled: true, text: 'Open', link: 'https://community.example/store'},
    });
    assert.deepEqual(currency, {isEnabled: true, name: 'Coins', light: 'https://example.com/coin.png'});
  });

  it('may have its cover and currency in the older shape', async () => {
    const older = {
      cover: {type: 'image', value: 'https://example.com/cover.png'},
      currency: {name: 'Coins', symbol: 'coin'},
    };

    const {cover, currency} = await storeFrom(aConfiguration(older));

    assert.deepEqual({cover, currency}, older);
  });

  it('loses a link that is no web address', async () => {
    const widget = {callToAction: {isEnabled: true, text: 'Open', link: 'javascript:alert(1)'}};

    assert.deepEqual((await storeFrom(aConfiguration({widget}))).widget, {
      callToAction: {isEnabled: true, text: 'Open'},
    });
  });
});
