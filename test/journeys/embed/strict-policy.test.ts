import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page, Route} from 'playwright-core';
import {launch, visit, type Visit} from '../support/browser.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';
import {still, unlike} from '../support/still.ts';
import {watch} from '../support/watched.ts';

const NONCE = 'r4nd0m';

/** A description in which everything is that an editor writes. */
const DESCRIPTION =
  '<h3>How</h3><p>Show <b>this</b> at the <a href="https://shop.test/">till</a>.</p><table><tr><td>S</td></tr></table>';

let site: HostSite;
let browser: Browser;

before(async () => {
  site = await startHostSite({
    product: () => ({description: DESCRIPTION, userInformation: {isEnabled: true, shouldCollectName: true}}),
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const EDITIONS: Readonly<Record<string, () => string>> = {
  'one classic tag': () =>
    `<script nonce="${NONCE}" async src="${site.gateway.url}/widget/embed.js" data-gateway="${site.gateway.url}/v1"></script>`,
  'the split edition': () =>
    `<script nonce="${NONCE}" type="module" src="${site.gateway.url}/widget/rai-store.js"></script>${element()}`,
  'the single file': () =>
    `<script nonce="${NONCE}" src="${site.gateway.url}/widget/rai-store.single.js"></script>${element()}`,
};

const element = () => `<rai-store gateway="${site.gateway.url}/v1"></rai-store>`;

const POLICIES: Readonly<Record<string, () => string>> = {
  'E1, E2: a policy that allows nothing but a nonce, the gateway and the pictures': () =>
    `default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'none'; connect-src ${site.gateway.url}; ` +
    `img-src ${site.url}; base-uri 'none'; report-uri /reports`,
  'E3: Trusted Types, with the project’s one policy': () =>
    `require-trusted-types-for 'script'; trusted-types returningai-store; report-uri /reports`,
};

const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><body>${body}</body></html>`;

/** Opens a page under a policy, watched. */
async function under(
  policy: string | undefined,
  body: string,
  journey: (visit: Visit, seen: Awaited<ReturnType<typeof watch>>) => Promise<void>,
  prepare?: (page: Page) => Promise<unknown>,
) {
  const address = site.put('/strict', {
    html: page(body).replace('<link rel="icon" href="data:,">', ''),
    headers: policy ? {'Content-Security-Policy': policy} : {},
  });
  const visited = await visit(browser, {reducedMotion: 'reduce'});
  try {
    const seen = await watch(visited.page);
    await prepare?.(visited.page);
    await visited.page.goto(address);
    await journey(visited, seen);
  } finally {
    await visited.close();
  }
}

/** What holds an answer back until it is released. */
function hold() {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return {release: () => release(), route: (route: Route) => released.then(() => route.continue())};
}

/** All that a shopper does, with a picture of each step. */
async function shop(page: Page): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  const look = async () => {
    await page.mouse.move(1, 1);
    await page.waitForLoadState('networkidle');
    pictures.push(await still(page));
  };
  await page.locator('rai-product-card img').nth(2).waitFor();
  await page.getByRole('searchbox').waitFor();
  await look();
  await page.locator('[part=action]').first().click();
  await page.locator('.prose table').waitFor();
  await look();
  await page.locator('[part=redeem]').click();
  await page.locator('rai-store-redeem input').first().waitFor();
  await look();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({state: 'detached'});
  await page.getByRole('searchbox').fill('2');
  await page.waitForLoadState('networkidle');
  return pictures;
}

for (const [what, policy] of Object.entries(POLICIES)) {
  describe(what, () => {
    for (const [edition, tag] of Object.entries(EDITIONS)) {
      it(`lets a shopper do everything, without one violation and looking the same: ${edition}`, async () => {
        let usual: Buffer[] = [];
        await under(undefined, tag(), async ({page}) => void (usual = await shop(page)));
        const reports = site.asked.length;

        await under(policy(), tag(), async ({page, faults}, seen) => {
          const pictures = await shop(page);

          assert.deepEqual(faults, []);
          const {told, policies} = await seen();
          assert.deepEqual(told, []);
          assert.deepEqual(policies, ['returningai-store']);
          const sent = site.asked.slice(reports).filter((request) => request === 'POST /reports');
          assert.deepEqual(sent, []);
          for (const [step, picture] of pictures.entries())
            assert.equal(await unlike(browser, picture, usual[step]!), 0, `step ${step + 1} looks the same`);
        });
      });
    }

    it('would be seen being violated', async () => {
      await under(
        policy(),
        `${EDITIONS['the split edition']!()}<p id="x" style="color:red">x</p>
        <script nonce="${NONCE}">try { document.getElementById('x').innerHTML = '<b>y</b>'; } catch {}</script>`,
        async ({page, faults}) => {
          await page.waitForLoadState('networkidle');

          assert.notDeepEqual(faults, []);
          assert.ok(site.asked.includes('POST /reports'));
        },
      );
    });
  });
}

describe('E4: a page that refuses the project’s policy', () => {
  const refusals: Readonly<Record<string, readonly [policy: string, before: string]>> = {
    'allows none': ["require-trusted-types-for 'script'; trusted-types 'none'", ''],
    'allows another one': ["require-trusted-types-for 'script'; trusted-types other", ''],
    'has taken the name': [
      "require-trusted-types-for 'script'; trusted-types returningai-store",
      "<script>trustedTypes.createPolicy('returningai-store', {})</script>",
    ],
  };
  const gateway = () => `${site.gateway.url}/v1`;
  const ways: Readonly<Record<string, readonly [store: () => string, link: string]>> = {
    'what stands in the store': [
      () => `<rai-store gateway="${gateway()}"><a href="https://own.test/">Ours</a></rai-store>`,
      'https://own.test/',
    ],
    'its redeem-url': [
      () => `<rai-store gateway="${gateway()}" redeem-url="https://community.test/?p={product}"></rai-store>`,
      'https://community.test/?p=',
    ],
    'the store’s call to action': [
      () => `<rai-store gateway="${gateway()}"></rai-store>`,
      'https://community.example/store',
    ],
  };
  const files: Readonly<Record<string, string>> = {
    'the split edition': '<script type="module" src="/widget/rai-store.js"></script>',
    'the single file': '<script defer src="/widget/rai-store.single.js"></script>',
  };
  const script = (edition: string) => files[edition]!.replace('/widget', `${site.gateway.url}/widget`);
  /** What goes wrong besides what the policy refuses. */
  const uncaught = (faults: readonly string[]) => faults.filter((fault) => !fault.startsWith('policy: '));
  const framed = (page: Page) => page.frameLocator('rai-store-frame iframe').locator('rai-product-card');

  for (const [at, [refusal, [policy, before]]] of Object.entries(refusals).entries()) {
    for (const [edition, place] of Object.keys(files).map((name, place) => [name, place] as const)) {
      // Each refusal meets each edition every day, and each way several of them; all meet all in the long run.
      const some = Object.entries(ways).filter((_, way) => process.env.LONG || way === (at + place) % 3);
      for (const [way, [store, href]] of some) {
        it(`gets a link within a second, then a frame, and no uncaught error: it ${refusal}; ${way}; ${edition}`, async () => {
          const held = hold();
          await under(
            policy,
            before + store() + script(edition),
            async ({page, faults}) => {
              const link = page.locator('rai-store a');
              await link.waitFor();
              const loaded = await page.evaluate(() => performance.now());
              const started = await page.evaluate(
                () => performance.getEntriesByType('navigation')[0]?.duration ?? 0,
              );
              assert.ok(loaded - started < 1_000, `${loaded - started} ms after the page`);
              await page.waitForFunction(
                (href) => document.querySelector('rai-store a')?.getAttribute('href') === href,
                href,
              );
              assert.ok(await link.innerText());

              held.release();
              await framed(page).nth(2).waitFor();
              assert.equal(await link.isVisible(), false);
              assert.equal(await page.locator('rai-store-frame iframe').isVisible(), true);
              assert.deepEqual(uncaught(faults), []);
            },
            (page) => page.route('**/channel?*', held.route),
          );
        });
      }
    }
  }

  for (const edition of Object.keys(files)) {
    it(`keeps the link where it lets no frame be, either: ${edition}`, async () => {
      const policy = `${refusals['allows none']![0]}; frame-src 'none'`;
      const body = ways['the store’s call to action']![0]() + script(edition);
      await under(policy, body, async ({page, faults}) => {
        await page.locator('rai-store-frame iframe').waitFor({state: 'attached'});
        await page.waitForLoadState('networkidle');

        assert.ok(faults.some((fault) => fault.startsWith('policy: frame-src')));
        assert.equal(await page.locator('rai-store a').isVisible(), true);
        assert.equal(await page.locator('rai-store-frame').isVisible(), false);
        assert.deepEqual(uncaught(faults), []);
      });
    });
  }

  it('gets the gateway’s own page to lead to, where the store cannot be asked', async () => {
    const body = `<rai-store gateway="${gateway()}" lang="de"></rai-store>${script('the split edition')}`;
    await under(
      refusals['allows none']![0],
      body,
      async ({page, faults}) => {
        const link = page.locator('rai-store a');
        await link.getByText('Prämienshop').or(link).first().waitFor();

        assert.equal(await link.getAttribute('href'), `${site.gateway.url}/channel`);
        assert.deepEqual(uncaught(faults), []);
      },
      async (page) => {
        await page.route('**/v1/**', (route) => route.abort());
        await page.route('**/channel?*', (route) => route.abort());
      },
    );
  });

  it('has a store led out that comes later, and one whose gateway is none is no error', async () => {
    const body = `<rai-store gateway="https://[nowhere"></rai-store>${script('the split edition')}`;
    await under(refusals['allows none']![0], body, async ({page, faults}) => {
      await page.waitForLoadState('networkidle');
      await page.evaluate((gateway) => {
        const store = document.createElement('rai-store');
        store.setAttribute('gateway', gateway);
        store.setAttribute('theme', 'dark');
        document.body.append(store);
      }, gateway());

      await framed(page).nth(2).waitFor();
      assert.equal(await page.frames()[1]!.getAttribute('html', 'data-theme'), 'dark');
      assert.deepEqual(uncaught(faults), []);
    });
  });

  it('would be seen failing, were the elements there all the same', async () => {
    const body = `<rai-store></rai-store><script>
      customElements.define('rai-store', class extends HTMLElement {
        connectedCallback() { this.attachShadow({mode: 'open'}).innerHTML = '<p>white</p>'; }
      });
    </script>`;
    await under(refusals['allows none']![0], body, async ({faults}) => {
      assert.match(faults.join(), /error: .*TrustedHTML/);
    });
  });
});
