import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sign} from 'hono/jwt';
import type {GatewayOptions} from '../../src/gateway/app.ts';
import {aGateway, KEY, SHOP} from './support/gateway.ts';
import {
  aConfiguration,
  oneOf,
  PRODUCT_ID,
  respondAsSample,
  sampleStore,
  scriptedStore,
} from './support/store.ts';

const channel = {modules: async () => ['chunks/store-a1B2c3d4.js']};
const SECRET = 'a-secret-of-the-pages-server-0123456789';

/** Opens a page as a frame does: a navigation has no origin. */
const open = (path: string, options: Partial<GatewayOptions> = {}, store = sampleStore()) =>
  aGateway(store, {channel, ...options}).request(`https://gateway.example${path}`);

const policyOf = ({headers}: Response) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the channel page', () => {
  it('is a store of the gateway’s that fills the page, with all that its first card needs named in it', async () => {
    const response = await open('/channel');
    const page = await response.text();

    assert.equal(response.status, 200);
    assert.match(page, /<rai-store gateway="v1"><\/rai-store>/);
    for (const file of ['channel.js', 'rai-store.js', 'chunks/store-a1B2c3d4.js'])
      assert.ok(page.includes(`"widget/${file}"`), file);
    assert.ok(page.length < 2_500, `${page.length} characters`);
  });

  it('F6: lets exactly the store’s origins have it in a frame', async () => {
    const response = await open('/channel', {origins: [SHOP, 'http://127.0.0.1:8080']});

    assert.equal(policyOf(response)['frame-ancestors'], `${SHOP} http://127.0.0.1:8080`);
    assert.match(await response.text(), /data-parents="https:\/\/shop\.example http:\/\/127\.0\.0\.1:8080"/);
  });

  it('F6: lets the origins of the store’s configuration, too, where that is the operator’s wish', async () => {
    const configured = scriptedStore(({url}) =>
      url.includes('fields=widget')
        ? oneOf(aConfiguration({widget: {allowedDomains: ['club.example', '*.evil.example', 7]}}))
        : respondAsSample(new Request(url)),
    );

    const response = await open('/channel', {originsFromStore: true}, configured);

    assert.equal(policyOf(response)['frame-ancestors'], `${SHOP} https://club.example`);
  });

  it('F6: lets nobody where no origin is known', async () => {
    const failing = scriptedStore(() => new Response('', {status: 500}));

    const response = await open('/channel', {origins: [], originsFromStore: true}, failing);

    assert.equal(policyOf(response)['frame-ancestors'], "'none'");
    assert.match(await response.text(), /data-parents=""/);
  });

  it('runs nothing but its own scripts, by a nonce of its own each time', async () => {
    const [first, second] = [await open('/channel'), await open('/channel')];
    const policy = policyOf(first);
    const nonce = /'nonce-([^']+)'/.exec(policy['script-src']!)![1]!;
    const page = await first.text();

    assert.notEqual(policyOf(second)['script-src'], policy['script-src']);
    assert.equal(page.match(/<(script|style|link)\b/g)?.length, page.split(`nonce="${nonce}"`).length - 1);
    assert.equal(policy['default-src'], "'none'");
    assert.equal(policy['script-src'], `'nonce-${nonce}' 'strict-dynamic'`);
    assert.equal(policy['connect-src'], "'self'");
    assert.equal(policy['img-src'], 'https: data:');
    assert.equal(policy['base-uri'], "'none'");
    assert.equal(policy['form-action'], "'none'");
    assert.equal(policy['require-trusted-types-for'], "'script'");
    assert.equal(first.headers.get('cache-control'), 'no-store');
    assert.match(first.headers.get('permissions-policy')!, /camera=\(\).*geolocation=\(\).*payment=\(\)/);
  });

  for (const [query, element] of [
    ['theme=dark', /<html data-theme="dark".*<rai-store gateway="v1" theme="dark">/s],
    ['color=light', /<rai-store gateway="v1" theme="light">/],
    ['lang=th', /<html lang="th"/],
    ['locale=pt-br', /<html lang="pt-BR"/],
    [`category=${PRODUCT_ID}`, new RegExp(`category="${PRODUCT_ID}"`)],
    [`product=${PRODUCT_ID}&identifier=7`, new RegExp(`product="${PRODUCT_ID}"`)],
  ] as const) {
    it(`takes the hint ${query}`, async () => {
      assert.match(await (await open(`/channel?${query}`)).text(), element);
    });
  }

  it('takes for a hint nothing that is not plainly one', async () => {
    const plain = await (await open('/channel')).text();
    const evil = encodeURIComponent(`"><script>alert(1)</script>`);
    const attacks = ['theme', 'color', 'lang', 'locale', 'category', 'product', 'userID'].flatMap((name) =>
      [evil, 'javascript:alert(1)', '..%2f..', '%00', 'x'.repeat(1000), '%E2%80%AE', '__proto__'].map(
        (value) => `${name}=${value}`,
      ),
    );

    for (const attack of attacks) {
      const page = await (await open(`/channel?${attack}`)).text();
      assert.equal(withoutNonce(page), withoutNonce(plain), attack);
    }
  });

  it('lists what a user may see only where the operator lets pages say who it is', async () => {
    const query = `/channel?userID=${PRODUCT_ID}`;

    assert.doesNotMatch(await (await open(query)).text(), /user-id/);
    assert.match(await (await open(query, {userID: true})).text(), new RegExp(`user-id="${PRODUCT_ID}"`));
  });

  it('is there for each named store, with that store’s origins alone', async () => {
    const of = (origin: string) => ({
      upstream: 'https://store.example/v1',
      key: KEY,
      origins: [origin],
      fetch: sampleStore().fetch,
    });
    const options = {channel, stores: {alpha: of('https://alpha.example'), beta: of('https://beta.example')}};

    const alpha = await open('/s/alpha/channel?theme=dark', options);

    assert.equal(policyOf(alpha)['frame-ancestors'], 'https://alpha.example');
    assert.match(await alpha.text(), /src="\.\.\/\.\.\/widget\/channel\.js"/);
    assert.equal(policyOf(await open('/s/beta/channel', options))['frame-ancestors'], 'https://beta.example');
    assert.equal((await open('/s/gamma/channel', options)).status, 404);
  });

  it('is not there where the host does not serve the widget', async () => {
    assert.equal((await open('/channel', {channel: undefined as never})).status, 404);
  });

  it('F10: holds no key and no secret, and neither does any header', async () => {
    const response = await open('/channel', {tokenSecret: SECRET});
    const all = (await response.text()) + JSON.stringify([...response.headers]);

    assert.ok(!all.includes(KEY) && !all.includes(SECRET));
    assert.match(all, /data-token/);
  });
});

