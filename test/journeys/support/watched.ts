import type {Page} from 'playwright-core';

/** What a page's owner would see of the widget that is none of theirs. */
export interface Watched {
  /** Names of the Trusted Types policies that were made, or asked for in vain. */
  readonly policies: readonly string[];
  /** Tags that were defined, in order, also in vain. */
  readonly defined: readonly string[];
  /** What the console was told, as `error: …` or `warning: …`. */
  readonly told: readonly string[];
}

interface Counts {
  policies: string[];
  defined: string[];
}

/** Watches a page from before its first script; to be called before it is opened. */
export async function watch(page: Page): Promise<() => Promise<Watched>> {
  const told: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) told.push(`${message.type()}: ${message.text()}`);
  });
  await page.addInitScript(() => {
    const counts: Counts = {policies: [], defined: []};
    Object.defineProperty(window, 'counts', {value: counts, enumerable: false});
    const calls: readonly [owner: object, name: string, names: string[]][] = [
      [Object.getPrototypeOf(window.trustedTypes) as object, 'createPolicy', counts.policies],
      [CustomElementRegistry.prototype, 'define', counts.defined],
    ];
    for (const [owner, name, names] of calls) {
      const call = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
      Reflect.set(
        owner,
        name,
        new Proxy(call, {
          apply(target, self, given: [string]) {
            names.push(given[0]);
            return Reflect.apply(target, self, given);
          },
        }),
      );
    }
  });
  return async () => {
    const counts = await page.evaluate(() => (window as unknown as {counts: Counts}).counts);
    return {...counts, told};
  };
}
