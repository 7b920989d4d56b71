import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  CATEGORY_FIELDS,
  IN_STOCK,
  PRODUCT_FIELDS,
  STORE_FIELDS,
  WIDGET_FIELDS,
} from '../../src/api/contract.ts';
import {readFor} from '../../src/gateway/allow.ts';
import type {Resource} from '../../src/gateway/rules.ts';
import {rebuild} from '../../src/gateway/rebuild.ts';
import {aGateway, ask, bodyOf} from './support/gateway.ts';
import {times} from '../support/random.ts';
import {
  aCategory,
  aConfiguration,
  aProduct,
  listOf,
  oneOf,
  PRODUCT_ID,
  scriptedStore,
} from './support/store.ts';

/** Every name that may stand anywhere in an answer. */
const KNOWN = new Set<string>([
  ...PRODUCT_FIELDS,
  ...CATEGORY_FIELDS,
  ...STORE_FIELDS,
  ...WIDGET_FIELDS,
  IN_STOCK,
  ...['meta', 'message', 'data', 'status', 'statusCode', 'skip', 'limit', 'total'],
  ...['shouldCollectName', 'shouldCollectPhone', 'shouldCollectAddress', 'duration', 'timeframe'],
  ...[
    'type',
    'value',
    'light',
    'dark',
    'symbol',
    'mode',
    'width',
    'height',
    'useCommunityTheme',
    'text',
    'link',
  ],
  ...['palette', 'accent', 'background', 'divider', 'shadow'],
]);

/** Names of the vendor's that are nobody's business, and those that a language gives a meaning. */
const CLOSED = [
  ...['apiKey', 'allowedDomains', 'testUsers', 'testRoles', 'accessMode', 'userIdentifierFields', 'vouchers'],
  ...['productPermission', 'categoryPermission', 'communityID', '__v', 'usernames', 'i18n', 'customOptions'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'toJSON'],
];

const canary = fc.constant('planted-canary');

/** Any JSON, in which the names are often ours and now and then closed ones, with a canary behind each of those. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    fc.jsonValue(),
    fc.integer(),
    fc.constant(null),
    tie('object'),
    fc.array(tie('object'), {maxLength: 3}),
  ),
  object: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...KNOWN), tie('value'), {maxKeys: 8}),
      fc.dictionary(fc.constantFrom(...CLOSED), canary, {maxKeys: 3}),
    )
    .map(([open, closed]) => ({...open, ...closed})),
})).object;

const nested = (sample: Record<string, unknown>) =>
  fc
    .tuple(anything, fc.dictionary(fc.constantFrom(...Object.keys(sample)), anything, {maxKeys: 4}))
    .map(([more, other]) => ({
      ...sample,
      ...(more as object),
      ...other,
    }));

function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...names(member)]);
}

describe('G7: whatever the store sends', () => {
  const samples: Record<Resource, Record<string, unknown>> = {
    products: aProduct(),
    product: aProduct(),
    categories: aCategory(),
    category: aCategory(),
    store: aConfiguration(),
  };
  for (const resource of Object.keys(samples) as Resource[]) {
    it(`only members of the schema leave: ${resource}`, async () => {
      const id = resource === 'product' || resource === 'category' ? PRODUCT_ID : undefined;
      const read = readFor(resource, id, new URLSearchParams());
      const isList = resource === 'products' || resource === 'categories';

      await fc.assert(
        fc.asyncProperty(
          fc.array(nested(samples[resource]), {minLength: 1, maxLength: 3}),
          anything,
          async (items, meta) => {
            const answer = await rebuild(read, {...(meta as object), meta, data: isList ? items : items[0]});
            const text = JSON.stringify(answer);
            assert.deepEqual(
              names(JSON.parse(text)).filter((name) => !KNOWN.has(name)),
              [],
            );
          },
        ),
        {numRuns: times(20_000, 100), seed: 7},
      );
    });
  }

  it('the canaries behind closed names stay behind', async () => {
    const planted = Object.fromEntries(CLOSED.map((name) => [name, 'planted-canary']));
    const store = scriptedStore(({url}) => {
      if (url.includes('/stores'))
        return oneOf({...aConfiguration(), ...planted, widget: {isEnabled: true, ...planted}});
      if (url.includes('/categories')) return listOf([{...aCategory(), ...planted}], planted);
      return listOf(
        [{...aProduct(), ...planted, userInformation: planted, expiringVoucherHighlight: planted}],
        planted,
      );
    });

    for (const path of ['/v1/storefront', '/v1/products', '/v1/categories', '/v1/stores']) {
      const text = await (await ask(aGateway(store), path)).text();
      assert.doesNotMatch(text, /planted-canary|canary/);
    }
  });

  it('would be passed on by a gateway that deletes what it knows to be secret', () => {
    const sent = aProduct({secretOfTomorrow: 'planted-canary'});
    delete sent.productPermission;

    assert.ok(names(sent).some((name) => name === 'secretOfTomorrow' && !KNOWN.has(name)));
  });

  it('leaves the prototype of all objects alone', async () => {
    const sent = JSON.parse(
      '{"data":[{"__proto__":{"planted":1},"name":"x"}],"__proto__":{"planted":1}}',
    ) as unknown;

    const answer = await rebuild(readFor('products', undefined, new URLSearchParams('fields=name')), sent);

    assert.equal(({} as Record<string, unknown>).planted, undefined);
    assert.deepEqual(answer.data, [{name: 'x'}]);
  });
});

describe('G8: the number that is left', () => {
  const flags = [true, false, null, undefined, 'true', 1];
  const stocks = [45, 1, 0, -3, 1.5, null, undefined, '45'];
  for (const shouldDisplayRemainingQuantity of flags) {
    for (const left of stocks) {
      const shown = shouldDisplayRemainingQuantity === true && typeof left === 'number';
      it(`${shown ? 'leaves' : 'stays'} where the flag is ${String(shouldDisplayRemainingQuantity)} and the stock ${String(left)}`, async () => {
        const store = scriptedStore(() => oneOf(aProduct({shouldDisplayRemainingQuantity, stocks: left})));
        const gateway = aGateway(store);

        for (const query of ['', '?fields=stocks', '?fields=stocks,name', '?fields=name']) {
          const {data} = await bodyOf(ask(gateway, `/v1/products/${PRODUCT_ID}${query}`));
          const isAsked = query !== '?fields=name';
          assert.equal(data.stocks, shown && isAsked ? left : undefined);
          const says = isAsked && !shown && typeof left === 'number' ? left > 0 : undefined;
          assert.equal(data[IN_STOCK], says);
        }
      });
    }
  }

  it('can be known only if the flag is, so the flag is asked for, too', async () => {
    const store = scriptedStore(() => oneOf(aProduct()));

    const {data} = await bodyOf(ask(aGateway(store), `/v1/products/${PRODUCT_ID}?fields=stocks`));

    assert.match(store.requests[0]!.url, /fields=_id%2Cstocks%2CshouldDisplayRemainingQuantity$/);
    assert.deepEqual(data, {_id: PRODUCT_ID, stocks: 45});
  });
});
