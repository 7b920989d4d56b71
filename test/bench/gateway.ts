/**
 * How many cached reads one core serves, beside a bare Hono app that answers a constant of the same size, and how
 * long they take at a steady 2,000 a second. Prints a table; fails where the gateway falls short of its promise (G28).
 */
import autocannon from 'autocannon';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {availableParallelism} from 'node:os';

const SECONDS = Number(process.env.SECONDS ?? 4);
const ROUNDS = 3;
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

/** Runs a command on one core where the system can say so; the load comes from another. */
function pinned(core: number, command: string, args: readonly string[]): ChildProcess {
  const canPin = process.platform === 'linux' && availableParallelism() > 1;
  const [program = '', ...rest] = canPin
    ? ['taskset', '-c', String(core), command, ...args]
    : [command, ...args];
  return spawn(program, rest, {stdio: ['ignore', 'pipe', 'inherit']});
}

async function prepared(
  name: string,
  kind: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Case> {
  const server = pinned(0, process.execPath, ['--import', 'tsx', 'test/bench/gateway-server.ts', kind]);
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  const one = {name, url: `${line.toString().trim()}${path}`, headers, server};
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

const best = (one: Row, other: Row): Row => ({
  name: one.name,
  perSecond: Math.max(one.perSecond, other.perSecond),
  p99: Math.min(one.p99, other.p99),
  steadyP99: Math.min(one.steadyP99, other.steadyP99),
  bad: one.bad + other.bad,
});

const page = '/v1/products?limit=24';
const front = '/v1/storefront?limit=24';
const cases = [
  await prepared('bare Hono, the same 24 products', 'constant-products', page),
  await prepared('gateway, 24 products', 'gateway', page),
  await prepared('gateway, 24 products, br', 'gateway', page, {'Accept-Encoding': 'br'}),
  await prepared('bare Hono, the same storefront', 'constant-storefront', front),
  await prepared('gateway, storefront', 'gateway', front),
];
let rows: readonly Row[] = [];
for (let count = 0; count < ROUNDS; count++) {
  const seen: Row[] = [];
  for (const one of cases) seen.push(await round(one));
  rows = rows.length === 0 ? seen : seen.map((row, index) => best(row, rows[index]!));
}
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

const [bareProducts, products, , bareStorefront, storefront] = rows as readonly [Row, Row, Row, Row, Row];
const shares = [products.perSecond / bareProducts.perSecond, storefront.perSecond / bareStorefront.perSecond];
console.log(
  `\nshare of the bare app: products ${shares[0]!.toFixed(2)}, storefront ${shares[1]!.toFixed(2)}`,
);
const short = [
  ...shares.filter((share) => share < PROMISE.share).map(() => 'less than half of the bare app'),
  ...[products, storefront]
    .filter(({perSecond}) => perSecond < PROMISE.rate)
    .map(() => 'under 2,000 a second'),
  ...[products, storefront]
    .filter(({steadyP99}) => steadyP99 >= PROMISE.p99)
    .map(() => 'p99 of 20 ms or more'),
  ...rows.filter(({bad}) => bad > 0).map(({name}) => `errors: ${name}`),
];
for (const reason of short) console.error(`falls short: ${reason}`);
process.exitCode = short.length > 0 ? 1 : 0;
