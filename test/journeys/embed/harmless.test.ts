import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, CDPSession, Page} from 'playwright-core';
import {launch, visit, type Visit} from '../support/browser.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';

/** Mounts and unmounts; a sample of them every day, all in the long run. */
const CYCLES = process.env.LONG ? 1_000 : 60;

let site: HostSite;
let browser: Browser;
let pages = 0;

before(async () => {
  site = await startHostSite();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const boot = () => `<script type="module" src="${site.gateway.url}/widget/rai-store.js"></script>`;
const store = (attributes = '', inside = '') =>
  `<rai-store gateway="${site.gateway.url}/v1" ${attributes}>${inside}</rai-store>`;

/** Opens a page with that body, and demands that nothing went wrong there. */
async function on(
  body: string,
  journey: (visit: Visit) => Promise<void>,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<void> {
  const address = site.put(`/harmless/${(pages += 1)}`, {
    html: `<!doctype html><html lang="en"><title>Page</title><body>${body}</body></html>`,
  });
  const visited = await visit(browser);
  try {
    await prepare?.(visited.page);
    await visited.page.goto(address);
    await journey(visited);
    assert.deepEqual(visited.faults, []);
  } finally {
    await visited.close();
  }
}

/** Everything comes that comes later. */
const rest = async (page: Page) => {
  await page.locator('rai-product-card img').first().waitFor();
  await page.locator('rai-store-finder input').first().waitFor();
  await page.waitForLoadState('networkidle');
};

/** What is built into a page: every property of every built-in, with what it is. */
function builtIns(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of Object.getOwnPropertyNames(window)) {
    const {value} = Object.getOwnPropertyDescriptor(window, name) ?? {};
    if (typeof value !== 'function' || !/^[A-Z]/.test(name)) continue;
    for (const owner of [value, value.prototype] as unknown[]) {
      if (typeof owner !== 'object' && typeof owner !== 'function') continue;
      if (owner === null) continue;
      for (const key of Reflect.ownKeys(owner)) {
        const is = new Map<string, unknown>(Object.entries(Object.getOwnPropertyDescriptor(owner, key)!));
        const parts = [...is].map(([part, what]) =>
          typeof what === 'function'
            ? `${part} ${Function.prototype.toString.call(what)}`
            : `${part} ${typeof what === 'object' ? 'object' : String(what as string)}`,
        );
        found[`${name}${owner === value ? '' : '.prototype'}.${String(key)}`] = parts.join();
      }
    }
  }
  return found;
}

describe('E10: the page’s names and what is built in', () => {
  it('are as they were, but for one symbol', async () => {
    let before: Record<string, string> = {};
    let names: string[] = [];
    await on(
      boot(),
      async ({page}) => {
        before = await page.evaluate(builtIns);
        names = await page.evaluate(() => Reflect.ownKeys(window).map(String));
      },
      (page) =>
        page.route('**/rai-store.js', (route) => route.fulfill({body: '', contentType: 'text/javascript'})),
    );

    await on(store() + boot(), async ({page}) => {
      await rest(page);
      await page.locator('[part=action]').first().click();
      await page.locator('dialog').waitFor();
      const after = await page.evaluate(builtIns);
      const added = (await page.evaluate(() => Reflect.ownKeys(window).map(String))).filter(
        (name) => !names.includes(name),
      );

      assert.deepEqual(added, ['Symbol(returningai.store)']);
      assert.ok(Object.keys(before).length > 5_000);
      assert.deepEqual(after, before);
    });
  });

  it('would be seen changed', async () => {
    await on('<p></p>', async ({page}) => {
      const before = await page.evaluate(builtIns);
      await page.evaluate(() => Object.assign(Array.prototype, {last() {}}));

      assert.notDeepEqual(await page.evaluate(builtIns), before);
    });
  });
});

/** Where everything of the page's own is, and how it looks. */
function lookOfPage(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [at, element] of [
    ...document.querySelectorAll('html, body, body *:not(rai-store, script)'),
  ].entries()) {
    const {x, y, width, height} = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    found[`${at} ${element.localName}`] = [
      x,
      y,
      width,
      height,
      ...[...style].map((name) => `${name}:${style.getPropertyValue(name)}`),
    ].join();
  }
  return found;
}

describe('E13: the page around a store', () => {
  const body = () => `<h1>Ours</h1><p class="a">Words</p><button>Do</button><table><tr><td>1</td></tr></table>
    <div style="height: 1200px; overflow: hidden">${store()}</div><p>After</p><ul><li>x</li></ul>`;

  it('is where it was and looks as it did', async () => {
    let before: Record<string, string> = {};
    await on(body(), async ({page}) => void (before = await page.evaluate(lookOfPage)));
    await on(body() + boot(), async ({page}) => {
      await rest(page);

      assert.deepEqual(await page.evaluate(lookOfPage), before);
    });
  });

  it('would be seen changed', async () => {
    await on(body(), async ({page}) => {
      const before = await page.evaluate(lookOfPage);
      await page.addStyleTag({content: 'p { letter-spacing: 1px }'});

      assert.notDeepEqual(await page.evaluate(lookOfPage), before);
    });
  });
});

/** How many of what a page must not collect there are, after everything that can be freed is. */
async function held(session: CDPSession): Promise<{listeners: number; nodes: number; heap: number}> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const {metrics} = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize')};
}

