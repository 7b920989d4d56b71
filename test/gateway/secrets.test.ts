import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {before, describe, it} from 'node:test';
import {logger, logging} from '../../src/gateway/log.ts';
import {metrics} from '../../src/gateway/metrics.ts';
import {observers} from '../../src/gateway/observe.ts';
import {aGateway, SHOP} from './support/gateway.ts';
import {Random, times} from '../support/random.ts';
import {tracesOf} from './support/scan.ts';
import {
  aConfiguration,
  aProduct,
  listOf,
  oneOf,
  PRODUCT_ID,
  refusedWith,
  scriptedStore,
} from './support/store.ts';

/** With characters that each coding writes in its own way. */
const SECRET = 'ck+9f/2D8c=41~Zq%7x"Wm&3';

describe('G1: the key', () => {
  const random = new Random(1);
  const lines: string[] = [];
  const log = logger('debug', () => [SECRET], {write: (line: string) => lines.push(line)});
  const numbers = metrics();
  const store = scriptedStore(() => leakyAnswer(random));
  const observer = observers(logging(log), numbers.observer);

  it('is in no answer, header, log line or number, whatever is asked and whatever the store sends', async () => {
    const count = times(100_000, 600);
    const statuses = new Map<number, number>();
    let gateway = aGateway(store, {key: SECRET, observer});
    for (let index = 0; index < count; index++) {
      // Such a store is soon left alone; a new gateway has patience again.
      if (index % 20 === 0) gateway = aGateway(store, {key: SECRET, observer});
      const response = await gateway.request(...randomRequest(random));
      const text = `${JSON.stringify([...response.headers])}\n${await response.text()}`;
      assert.deepEqual(tracesOf(SECRET, text), []);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    }

    assert.deepEqual(tracesOf(SECRET, lines.join('')), []);
    assert.deepEqual(tracesOf(SECRET, await numbers.text()), []);
    // The requests must have reached all kinds of answers for this to mean anything.
    for (const status of [200, 400, 403, 404, 405, 502])
      assert.ok(statuses.get(status), `no answer of ${status}`);
    assert.ok(store.requests.some(({headers}) => headers.get('authorization') === `Bearer ${SECRET}`));
  });

  it('would be found in any of its forms', () => {
    const forms = [
      SECRET,
      Buffer.from(SECRET).toString('base64'),
      Buffer.from(SECRET).toString('hex'),
      encodeURIComponent(SECRET),
      SECRET.slice(5, 13),
    ];
    for (const form of forms) assert.notDeepEqual(tracesOf(SECRET, `{"name":${JSON.stringify(form)}}`), []);
    assert.deepEqual(tracesOf(SECRET, JSON.stringify(aProduct())), []);
  });

  it('is taken out of a crash, too', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/gateway/support/crash.ts'], {
      env: {
        PATH: process.env.PATH ?? '',
        UPSTREAM_URL: 'https://store.example/v1',
        UPSTREAM_KEY: SECRET,
        ALLOWED_ORIGINS: SHOP,
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));

    const [code] = await once(child, 'close');

    assert.equal(code, 1);
    assert.match(said, /crashed/);
    assert.match(said, /the key is \[secret\]/);
    assert.deepEqual(tracesOf(SECRET, said), []);
  });
});

