import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {ROOT} from '../../../scripts/install.mjs';
import {visit} from '../support/browser.ts';
import {FORGERIES, putForging, type ForgedWindow} from '../support/forging.ts';
import {frameOf, setFrameStage} from '../support/frame-site.ts';

/** How many messages are forged in all. */
const FORGED = process.env.LONG ? 10_000 : 500;

const LISTENS = '<p>Here</p><script>window.heard = []; onmessage = ({data}) => heard.push(data)</script>';

/** Notes in each window to which origins it sends, by standing between it and the windows that it can reach. */
const RECORD = `(() => {
  const sent = (window.sent = []);
  const known = new WeakMap();
  const between = (target) => {
    if (!target || target === window) return target;
    const noting = (message, origin, ports) => { sent.push(origin); target.postMessage(message, origin, ports) };
    if (!known.has(target))
      known.set(target, new Proxy({}, {get: (_, name) => (name === 'postMessage' ? noting : Reflect.get(target, name))}));
    return known.get(target);
  };
  const patch = (holder, name) => {
    const {get} = Object.getOwnPropertyDescriptor(holder, name);
    Object.defineProperty(holder, name, {get() { return between(get.call(this)) }});
  };
  patch(HTMLIFrameElement.prototype, 'contentWindow');
  patch(MessageEvent.prototype, 'source');
  const around = window.parent;
  Object.defineProperty(window, 'parent', {get: () => between(around)});
})()`;