/** Puts stores onto the page and takes them away; moved and copied in between. */
async function cycle({times, isKept}: {times: number; isKept: boolean}): Promise<void> {
  const gateway = document.querySelector('rai-store')!.getAttribute('gateway')!;
  const kept: Element[] = isKept ? ((window as unknown as {kept: Element[]}).kept = []) : [];
  for (let time = 0; time < times; time += 1) {
    const place = document.createElement('div');
    document.body.append(place);
    const made = document.createElement('rai-store');
    made.setAttribute('gateway', gateway);
    place.append(made);
    await (made as unknown as {ready: Promise<unknown>}).ready;
    document.body.prepend(place);
    const copy = made.cloneNode(true) as Element;
    place.append(copy);
    copy.remove();
    place.remove();
    if (isKept) kept.push(made);
  }
}

describe('E16: a store that is mounted and unmounted over and over', () => {
  it(`leaves no listener, no node and less than a megabyte: ${CYCLES} times`, async () => {
    await on(store() + boot(), async ({page}) => {
      await rest(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.evaluate(cycle, {times: 10, isKept: false});
      await page.waitForLoadState('networkidle');
      const before = await held(session);
      await page.evaluate(cycle, {times: CYCLES, isKept: false});
      await page.waitForLoadState('networkidle');
      const after = await held(session);

      assert.ok(
        after.listeners <= before.listeners + 10,
        `${before.listeners} → ${after.listeners} listeners`,
      );
      assert.ok(after.nodes <= before.nodes + 200, `${before.nodes} → ${after.nodes} nodes`);
      assert.ok(after.heap - before.heap < 1_000_000, `${after.heap - before.heap} bytes more`);
    });
  });

  it('would be seen leaving something', async () => {
    await on(store() + boot(), async ({page}) => {
      await rest(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const before = await held(session);
      await page.evaluate(cycle, {times: 20, isKept: true});
      const after = await held(session);

      assert.ok(after.nodes > before.nodes + 200, `${before.nodes} → ${after.nodes} nodes`);
    });
  });
});

describe('E17: what a page keeps', () => {
  it('is nothing of the store’s: no cookie, no storage', async () => {
    await on(store() + boot(), async ({page}) => {
      await rest(page);
      const kept = await page.evaluate(async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]);

      assert.deepEqual(kept, ['', 0, 0, 0, 0]);
      assert.deepEqual(await page.context().cookies(), []);
    });
  });
});

describe('E18: who is contacted', () => {
  it('is the gateway and the pictures’ host, and nobody else', async () => {
    await on(store() + boot(), async ({page, requests}) => {
      await rest(page);
      await page.locator('[part=action]').first().click();
      await page.locator('dialog').waitFor();
      await page.waitForLoadState('networkidle');
      const origins = new Set(requests.map((request) => new URL(request.url()).origin));

      assert.deepEqual([...origins].sort(), [site.url, site.gateway.url].sort());
    });
  });
});

describe('E19: a gateway that a blocker refuses', () => {
  it('is asked three times at most, and the shopper is told', async () => {
    await on(
      store() + boot(),
      async ({page, requests}) => {
        await page.locator('rai-store-notice [role=alert]').first().waitFor();
        const asked = requests.filter((request) => request.url().includes('/v1/storefront'));

        assert.ok(asked.length >= 1 && asked.length <= 3, `${asked.length} attempts`);
        assert.equal(await page.locator('rai-store-notice button').isVisible(), true);
      },
      (page) => page.route('**/v1/**', (route) => route.abort('blockedbyclient')),
    );
  });
});

describe('E21: before the store is there', () => {
  const link = '<a href="https://community.test/">Our rewards</a>';

  it('the page’s own link is visible where the script does not come', async () => {
    await on(
      store('', link) + boot(),
      async ({page}) => {
        await page.waitForLoadState('networkidle');

        assert.equal(await page.getByText('Our rewards').isVisible(), true);
      },
      (page) => page.route('**/rai-store.js', (route) => route.fulfill({status: 404, body: ''})),
    );
  });

  it('the page’s own link is visible without scripts, and gone once there are cards', async () => {
    const address = site.put('/harmless/none', {
      html: `<!doctype html><title>Page</title><body>${store('', link)}${boot()}</body>`,
    });
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({javaScriptEnabled});
      try {
        const page = await context.newPage();
        await page.goto(address, {waitUntil: 'networkidle'});

        assert.equal(await page.getByText('Our rewards').isVisible(), !javaScriptEnabled);
      } finally {
        await context.close();
      }
    }
  });
});