describe('a store for members', () => {
  const read = (token: string | undefined, secret?: string) =>
    aGateway(sampleStore(), secret === undefined ? {} : {tokenSecret: secret}).request(
      'https://gateway.example/v1/products?limit=1',
      {headers: token === undefined ? {} : {Authorization: `Bearer ${token}`}},
    );
  const inAMinute = () => Math.floor(Date.now() / 1000) + 60;

  it('answers who has a token that holds, and keeps that answer for them alone', async () => {
    const response = await read(await sign({sub: 'alex', exp: inAMinute()}, SECRET), SECRET);

    assert.equal(response.status, 200);
    assert.match(response.headers.get('cache-control')!, /^private/);
  });

  it('refuses everybody else with a 401 that repeats nothing', async () => {
    const tokens = [
      undefined,
      'canary',
      await sign({exp: inAMinute()}, 'another-secret-of-somebody-else-000000'),
      await sign({exp: inAMinute() - 120}, SECRET),
      await sign({sub: 'endless'}, SECRET),
      `${btoa('{"alg":"none"}').replaceAll('=', '')}.${btoa(`{"exp":${inAMinute()}}`).replaceAll('=', '')}.`,
    ];
    for (const token of tokens) {
      const response = await read(token, SECRET);
      assert.equal(response.status, 401, token);
      assert.doesNotMatch(await response.text(), /canary/);
    }
  });

  it('asks no token of a store that is for everybody', async () => {
    assert.equal((await read(undefined)).status, 200);
  });
});

const withoutNonce = (page: string) => page.replaceAll(/nonce="[^"]+"/g, '');
