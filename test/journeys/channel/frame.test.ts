import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {sign} from 'hono/jwt';
import type {Browser, FrameLocator, Page} from 'playwright-core';
import {launch, visit, type Visit} from '../support/browser.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';

/** How many messages are forged. */
const FORGED = process.env.LONG ? 10_000 : 500;

const SECRET = 'a-secret-of-the-pages-server-0123456789';

/** What an attacker says, to whoever hears it. */
const FORGERIES = [
  {type: 'height', height: 9},
  {type: 'welcome'},
  {type: 'redeem', number: 1},
  {type: 'ready'},
  {type: 'WIDGET_READY'},
  {type: 'WIDGET_HEIGHT_UPDATE', payload: {height: 9}},
  {type: 'RETURNINGAI_WIDGET_REFRESH'},
  {type: 'RETURNINGAI_WIDGET_TOKEN', token: 'forged'},
  {channel: 'rai-store', version: 1},
];

describe('the frame on a page', () => {
  let site: HostSite;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([startHostSite({product: () => ({image: undefined})}), launch()]);
    put('/host', host());
    put(
      '/listens',
      '<p>Here</p><script>window.heard = []; onmessage = ({data}) => heard.push(data)</script>',
    );
    put(
      '/attacks',
      `<script>
        const forgeries = ${JSON.stringify(FORGERIES)};
        const whom = opener ?? parent;
        for (let sent = 0; sent < ${FORGED}; sent++) {
          const message = forgeries[sent % forgeries.length];
          whom.postMessage(message, '*', [new MessageChannel().port2]);
          if (whom !== top) top.postMessage(message, '*');
        }
        whom.postMessage('done', '*');
      </script>`,
    );
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('has no more rights than the store needs, and is named', async () => {
    await onPage('/host', async ({page}) => {
      const frame = page.locator('rai-store-frame >> iframe');
      const read = (name: string) => frame.getAttribute(name);

      assert.equal(await read('title'), 'Rewards store');
      assert.doesNotMatch(
        (await read('sandbox'))!,
        /top-navigation|modals|pointer-lock|downloads|presentation/,
      );
      assert.equal(await read('allow'), `clipboard-write ${site.gateway.url}`);
      assert.equal(await read('referrerpolicy'), 'origin');
    });
  });

  it('fires the store’s events again on its element, and takes the page’s answer to a redeem', async () => {
    put(
      '/answers',
      `${host()}<script>
      window.told = [];
      for (const name of ['rai-ready', 'rai-search', 'rai-product-choose', 'rai-product-view'])
        addEventListener(name, ({type, product, target}) => told.push([type, target.localName, product?.name]));
      addEventListener('rai-redeem', (event) => event.respondWith({redeemed: true, code: 'CODE-' + event.product.id.slice(-2)}));
    </script>`,
    );
    await onPage('/answers', async ({page}) => {
      const store = frameOf(page);
      await store.getByRole('button', {name: 'Reward 1', exact: true}).click();
      await redeem(store);

      assert.equal(await store.locator('[part=code]').innerText(), 'CODE-00');
      assert.deepEqual(await page.evaluate('told'), [
        ['rai-ready', 'rai-store-frame', undefined],
        ['rai-product-choose', 'rai-store-frame', 'Reward 1'],
        ['rai-product-view', 'rai-store-frame', 'Reward 1'],
      ]);
    });
  });

  it('leads on to the community where nobody on the page answers', async () => {
    await onPage('/host', async ({page}) => {
      const store = frameOf(page);
      await store.getByRole('button', {name: 'Reward 1', exact: true}).click();
      await redeem(store);

      await store.locator('rai-store-redeem .title', {hasText: 'community'}).waitFor();
    });
  });

  it('F1: is changed by no forged message of a sibling, a nested frame, a popup or an opaque origin', async () => {
    const away = elsewhere('/attacks');
    put('/nests', `<iframe src="${away}"></iframe>`);
    put(
      '/attacked',
      `${host()}
      <script>
        window.told = []; window.done = 0;
        onmessage = ({data}) => { if (data === 'done') done += 1 };
        for (const name of ['rai-redeem', 'rai-error', 'rai-product-view']) addEventListener(name, () => told.push(name));
      </script>`,
    );
    await onPage('/attacked', async ({page}) => {
      const before = await state(page);
      await page.evaluate(
        ([away, near, nests]) => {
          for (const [src, sandbox] of [[away], [near], [nests], [near, 'allow-scripts']]) {
            const frame = document.createElement('iframe');
            if (sandbox) frame.setAttribute('sandbox', sandbox);
            frame.src = src!;
            document.body.append(frame);
          }
          open(away);
        },
        [away, `${site.url}/attacks`, `${site.url}/nests`] as const,
      );
      await page.waitForFunction('done >= 3');

      assert.deepEqual(await state(page), before);
      assert.deepEqual(await page.evaluate('told'), []);
    });
  });

  it('F2: says nothing to a frame that is another origin’s by now', async () => {
    put('/moves', `<script>location.replace('${elsewhere('/listens')}')</script>`);
    put('/host-moves', host(`${site.url}/moves`));
    await onPage(
      '/host-moves',
      async ({page}) => {
        const inner = frameOf(page).locator('html');
        await frameOf(page).getByText('Here').waitFor();
        await inner.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));

        assert.deepEqual(await inner.evaluate(() => (window as unknown as {heard: unknown[]}).heard), []);
      },
      undefined,
      'loaded',
    );
  });

  it('F6: shows nothing and says nothing on a page that is not listed, and becomes a link there', async () => {
    await onPage(
      elsewhere('/host'),
      async ({page, requests}) => {
        await page.waitForLoadState('networkidle');
        await page.clock.fastForward(9_000);
        await page.locator('rai-store-frame >> a').waitFor();

        assert.deepEqual(
          requests.filter((request) => request.url().includes('/v1/')),
          [],
        );
      },
      (page) => page.clock.install(),
      'loaded',
    );
  });

  it('F6: shows nothing to a listed page within one that is not, nor to one that is not within a listed one', async () => {
    put('/around', `<iframe src="${site.url}/host"></iframe>`);
    put('/around-listed', `<iframe src="${elsewhere('/host')}"></iframe>`);
    for (const url of [elsewhere('/around'), `${site.url}/around-listed`]) {
      const visited = await visit(browser);
      const {page, requests} = visited;
      await page.goto(url, {waitUntil: 'networkidle'});

      assert.ok(
        requests.some((request) => request.url().includes('/channel?')),
        url,
      );
      assert.deepEqual(
        requests.filter((request) => request.url().includes('/v1/')),
        [],
        url,
      );
      await visited.close();
    }
    // The control: the same page, in one that is listed as well.
    put('/around-well', `<iframe src="${site.url}/host"></iframe>`);
    const visited = await visit(browser);
    const {page} = visited;
    await page.goto(`${site.url}/around-well`);
    await page
      .frameLocator('iframe')
      .frameLocator('rai-store-frame >> iframe')
      .locator('rai-product-card')
      .first()
      .waitFor();
    await visited.close();
  });

  it('F6: says nothing to a page that is not listed even where its browser lets the frame in', async () => {
    put(
      '/hears',
      `<script>window.heard = []; onmessage = ({data}) => heard.push(data.type)</script><iframe src="${site.gateway.url}/channel"></iframe>`,
    );
    const open = async (url: string) => {
      const visited = await visit(browser);
      const {page} = visited;
      await page.route('**/channel', async (route) => {
        const response = await route.fetch();
        const headers = response.headers();
        headers['content-security-policy'] = headers['content-security-policy']!.replace(
          /frame-ancestors [^;]+/,
          'frame-ancestors *',
        );
        await route.fulfill({response, headers});
      });
      await page.goto(url);
      await page.frameLocator('iframe').locator('rai-product-card').first().waitFor();
      const heard = await page.evaluate('heard');
      await visited.close();
      return heard as string[];
    };

    assert.deepEqual(await open(elsewhere('/hears')), []);
    assert.ok((await open(`${site.url}/hears`)).includes('WIDGET_READY'));
  });

  it('F7: leads the page nowhere, opens no dialog, and has no camera, place or payment', async () => {
    await onPage('/host', async ({page, faults}) => {
      const inner = page.frames().find((frame) => frame.url().includes('/channel?'))!;
      const outcomes = await inner.evaluate(async () => {
        const attempts: (() => unknown)[] = [
          () => (top!.location.href = 'https://evil.example/'),
          () => alert('x'),
          () => confirm('x'),
          () =>
            (
              document as unknown as {featurePolicy: {allowsFeature(name: string): boolean}}
            ).featurePolicy.allowsFeature('camera'),
          () =>
            new Promise((resolve, reject) =>
              navigator.geolocation.getCurrentPosition(resolve, ({code}) =>
                reject(new RangeError(`${code}`)),
              ),
            ),
          () =>
            new PaymentRequest([{supportedMethods: 'https://pay.example/'}], {
              total: {label: 'x', amount: {currency: 'EUR', value: '1'}},
            }),
        ];
        const outcomes: string[] = [];
        for (const attempt of attempts) {
          try {
            outcomes.push(String(await attempt()));
          } catch (error) {
            outcomes.push(error instanceof RangeError ? `code ${error.message}` : (error as Error).name);
          }
        }
        return outcomes;
      });

      assert.deepEqual(outcomes, ['SecurityError', 'undefined', 'false', 'false', 'code 1', 'SecurityError']);
      assert.equal(page.url(), `${site.url}/host`);
      assert.deepEqual(faults, []);
    });
  });

  for (const [name, answer] of [
    ['hangs', undefined],
    ['is not there', {status: 404, body: 'Nothing.'}],
    ['is refused', 'abort'],
    ['is another page', {status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>'}],
  ] as const) {
    it(`F8: becomes a link within 8 s where it ${name}`, async () => {
      await onPage(
        '/host',
        async ({page}) => {
          await page.locator('rai-store-frame >> iframe').waitFor({state: 'attached'});
          await page.clock.fastForward(8_000);
          const link = page.locator('rai-store-frame >> a');
          await link.waitFor();

          assert.equal(await link.innerText(), 'Rewards store');
          assert.equal(await link.getAttribute('href'), `${site.gateway.url}/channel`);
          assert.equal(await page.locator('rai-store-frame >> iframe').count(), 0);
        },
        async (page) => {
          await page.clock.install();
          await page.route('**/channel?*', async (route) => {
            if (answer === 'abort') await route.abort();
            else if (answer) await route.fulfill(answer);
          });
        },
        'requested',
      );
    });
  }

  it('F8: stays a frame where its store has come, however long it stands', async () => {
    await onPage(
      '/host',
      async ({page}) => {
        await page.clock.fastForward(60_000);

        assert.equal(await page.locator('rai-store-frame >> iframe').count(), 1);
      },
      (page) => page.clock.install(),
    );
  });

  it('stands where one classic script tag stands', async () => {
    put(
      '/tag',
      `<!doctype html><p>Here:</p><script src="${site.gateway.url}/widget/channel-host.js" data-src="${site.gateway.url}/channel" data-theme="dark"></script>`,
    );
    await onPage('/tag', async ({page}) => {
      await frameOf(page).locator('rai-store[theme=dark]').waitFor();
    });
  });

  it('scrolls inside on a page that does not listen', async () => {
    put(
      '/silent',
      `<!doctype html><iframe src="${site.gateway.url}/channel?theme=dark&lang=de" width="400" height="500"></iframe>`,
    );
    const visited = await visit(browser);
    const {page, faults} = visited;
    await page.goto(`${site.url}/silent`);
    const inner = page.frameLocator('iframe');
    await inner.locator('rai-store[theme=dark] >> rai-product-card').first().waitFor();

    const scrolled = await inner.locator('html').evaluate((root) => {
      root.scrollTo(0, 300);
      return root.scrollTop;
    });
    assert.equal(scrolled, 300);
    assert.deepEqual(faults, []);
    await visited.close();
  });

  it('F10: shows a store for members to a page that speaks the vendor’s names, whose token is in no address', async () => {
    const members = await startHostSite({gateway: {tokenSecret: SECRET}});
    const token = await sign({sub: 'alex', exp: Math.floor(Date.now() / 1000) + 900}, SECRET);
    const {url, gateway} = members;
    members.put('/vendor', {
      html: `<!doctype html><script>
        window.heard = [];
        onmessage = ({data, origin, source}) => {
          if (origin !== '${gateway.url}') return;
          heard.push(data);
          if (data.type === 'RETURNINGAI_WIDGET_REQUEST_TOKEN')
            source.postMessage({type: 'RETURNINGAI_WIDGET_TOKEN', value: '${token}'}, origin);
        };
      </script><iframe src="${gateway.url}/channel" width="600" height="800"></iframe>`,
    });
    const visited = await visit(browser);
    const {page, requests} = visited;
    await page.goto(`${url}/vendor`);
    await page.frameLocator('iframe').locator('rai-product-card').first().waitFor();
    await page.waitForFunction(`heard.some(({type}) => type === 'WIDGET_HEIGHT_UPDATE')`);

    const heard = await page.evaluate<{type: string; payload?: {height: number}}[]>('heard');
    assert.deepEqual(
      heard.slice(0, 2).map(({type}) => type),
      ['WIDGET_READY', 'RETURNINGAI_WIDGET_REQUEST_TOKEN'],
    );
    assert.ok(heard.at(-1)!.payload!.height > 0);
    assert.ok(!JSON.stringify(heard).includes(token));
    for (const request of requests) {
      assert.ok(!request.url().includes(token), request.url());
      assert.notEqual(request.method(), 'OPTIONS');
    }
    await visited.close();
    await members.close();
  });

  function put(path: string, html: string) {
    site.put(path, {html});
  }

  /** A page with the element, and what makes it one. */
  function host(src = `${site.gateway.url}/channel`) {
    return `<!doctype html><script src="${site.gateway.url}/widget/channel-host.js"></script>
      <rai-store-frame src="${src}" lang="en"></rai-store-frame>`;
  }

  /** The same page under an origin that no gateway knows. */
  function elsewhere(path: string) {
    return site.url.replace('127.0.0.1', 'localhost') + path;
  }

  /** Opens a page, and looks at it when its store, its frame or only the request for it is there. */
  async function onPage(
    path: string,
    look: (visited: Visit) => Promise<void>,
    prepare?: (page: Page) => Promise<unknown>,
    until: 'shown' | 'loaded' | 'requested' = 'shown',
  ) {
    const visited = await visit(browser);
    const {page} = visited;
    await prepare?.(page);
    await page.goto(new URL(path, site.url).href, {waitUntil: until === 'loaded' ? 'load' : 'commit'});
    if (until === 'shown') await frameOf(page).locator('rai-product-card').first().waitFor();
    await look(visited);
    await visited.close();
  }
});

const frameOf = (page: Page): FrameLocator => page.frameLocator('rai-store-frame >> iframe');

async function redeem(store: FrameLocator) {
  await store.locator('[part=redeem]').click();
  await store.locator('[part=confirm]').click();
}

/** What forged messages might change: the frame, its height and what it shows. */
async function state(page: Page) {
  const frame = page.locator('rai-store-frame >> iframe');
  const store = frameOf(page).locator('rai-store');
  return {
    height: await frame.evaluate((element) => element.clientHeight),
    count: await page.locator('rai-store-frame >> iframe').count(),
    theme: await store.getAttribute('theme'),
    cards: await store.locator('rai-product-card').count(),
  };
}