describe('G22: the log', () => {
  const lines: string[] = [];
  before(async () => {
    const log = logger('debug', () => [SECRET], {write: (line: string) => lines.push(line)});
    const store = scriptedStore(({url}) =>
      url.includes('stores') ? refusedWith(500) : listOf([aProduct()]),
    );
    const gateway = aGateway(store, {key: SECRET, observer: logging(log)});
    const headers = {
      Origin: SHOP,
      Authorization: 'Bearer canary-authorization',
      Cookie: 'session=canary-cookie',
      'X-Forwarded-For': '198.51.100.77',
      'User-Agent': 'canary-agent',
    };
    for (const path of [
      '/v1/products?search=keyword:canary-search',
      '/v1/stores',
      '/v1/products?canary=name',
    ]) {
      const bindings = {client: '203.0.113.77', target: path};
      await gateway.request(`https://gateway.example${path}`, {headers}, bindings);
    }
    await gateway.request('https://gateway.example/v1/stores', {}, {client: '2001:db8:1:2:3:4:5:6'});
    log.info({cause: `Bearer ${SECRET}`}, 'a slip');
  });

  it('tells of every request by an id, a route and a status', () => {
    const [first, second, third] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

    assert.match(String(first?.id), /^[\w-]{36}$/);
    assert.deepEqual([first?.route, first?.status, first?.source], ['products', 200, 'store']);
    assert.deepEqual([second?.route, second?.status], ['store', 502]);
    assert.match(JSON.stringify(second?.cause), /upstream status 500/);
    assert.deepEqual([third?.route, third?.status], ['products', 400]);
  });

  it('holds no key, credential, cookie, search, agent or full address', () => {
    const all = lines.join('');
    assert.doesNotMatch(all, /canary/);
    assert.doesNotMatch(all, /203\.0\.113\.77|198\.51\.100|2001:db8:1:2/);
    assert.deepEqual(tracesOf(SECRET, all), []);
  });

  it('holds the network instead of the address', () => {
    assert.match(lines.join(''), /"client":"203\.0\.113\.0\/24"/);
    assert.match(lines.join(''), /"client":"2001:db8:1::\/48"/);
  });

  it('would have held the slip, had the secret not been known', () => {
    const careless: string[] = [];
    logger('info', () => [], {write: (line: string) => careless.push(line)}).info(
      {cause: `Bearer ${SECRET}`},
      'a slip',
    );

    assert.notDeepEqual(tracesOf(SECRET, careless.join('')), []);
  });
});

describe('G29: the health of the gateway', () => {
  it('tells nothing of its settings', async () => {
    const gateway = aGateway(
      scriptedStore(() => oneOf(aConfiguration())),
      {key: SECRET},
    );

    for (const path of ['/healthz', '/readyz']) {
      const text = await (await gateway.request(`https://gateway.example${path}`)).text();
      assert.deepEqual(tracesOf(SECRET, text), []);
      assert.doesNotMatch(text, /store\.example|shop\.example|UPSTREAM|PATH/);
    }
  });
});

/** An answer of a store that echoes the credential wherever it can. */
function leakyAnswer(random: Random): Response {
  const inHtml = SECRET.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const echo = `key ${random.pick([SECRET, encodeURIComponent(SECRET), btoa(SECRET)])}`;
  const product = aProduct({
    name: random.chance(0.3) ? echo : 'Voucher',
    description: random.chance(0.3) ? `<p title="${inHtml}">x</p>` : '<p>x</p>',
    [random.pick(['token', 'vouchers', 'image', 'type', '__proto__'])]: echo,
  });
  return random.pick([
    () => listOf([product, echo], {note: echo}),
    () => oneOf(product),
    () =>
      oneOf(aConfiguration({title: echo, widget: {apiKey: SECRET, callToAction: {text: echo, link: echo}}})),
    () =>
      refusedWith(random.pick([400, 401, 403, 404, 418, 429, 500, 503]), {
        'X-Echo': 'key',
        'Retry-After': '0',
      }),
    () => Response.json({message: echo, detail: echo}, {status: 500}),
    () => new Response(echo, {headers: {'Content-Type': 'text/html'}}),
    () => new Response(`{"data":"${echo}`, {headers: {'Content-Type': 'application/json'}}),
    () => {
      throw new TypeError(`fetch failed: ${echo}`, {cause: new Error(echo)});
    },
  ])();
}

function randomRequest(random: Random): [url: string, init: RequestInit] {
  const path = random.pick([
    '/v1/products',
    '/v1/categories',
    '/v1/stores',
    '/v1/storefront',
    `/v1/products/${PRODUCT_ID}`,
    '/v1/products/canary',
    '/readyz',
    '/',
    '/v1/%2e%2e/keys',
  ]);
  const query = random.some(3, () =>
    random.pick([
      `skip=${random.below(1e6)}`,
      `limit=${random.below(120)}`,
      'fields=name,price',
      'fields=productPermission',
      `search=keyword:${random.below(1000)}`,
      'lang=th',
      `${random.below(100)}=x`,
    ]),
  );
  const origin = random.pick([SHOP, SHOP, SHOP, 'https://evil.example', 'null']);
  return [
    `https://gateway.example${path}${query.length ? `?${query.join('&')}` : ''}`,
    {
      method: random.pick(['GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE']),
      headers: random.chance(0.8) ? {Origin: origin} : {},
    },
  ];
}
