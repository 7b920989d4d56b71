import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {aStore, type TestStore} from '../support/store.ts';

describe('what a userID sees', () => {
  let store: TestStore;
  let everybody: string[];
  const members: Record<string, string> = {};
  const products: Record<string, string> = {};
  const seenBy = async (userID?: string, query = '') => {
    const {items, body} = await store.get(
      `/products?${query}${userID === undefined ? '' : `&userID=${userID}`}`,
    );
    assert.equal(body.meta['total'], items.length);
    return items.map(({name}) => name as string);
  };
  const only = (permission: object, more: object = {}) => ({
    isProductAccessEnabled: true,
    productPermission: [{permission, ...more}],
  });

  before(async () => {
    store = await aStore();
    const list = {
      'for all': {},
      'for VIPs': only({roleNames: ['VIP', 'Gold']}),
      'for early birds': only({tagNames: ['Early']}),
      'for alex': only({usernames: ['alex']}),
      'for both': only({
        combination: [
          {type: 'role', values: ['VIP']},
          {type: 'tag', values: ['Early', 'Night']},
        ],
      }),
      'for nobody': {isProductAccessEnabled: true},
      'switched off': only({roleNames: ['VIP']}, {isEnabled: false}),
      'not restricted': {
        isProductAccessEnabled: false,
        productPermission: [{permission: {roleNames: ['VIP']}}],
      },
    };
    everybody = ['for all', 'not restricted'];
    for (const [name, product] of Object.entries(list)) {
      products[name] = (await store.post('/products', {name, price: 1, ...product})).item['_id'] as string;
    }
    const people = {
      alex: {},
      vip: {roles: ['VIP']},
      early: {tags: ['Early']},
      both: {roles: ['VIP'], tags: ['Night', 'Early']},
      almost: {roles: ['VIP'], tags: ['Night']},
    };
    for (const [username, member] of Object.entries(people)) {
      members[username] = (await store.post('/demo/members', {username, ...member})).item['_id'] as string;
    }
  });

  const cases: [username: string, seen: string[]][] = [
    ['alex', ['for alex']],
    ['vip', ['for VIPs']],
    ['early', ['for early birds']],
    ['both', ['for VIPs', 'for early birds', 'for both']],
    ['almost', ['for VIPs']],
  ];
  for (const [username, seen] of cases) {
    it(`is, for ${username}, what everybody sees and ${seen.join(', ')}`, async () => {
      assert.deepEqual((await seenBy(members[username])).sort(), [...everybody, ...seen].sort());
    });
  }

  it('is what everybody sees, for an id that is no member', async () => {
    assert.deepEqual(await seenBy('507f1f77bcf86cd799439031'), everybody);
  });

  it('is everything, without a userID', async () => {
    assert.equal((await seenBy()).length, Object.keys(products).length);
  });

  it('narrows a search and a filter too', async () => {
    assert.deepEqual(await seenBy(members['vip'], 'search=keyword:vips'), ['for VIPs']);
    assert.deepEqual(await seenBy(members['early'], 'search=keyword:vips'), []);
    assert.equal((await seenBy(members['early'], 'filter=type:voucher')).length, 3);
  });

  it('makes a 404 of a single product', async () => {
    const read = async (userID: string) =>
      (await store.get(`/products/${products['for VIPs']!}?userID=${userID}`)).status;

    assert.deepEqual([await read(members['vip']!), await read(members['early']!)], [200, 404]);
  });

  it('is refused where the id is none', async () => {
    assert.equal((await store.get('/products?userID=alex')).status, 400);
  });
});
