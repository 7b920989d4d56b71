import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rest, setHostStage} from '../support/host-stage.ts';

const stage = setHostStage();
const {boot, on, store} = stage;

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

describe('E17: what a page keeps', () => {
  it('is what everybody may read of the store, as long as its tab is open; no cookie, and nothing for longer', async () => {
    await on(store() + boot(), async ({page}) => {
      await rest(page);
      const kept = await page.evaluate(async () => [
        document.cookie,
        localStorage.length,
        Object.keys(sessionStorage).filter((key) => !key.startsWith('rai1 http')),
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]);

      assert.deepEqual(kept, ['', 0, [], 0, 0]);
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

      assert.deepEqual([...origins].sort(), [stage.site.url, stage.site.gateway.url].sort());
    });
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
    const address = stage.site.put('/harmless/none', {
      html: `<!doctype html><title>Page</title><body>${store('', link)}${boot()}</body>`,
    });
    for (const javaScriptEnabled of [false, true]) {
      const context = await stage.browser.newContext({javaScriptEnabled});
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
