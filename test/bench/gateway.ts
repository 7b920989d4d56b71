/**
 * How many cached reads one core serves, beside a bare Hono app that answers a constant of the same size, and how
 * long they take at a steady 2,000 a second. Prints a table; fails where the gateway falls short of its promise (G28).
 */
import autocannon from 'autocannon';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {availableParallelism} from 'node:os';
import {aCategory, aConfiguration, aProduct, listOf, oneOf} from '../gateway/support/store.ts';
import {startUpstream} from '../gateway/support/upstream.ts';

const SECONDS = Number(process.env.SECONDS ?? 4);
const ROUNDS = 5;
const PROMISE = {rate: 2000, p99: 20, share: 0.5};

interface Case {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly server: ChildProcess;
}

interface Row {
  readonly name: string;
  readonly perSecond: number;
  readonly p99: number;
  readonly steadyP99: number;
  readonly bad: number;
}

/** Runs Node on one core where the system can say so; the load comes from another. */
function pinned(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const canPin = process.platform === 'linux' && availableParallelism() > 1;
  const [program = '', ...rest] = [...(canPin ? ['taskset', '-c', '0'] : []), process.execPath, ...args];
  return spawn(program, rest, {stdio: ['ignore', 'pipe', 'ignore'], env: {PATH: process.env.PATH, ...env}});
}

/** The gateway as it is installed, with all that it does in earnest: limits, numbers, a log line for every request. */
const gateway = () =>
  pinned(['dist/lib/gateway/main.js'], {
    UPSTREAM_URL: store.url,
    UPSTREAM_KEY: 'benchmark',
    ALLOWED_ORIGINS: 'https://shop.example',
    CLIENT_LIMIT: '100000000/60',
    ORIGIN_LIMIT: '100000000/60',
    GLOBAL_LIMIT: '100000000/60',
    PORT: '0',
  });

const constant = (of: Case) => pinned(['--import', 'tsx', 'test/bench/constant-server.ts', of.url], {});

async function prepared(
  name: string,
  server: ChildProcess,
  path: string,
  headers: Record<string, string> = {},
): Promise<Case> {
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  const address = /http:\S+/.exec(line.toString())?.[0] ?? '';
  const one = {name, url: address + path, headers, server};
  await load(one, {duration: 2});
  return one;
}

const load = ({url, headers}: Case, options: object) =>
  autocannon({url, headers: {Origin: 'https://shop.example', ...headers}, connections: 32, ...options});

/** What one round saw. Other work on the machine only ever makes it worse, so the best of several is nearest. */
async function round(one: Case): Promise<Row> {
  const full = await load(one, {duration: SECONDS});
  const steady = await load(one, {duration: SECONDS, overallRate: PROMISE.rate});
  return {
    name: one.name,
    perSecond: full.requests.average,
    p99: full.latency.p99,
    steadyP99: steady.latency.p99,
    bad: [full, steady].reduce((sum, run) => sum + run.errors + run.timeouts + run.non2xx, 0),
  };
}

const eachOf = <T>(count: number, make: (id: string) => T) =>
  Array.from({length: count}, (_, index) => make(index.toString(16).padStart(24, '0')));

const best = (one: Row, other: Row): Row => ({
  name: one.name,
  perSecond: Math.max(one.perSecond, other.perSecond),
  p99: Math.min(one.p99, other.p99),
  steadyP99: Math.min(one.steadyP99, other.steadyP99),
  bad: one.bad + other.bad,
});

const store = await startUpstream();
store.answer = ({url}) => {
  if (url.includes('/stores')) return oneOf(aConfiguration());
  if (url.includes('/categories')) return listOf(eachOf(8, (_id) => aCategory({_id})));
  const description = '<p>Two tickets with a <b>drink</b> each, on any day but holidays.</p>'.repeat(4);
  return listOf(eachOf(24, (_id) => aProduct({_id, description})));
};

const page = '/v1/products?limit=24';
const front = '/v1/storefront?limit=24';
const products = await prepared('gateway, 24 products', gateway(), page);
const storefront = await prepared('gateway, storefront', gateway(), front);
const cases = [
  await prepared('bare Hono, the same 24 products', constant(products), page),
  products,
  await prepared('gateway, 24 products, br', gateway(), page, {'Accept-Encoding': 'br'}),
  await prepared('bare Hono, the same storefront', constant(storefront), front),
  storefront,
];
const rounds: (readonly Row[])[] = [];
for (let count = 0; count < ROUNDS; count++) {
  const rows: Row[] = [];
  for (const one of cases) rows.push(await round(one));
  rounds.push(rows);
}
const rows = rounds.reduce((ones, others) => ones.map((one, index) => best(one, others[index]!)));
for (const {server} of cases) {
  server.kill();
  await once(server, 'exit');
}

console.log(
  `\n${'cached reads, one core'.padEnd(34)}${'req/s'.padStart(9)}${'p99 ms'.padStart(9)}${'p99 ms at 2000/s'.padStart(19)}`,
);
for (const {name, perSecond, p99, steadyP99} of rows) {
  console.log(
    `${name.padEnd(34)}${perSecond.toFixed(0).padStart(9)}${p99.toFixed(1).padStart(9)}${steadyP99.toFixed(1).padStart(19)}`,
  );
}

await store.close();

const [BARE_PRODUCTS, PRODUCTS, BARE_STOREFRONT, STOREFRONT] = [0, 1, 3, 4] as const;
const gateways = [rows[PRODUCTS]!, rows[STOREFRONT]!];
/** Within a round both had the same machine, however busy it was; the middle round is told. */
const share = (of: number, bare: number) =>
  rounds.map((seen) => seen[of]!.perSecond / seen[bare]!.perSecond).sort((one, other) => one - other)[
    Math.floor(ROUNDS / 2)
  ]!;
const shares = [share(PRODUCTS, BARE_PRODUCTS), share(STOREFRONT, BARE_STOREFRONT)];
console.log(
  `\nshare of the bare app: products ${shares[0]!.toFixed(2)}, storefront ${shares[1]!.toFixed(2)}`,
);
const short = [
  ...shares.filter((one) => one < PROMISE.share).map(() => 'less than half of the bare app'),
  ...gateways.filter(({perSecond}) => perSecond < PROMISE.rate).map(() => 'under 2,000 a second'),
  ...gateways.filter(({steadyP99}) => steadyP99 >= PROMISE.p99).map(() => 'p99 of 20 ms or more'),
  ...rows.filter(({bad}) => bad > 0).map(({name}) => `errors: ${name}`),
];
for (const reason of short) console.error(`falls short: ${reason}`);
process.exitCode = short.length > 0 ? 1 : 0;
