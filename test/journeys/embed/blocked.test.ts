import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import type {Page, Route} from 'playwright-core';
import type {Visit} from '../support/browser.ts';
import {rest, setHostStage} from '../support/host-stage.ts';

const {boot, on, store} = setHostStage();

describe('E19: a gateway that a blocker refuses', () => {
  const ways: readonly [name: string, store: () => string, words: string][] = [
    [
      'what stands in the store',
      () => store('', '<a href="https://community.test/">Our rewards</a>'),
      'Our rewards',
    ],
    ['its redeem-url', () => store('redeem-url="https://community.test/{product}"'), 'Open the community'],
  ];

  /** Opens a page whose time stands still, and whose gateway answers so; the pauses between attempts are the longest there are. */
  const blocked = (
    body: string,
    journey: (visit: Visit) => Promise<void>,
    answer: (route: Route) => Promise<void>,
  ) =>
    on(body, journey, async (page) => {
      await page.clock.install({time: 0});
      await page.clock.pauseAt(1_000);
      await page.addInitScript(() => {
        Math.random = () => 0.999;
        const real = window.setTimeout.bind(window);
        const delays: number[] = [];
        Object.defineProperty(window, 'delays', {value: delays});
        window.setTimeout = ((...given: Parameters<typeof real>) => {
          delays.push(given[1] ?? 0);
          return real(...given);
        }) as typeof window.setTimeout;
      });
      await page.route('**/v1/**', answer);
    });
  /** Waits until the page pauses for so many ms, and has them pass. */
  async function pass(page: Page, delay: number) {
    const isPausing = () =>
      page.evaluate((delay) => (window as unknown as {delays: number[]}).delays.includes(delay), delay);
    while (!(await isPausing())) await pause(20);
    await page.clock.runFor(delay);
  }
  const attempts = ({requests}: Visit) =>
    requests.filter((request) => request.url().includes('/v1/storefront')).length;
  const refuse = (route: Route) => route.abort('blockedbyclient');

  for (const [name, body, words] of ways) {
    it(`is asked twice at most, a second apart, and then the shopper has a link: ${name}`, async () => {
      const journey = async (visited: Visit) => {
        const {page} = visited;
        await pass(page, 999);
        await page.getByRole('link', {name: words}).waitFor();

        assert.equal(attempts(visited), 2);
        assert.equal(await page.locator('rai-store-notice [role=alert]').isVisible(), true);
        assert.equal(await page.locator('rai-store-notice button').isVisible(), true);
      };

      await blocked(body() + boot(), journey, refuse);
    });
  }

  it('would be seen asked more often, and no link there, as it is of one that is busy', async () => {
    const journey = async (visited: Visit) => {
      const {page} = visited;
      await pass(page, 999);
      await pass(page, 1_998);
      await page.locator('rai-store-notice [role=alert]').waitFor();

      assert.equal(attempts(visited), 3);
      assert.equal(await page.getByRole('link').count(), 0);
    };

    await blocked(store() + boot(), journey, (route) =>
      route.fulfill({status: 503, headers: {'Access-Control-Allow-Origin': '*'}, body: ''}),
    );
  });
});

/** What lists of blockers look for in addresses and names, as a word of its own. */
const BLOCKED =
  /(?<![a-z])(ads?|advert\w*|promo\w*|banners?|sponsor\w*|affiliates?|track\w*|pixel|beacon|analytics|loyalty-widget)(?![a-z])/i;

/** Every name that a rule could go by: of tags, ids, classes, parts, slots and attributes, in whatever shadow tree. */
function namesOnPage(): string[] {
  const names = new Set<string>();
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      names.add(element.localName);
      for (const {name, value} of element.attributes) {
        names.add(name);
        if (['id', 'class', 'part', 'exportparts', 'slot', 'name', 'aria-controls'].includes(name))
          names.add(value);
      }
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return [...names];
}

describe('E19: the names of a store', () => {
  it('are none that a blocker’s list holds, on the page and in addresses', async () => {
    await on(store('redeem-url="https://community.test/{product}"') + boot(), async ({page, requests}) => {
      await rest(page);
      const all = new Set(await page.evaluate(namesOnPage));
      await page.locator('[part=action]').first().click();
      await page.locator('[part=redeem]').waitFor();
      for (const name of await page.evaluate(namesOnPage)) all.add(name);
      const {origin} = new URL(page.url());
      const addresses = requests.map((request) => request.url()).filter((url) => !url.startsWith(origin));

      assert.ok(all.size > 60, `${all.size} names`);
      assert.ok(addresses.length > 5, addresses.join('\n'));
      assert.deepEqual(
        [...all, ...addresses].filter((name) => BLOCKED.test(name)),
        [],
      );
    });
  });

  it('would be found', () => {
    for (const name of [
      'ad',
      'side-ads',
      'promo_box',
      'https://gateway.test/track?x',
      'x-banner',
      'adverts.js',
    ])
      assert.match(name, BLOCKED);
    for (const name of ['load', 'header', 'shadow', 'gradient']) assert.doesNotMatch(name, BLOCKED);
  });
});
