import assert from 'node:assert/strict';
import {setTimeout as pause} from 'node:timers/promises';
import {en} from '../../../../src/i18n/messages/en.ts';
import type {EnginePage} from '../engine-page.ts';
import {FaultyGateway, type Fault} from './faulty-gateway.ts';
import type {Host} from './host.ts';
import type {Look, View} from './views.ts';

/** How long is waited for what should come, in real ms. */
const PATIENCE = 60_000;

/** How soon a shopper tries again what has failed again, in real ms: the widget's own try may have begun before its fault was over. */
const PRESSING = 3_000;

/** What a probe sees of a cell. */
interface Seen {
  readonly said?: string;
  readonly way?: string;
  readonly count: number;
  readonly isStale?: boolean;
}

declare global {
  interface Window {
    told: string[];
    look(how: Look): (Seen | null)[];
    read(): string[];
    sizes(): number[];
    act(what: string, ...rest: unknown[]): void;
    rush(factor: number): void;
    isWhole(): boolean;
  }
}

/** What no shopper is to read: values of the language that the code is written in. */
export const NONSENSE = /\b(NaN|undefined|null|Infinity|Invalid Date)\b|\[object |\{\{/;

/**
 * Plays a view with a fault each, all of them on one page, and brings what each one showed in the end. Fails where one showed
 * nothing or nonsense, offered no way on, did not come back when its fault was over, or where the page heard of an error.
 *
 * @param speed - How many times faster time passes in the page while something is wrong.
 */
export async function play(
  page: EnginePage,
  host: Host,
  view: View,
  faults: readonly (readonly [name: string, fault: Fault])[],
  speed: number,
): Promise<string[]> {
  const gateways = faults.map(([, fault]) => new FaultyGateway(fault, host.foreign));
  const all = (what: (gateway: FaultyGateway) => Promise<void>) => Promise.all(gateways.map(what));
  const where = (index: number) => `${view.name} with ${faults[index]![0]}`;
  try {
    await all((gateway) => gateway.open());
    const urls = gateways.map(({url}) => url);
    if (!view.before) await all((gateway) => gateway.set(true));
    await page.goto(host.pageOf(urls, {isCard: view.isCard ?? false, speed: view.before ? 1 : speed}));
    if (view.before) {
      await settled(page, 'list', where);
      await until(page, 'the tools', () => window.isWhole());
      for (const [what, ...rest] of view.before) {
        await page.evaluate((what, rest) => window.act(what, ...rest), what, rest);
        await settled(page, what === 'redeem' ? 'redeem' : 'detail', where);
      }
      await all((gateway) => gateway.set(true));
      const [what, ...rest] = view.act!;
      await page.evaluate(
        (speed, what, rest) => (window.rush(speed), window.act(what, ...rest)),
        speed,
        what,
        rest,
      );
    }

    const seen = await settled(page, view.look, where);
    const [texts, sizes] = [
      await page.evaluate(() => window.read()),
      await page.evaluate(() => window.sizes()),
    ];
    seen.forEach(({said, way}, index) => {
      assert.doesNotMatch(texts[index]!, NONSENSE, where(index));
      assert.ok(sizes[index]! > 20, `${where(index)} has a height`);
      const label = said && labelOf(said);
      assert.ok(
        !said || way || label === 'bare' || label === 'gone',
        `${where(index)} offers a way on: ${said}`,
      );
    });

    await all((gateway) => gateway.set(false));
    await page.evaluate(() => window.rush(1));
    const press = () => page.evaluate(() => window.act('goOn'));
    await press();
    const after = await settled(
      page,
      view.look,
      where,
      (now, index) => !hasFailed(now) || !hasFailed(seen[index]!),
      press,
    );
    assert.equal(after.length, seen.length);
    assert.deepEqual(await page.evaluate(() => window.told), [], `${view.name}: what the page heard of`);
    return seen.map((one) => inShort(one));
  } finally {
    await all((gateway) => gateway.close());
  }
}

/** Whether a cell tells of a failure that a shopper can do something about. */
const hasFailed = ({said}: Seen) => FAILURES.includes(labelOf(said));

const FAILURES = ['offline', 'slow', 'refused', 'busy', 'failed'];

/** A sentence of the widget by its key; whatever else is said, as it is. */
function labelOf(said = ''): string {
  const [key] = Object.entries(en).find(([, words]) => words === said) ?? [said];
  return key.replace(/^\w+\./, '');
}

function inShort({said, count, isStale}: Seen): string {
  if (said) return labelOf(said);
  return `${count > 0 ? 'shown' : 'nothing'}${isStale ? ', stale' : ''}`;
}

/** Waits until every cell shows something that is as it should be; presses meanwhile, where there is something to press. */
async function settled(
  page: EnginePage,
  how: Look,
  where: (index: number) => string,
  isRight: (seen: Seen, index: number) => boolean = () => true,
  press?: () => Promise<unknown>,
): Promise<Seen[]> {
  const end = Date.now() + PATIENCE;
  let pressed = Date.now();
  for (;;) {
    const seen = await page.evaluate((how) => window.look(how), how);
    const missing = seen.flatMap((one, index) => (one && isRight(one, index) ? [] : [index]));
    if (!missing.length) return seen as Seen[];
    if (Date.now() > end) {
      assert.fail(missing.map((index) => `${where(index)}: ${JSON.stringify(seen[index])}`).join('\n'));
    }
    await pause(50);
    if (!press || Date.now() < pressed + PRESSING) continue;
    await press();
    pressed = Date.now();
  }
}

async function until(page: EnginePage, what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(isSo))) {
    assert.ok(Date.now() < end, `Waited in vain for ${what}.`);
    await pause(50);
  }
}
