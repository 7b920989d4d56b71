/**
 * The widget as it ships beside a hand-written page of the same cards (`vanilla/`), in one run and by turns: how soon the
 * cards are there, on a slow line and on none, what they weigh, and how a list of 10,000 products behaves. Prints
 * tables; fails where the widget falls short of its aims.
 *
 * `--quick` runs fewer rounds; `--requests` also prints when each request of a load on the slow line began and ended.
 */
import {chromium} from 'playwright-core';
import {chromiumOptions} from '../../scripts/browsers.mjs';
import {ensureBuilt} from '../../scripts/build.mjs';
import {median, shortOf, tableOf, type Row} from './widget/figures.ts';
import {measureLoad, measureLong, type Load} from './widget/measure.ts';
import {loadRows, longRows, ms, type Pair} from './widget/rows.ts';
import {MANY, startServers, type Site} from './widget/servers.ts';
import {FAST, SLOW, type Profile} from './widget/visit.ts';

const isQuick = process.argv.includes('--quick');
const LOADS = isQuick ? 3 : 7;
const LONG_LISTS = isQuick ? 1 : 3;

/** In ms: on a busy machine no further round begins after so long, whatever is measured. */
const PATIENCE = isQuick ? 25_000 : 75_000;
const LONG_PATIENCE = isQuick ? 20_000 : 30_000;

ensureBuilt();
const {sites, categories, close} = await startServers();
const browser = await chromium.launch(await chromiumOptions());
const short: string[] = [];
try {
  const category = categories[1]!;
  const load = (profile: Profile) => (site: Site) => measureLoad(browser, site, profile, category);
  // Fills the gateway's cache, and what the browser itself does only once.
  await inTurns(1, load(FAST));
  for (const profile of [SLOW, FAST]) {
    const loads = await inTurns(LOADS, load(profile));
    report(profile.name, loadRows(loads, profile));
    if (profile === SLOW && process.argv.includes('--requests')) printRequests(loads);
  }
  const lists = await inTurns(LONG_LISTS, (site) => measureLong(browser, site, LONG_PATIENCE));
  report('10,000 products', longRows(lists));
  const seen = Math.min(...lists.ours.map((one) => one.seen));
  if (seen < MANY) short.push(`10,000 products: only ${seen} of them were on the page in the time there was`);
} finally {
  await browser.close();
  await close();
}
for (const reason of short) console.error(`falls short: ${reason}`);
process.exitCode = short.length > 0 ? 1 : 0;

/** Measures both pages in each round, the first of one round as the second of the next; at least once. */
async function inTurns<T>(rounds: number, measure: (site: Site) => Promise<T>): Promise<Pair<T>> {
  const found = {ours: [] as T[], vanilla: [] as T[]};
  const until = performance.now() + PATIENCE;
  for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round++) {
    for (const site of round % 2 ? [...sites].reverse() : sites) found[site.name].push(await measure(site));
  }
  return found;
}

function report(title: string, rows: readonly Row[]) {
  console.log(`\n${tableOf(title, rows)}`);
  short.push(...shortOf(title, rows));
}

/** The requests up to the twentieth card, of the load of each page whose first card came in the middle. */
function printRequests(loads: Pair<Load>) {
  for (const [name, all] of Object.entries(loads) as [string, readonly Load[]][]) {
    const middle = median(all.map(({first}) => first));
    const [one] = [...all].sort((a, b) => Math.abs(a.first - middle) - Math.abs(b.first - middle));
    console.log(`\n${name}, ms`.padEnd(45) + 'began answered   ended      bytes');
    for (const request of one!.requests.filter(({began}) => began < one!.twenty)) {
      const {began, answered = NaN, ended = NaN, bytes = NaN} = request;
      const times = [began, answered, ended].map((time) => time.toFixed(0).padStart(8)).join('');
      console.log(`${request.name.padEnd(40)}${times}${bytes.toFixed(0).padStart(11)}`);
    }
    console.log(`first card ${ms(one!.first)}, 20 cards ${ms(one!.twenty)}`);
  }
}
