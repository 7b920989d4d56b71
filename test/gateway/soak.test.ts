import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {spawnGateway} from './support/command.ts';
import {KEY, SHOP} from './support/gateway.ts';
import {Random, times} from '../support/random.ts';
import {
  aProduct,
  CATEGORY_ID,
  hanging,
  listOf,
  PRODUCT_ID,
  refusedWith,
  respondAsSample,
} from './support/store.ts';
import {startUpstream} from './support/upstream.ts';

const DURATION = times(600_000, 4000);

/** A warm-up is left out of the comparison; a sample is too short for one. */
const WARM_UP = 120_000;

/** How long each of the eight shoppers looks at what came, so that the soak leaves the machine to others, too. */
const PACE = 20;

describe('G28: a gateway under load, before a store that fails at random', () => {
  it(`does not fail by itself in ${DURATION / 1000} seconds, and does not grow`, async (test) => {
    const random = new Random(28);
    const store = await startUpstream();
    test.after(() => store.close());
    store.answer = (request) => (random.chance(0.25) ? faultOf(random, request) : answerOf(random, request));
    const gateway = spawnGateway({
      UPSTREAM_URL: store.url,
      UPSTREAM_KEY: KEY,
      CLIENT_LIMIT: 'off',
      ORIGIN_LIMIT: 'off',
      GLOBAL_LIMIT: 'off',
      FRESH_SECONDS: '1',
      CACHE_MB: '16',
      UPSTREAM_TIMEOUT_MS: '500',
      LOG_LEVEL: 'silent',
    });
    test.after(() => gateway.stop());
    const url = await gateway.url;
    const statuses = new Map<number, number>();
    const memory: number[] = [];
    const began = Date.now();
    const isOver = () => Date.now() - began > DURATION;

    const shopper = async () => {
      while (!isOver()) {
        const leaves = random.chance(0.02) ? AbortSignal.timeout(random.below(20)) : undefined;
        const status = await statusOf(`${url}${pathOf(random)}`, leaves);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, PACE));
      }
    };
    const watcher = async () => {
      while (!isOver()) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const text = await (await fetch(`${url}/metrics`)).text();
        const bytes = Number(/^rai_gateway_process_resident_memory_bytes (\d\S*)/m.exec(text)?.[1]);
        assert.ok(bytes > 0, 'the gateway says how much memory it has');
        if (Date.now() - began > WARM_UP) memory.push(bytes);
      }
    };
    await Promise.all([watcher(), ...Array.from({length: 8}, shopper)]);

    const unexpected = [...statuses.keys()].filter(
      (status) => ![0, 200, 304, 400, 404, 502, 503, 504].includes(status),
    );
    assert.deepEqual(unexpected, []);
    assert.ok(statuses.get(200), 'nothing was answered');
    assert.ok(
      [502, 503, 504].some((status) => statuses.get(status)),
      'no fault came through',
    );
    test.diagnostic(`answers: ${JSON.stringify(Object.fromEntries(statuses))}`);
    if (memory.length < 60) return;
    const [first, last] = [memory.slice(0, 60), memory.slice(-60)].map(mean) as [number, number];
    test.diagnostic(`memory: ${(first / 2 ** 20).toFixed()} MB, then ${(last / 2 ** 20).toFixed()} MB`);
    assert.ok(last < 1.1 * first, `grown from ${first} to ${last}`);
  });
});

/** 0 for a request that was left. */
async function statusOf(url: string, signal: AbortSignal | undefined): Promise<number> {
  try {
    const response = await fetch(url, {headers: {Origin: SHOP}, ...(signal && {signal})});
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    if (signal?.aborted) return 0;
    throw error;
  }
}

const pathOf = (random: Random) =>
  random.pick([
    () => '/v1/storefront?limit=24',
    () => '/v1/products?limit=24',
    () => `/v1/products?search=keyword:${random.below(100_000)}`,
    () => `/v1/products?skip=${random.below(10_000)}&filter=categoryID:${CATEGORY_ID}`,
    () => `/v1/products/${PRODUCT_ID}?lang=${random.pick(['en', 'th', 'de', 'ja'])}`,
    () => '/v1/categories',
    () => '/v1/stores',
  ])();

function answerOf(random: Random, request: Request): Response {
  if (!/\/products\?/.test(request.url)) return respondAsSample(request);
  return listOf(
    Array.from({length: 24}, () => aProduct({description: `<p>${random.below(1e9)}</p>`.repeat(20)})),
  );
}

function faultOf(random: Random, request: Request): Response | Promise<Response> {
  return random.pick([
    () => refusedWith(random.pick([400, 401, 404, 500, 502, 503])),
    () => refusedWith(429, {'Retry-After': '1'}),
    () => hanging(request),
    () => Promise.reject<Response>(new Error('gone')),
    () => new Response('{"data":[', {headers: {'Content-Type': 'application/json'}}),
    () => listOf(['x', null, {name: {}}]),
  ])();
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