describe('the frame among strangers', () => {
  const stage = setFrameStage(['host.shop.test']);
  before(() => {
    stage.put('/listens', LISTENS);
  });

  it('F1: is changed by no forged message, of whatever window or origin', async () => {
    const gateway = stage.gatewayNamed('gateway.shop.test');
    // Most of them share a site, and so a process: they are other origins all the same.
    const strangers = {
      sibling: stage.named('evil.test', '/attacks'),
      own: stage.named('host.shop.test', '/attacks'),
      nested: stage.named('evil.test', '/nests'),
      port: stage.named('gateway.shop.test', '/attacks'),
      suffix: stage.named('gateway.shop.test.evil.test', '/attacks'),
      prefix: stage.named('evil-gateway.shop.test', '/attacks'),
      // With a Cyrillic letter, as browsers write it.
      idn: stage.named('xn--gteway-3nf.shop.test', '/attacks'),
    };
    const kinds = Object.keys(strangers).length + 3;
    putForging(stage.site, Math.ceil(FORGED / kinds), gateway);
    const visited = await visit(stage.browser);
    const {page} = visited;
    await page.goto(stage.named('host.shop.test', '/forged'));
    await page.waitForFunction(() => (window as unknown as ForgedWindow).isThere());
    const before = await settledHash(page);

    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => void open(address), `${stage.named('evil.test', '/attacks')}#popup`),
    ]);
    await done(page, 1);
    await popup.close();
    for (const [kind, address] of Object.entries(strangers)) await attack(page, `${address}#${kind}`);
    await attack(page, `${stage.named('host.shop.test', '/attacks')}#opaque`, 'allow-scripts');
    // The exact origin, but another window than the element's own frame.
    const wrongWindow = page.frames().find((frame) => frame.url() === `${gateway}/channel?lang=en`)!;
    await wrongWindow.evaluate(`for (let sent = 0; sent < ${Math.ceil(FORGED / kinds)}; sent += 1)
      for (const message of ${FORGERIES}.slice(sent % 7)) top.postMessage(message, '*');
      top.postMessage({done: 'wrong window'}, '*')`);
    await done(page, kinds);

    assert.equal(await hash(page), before);

    // The control: what its own host says changes it.
    await page.evaluate(() => document.querySelector('rai-store-frame')!.setAttribute('theme', 'dark'));
    await frameOf(page).locator('rai-store[theme=dark]').waitFor();
    assert.notEqual(await hash(page), before);
    await visited.close();
  });

  it('F3: is changed by nothing that was once said between the windows, said again', async () => {
    stage.put(
      '/replays',
      `<!doctype html><script>
        window.told = []; window.recorded = [];
        addEventListener('message', (event) => recorded.push(event));
        for (const name of ['rai-ready', 'rai-error', 'rai-redeem']) addEventListener(name, ({type}) => told.push(type));
      </script>${stage.host().replace('<!doctype html>', '')}`,
    );
    await stage.onPage('/replays', async ({page}) => {
      const frame = page.locator('rai-store-frame >> iframe');
      const look = async () => [await frame.getAttribute('style'), await page.evaluate('told')];
      await page.waitForFunction(
        () =>
          document.querySelector('rai-store-frame')!.shadowRoot!.querySelector('iframe')!.style.height !== '',
      );
      const before = await look();

      const replayed = await page.evaluate(() => {
        const {recorded} = window as unknown as {recorded: MessageEvent[]};
        const events = [...recorded];
        for (let again = 0; again < 50; again += 1) {
          for (const {data, origin, source} of events)
            dispatchEvent(new MessageEvent('message', {data, origin, source}));
        }
        return events.map(({data}) => (data as {type: string}).type);
      });
      // What the frame answers comes after all of it.
      await page.evaluate(() => document.querySelector('rai-store-frame')!.setAttribute('theme', 'dark'));
      await frameOf(page).locator('rai-store[theme=dark]').waitFor();

      assert.equal(replayed[0], 'WIDGET_READY', 'what began it all');
      assert.deepEqual(await look(), before);
    });
  });

  it('F2: names an exact origin with every message, on both sides', async () => {
    putForging(stage.site, 0);
    const visited = await visit(stage.browser);
    const {page} = visited;
    await page.addInitScript(RECORD);
    await page.goto(`${stage.site.url}/forged`);
    await page.waitForFunction(() => (window as unknown as ForgedWindow).isThere());
    const sent = async () =>
      Promise.all(page.frames().map((frame) => frame.evaluate<string[]>('[...new Set(sent)]')));

    const {url, gateway} = stage.site;
    assert.deepEqual(
      (await sent()).map((origins) => origins.join()),
      [gateway.url, url, url],
      'from the host, the plain frame, the element’s frame',
    );
    await page.evaluate(() => document.querySelector('iframe')!.contentWindow!.postMessage('x', '*'));
    assert.ok((await sent())[0]!.includes('*'), 'the control');
    await visited.close();
  });

  it('F2: has no place in its scripts where a message could be sent to whoever is there', () => {
    const anybody = /(["'`])\*\1/;

    for (const file of ['channel.js', 'channel-host.js'])
      assert.doesNotMatch(readFileSync(join(ROOT, 'dist', file), 'utf8'), anybody, file);
    assert.match("parent.postMessage(x,'*')", anybody);
  });

  it('F2: says nothing to a frame that is another origin’s by now', async () => {
    stage.put('/moves', `<script>location.replace('${stage.elsewhere('/listens')}')</script>`);
    stage.put('/host-moves', stage.host(`${stage.site.url}/moves`));
    const heardBy = async (path: string) => {
      let heard: unknown;
      await stage.onPage(
        path,
        async ({page}) => {
          await frameOf(page).getByText('Here').waitFor();
          // All that was said before this has come when this has.
          await page.evaluate(() => {
            const frame = document.querySelector('rai-store-frame')!.shadowRoot!.querySelector('iframe')!;
            frame.contentWindow!.postMessage('end', '*');
          });
          const [, inner] = page.frames();
          await inner!.waitForFunction("heard.includes('end')");
          heard = await inner!.evaluate('heard');
        },
        undefined,
        'loaded',
      );
      return heard;
    };

    assert.deepEqual(await heardBy('/host-moves'), ['end']);
    // The control: where it is the expected origin's, it hears the offer.
    stage.put('/host-stays', stage.host(stage.elsewhere('/listens')));
    assert.deepEqual(await heardBy('/host-stays'), [{channel: 'rai-store', version: 1}, 'end']);
  });

  it('F6: shows nothing and says nothing on a page that is not listed, and becomes a link there', async () => {
    await stage.onPage(
      stage.elsewhere('/host'),
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
    stage.put('/around', `<iframe src="${stage.site.url}/host"></iframe>`);
    stage.put('/around-listed', `<iframe src="${stage.elsewhere('/host')}"></iframe>`);
    for (const url of [stage.elsewhere('/around'), `${stage.site.url}/around-listed`]) {
      const visited = await visit(stage.browser);
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
    stage.put('/around-well', `<iframe src="${stage.site.url}/host"></iframe>`);
    const visited = await visit(stage.browser);
    const {page} = visited;
    await page.goto(`${stage.site.url}/around-well`);
    await page
      .frameLocator('iframe')
      .frameLocator('rai-store-frame >> iframe')
      .locator('rai-product-card')
      .first()
      .waitFor();
    await visited.close();
  });

  it('F6: says nothing to a page that is not listed even where its browser lets the frame in', async () => {
    stage.put(
      '/hears',
      `<script>window.heard = []; onmessage = ({data}) => heard.push(data.type)</script><iframe src="${stage.site.gateway.url}/channel"></iframe>`,
    );
    const open = async (url: string) => {
      const visited = await visit(stage.browser);
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

    assert.deepEqual(await open(stage.elsewhere('/hears')), []);
    assert.ok((await open(`${stage.site.url}/hears`)).includes('WIDGET_READY'));
  });

  it('F7: leads the page nowhere, opens no dialog, and has no camera, place or payment', async () => {
    await stage.onPage('/host', async ({page, faults}) => {
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
      assert.equal(page.url(), `${stage.site.url}/host`);
      assert.deepEqual(faults, []);
    });
  });
});

const attack = (page: Page, ...how: [src: string, sandbox?: string]) =>
  page.evaluate(([src, sandbox]) => (window as unknown as ForgedWindow).attack(src, sandbox), how);

/** Waits until so many have attacked; by time, since a page behind another window draws nothing. */
const done = (page: Page, count: number) =>
  page.waitForFunction((count) => (window as unknown as ForgedWindow).done.length >= count, count, {
    polling: 100,
    timeout: 60_000,
  });

const state = (page: Page) => page.evaluate(() => (window as unknown as ForgedWindow).state());

/** The state of the page, and of all that is in both of its frames. */
async function hash(page: Page): Promise<string> {
  const frames = page.frames().filter((frame) => frame.url().includes('/channel?'));
  const insides = await Promise.all(
    frames.map((frame) =>
      frame.evaluate(() => {
        const store = document.querySelector('rai-store')!;
        const begun = performance.timeOrigin;
        return [document.documentElement.outerHTML, store.shadowRoot!.innerHTML, location.href, begun];
      }),
    ),
  );
  return createHash('sha256')
    .update(JSON.stringify([await state(page), insides]))
    .digest('hex');
}

/** The same, once it stays. */
async function settledHash(page: Page): Promise<string> {
  for (let before = ''; ;) {
    const now = await hash(page);
    if (now === before) return now;
    before = now;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  }
}
