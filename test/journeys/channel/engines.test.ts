import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {chosenEngines, missing, openIn, type EnginePage} from '../support/engine-page.ts';
import {putForging, type ForgedWindow} from '../support/forging.ts';
import {elsewhere} from '../support/frame-site.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';

/** How long a browser may take, in ms, on a machine that is busy; a frame that does not come is a link after 8 s. */
const PATIENCE = 40_000;

/** How many messages each of the strangers forges; what other strangers there are, Chromium alone can be made to show. */
const FORGED = process.env.LONG ? 2_500 : 50;

let site: HostSite;

before(async () => {
  site = await startHostSite({product: () => ({image: undefined})});
  const {url} = site.gateway;
  const element = `<script src="${url}/widget/channel-host.js"></script>
    <rai-store-frame src="${url}/channel" lang="en"></rai-store-frame>`;
  const listening = `<script>
      window.told = [];
      const tell = ({type}) => told.push(type);
      for (const name of ['rai-ready', 'rai-error']) addEventListener(name, tell);
      const element = () => document.querySelector('rai-store-frame')?.shadowRoot;
      window.seen = () => ({
        height: element()?.querySelector('iframe')?.style.height ?? '', isLink: Boolean(element()?.querySelector('a')), told,
      });
    </script>`;
  site.put('/host', {html: `<!doctype html>${listening}${element}`});
  // Within a page that is not listed, it tells that page what it sees.
  site.put('/nested', {
    html: `<!doctype html>${listening}${element}
      <script>setInterval(() => top.postMessage({nested: seen()}, '*'), 100)</script>`,
  });
  site.put('/around', {
    html: `<!doctype html>${listening}
      <script>onmessage = ({data}) => { if (data?.nested) window.nested = data.nested }</script>
      <iframe src="${site.url}/nested" width="900" height="700"></iframe>${element}`,
  });
  site.put('/walked', {
    html: `<!doctype html><title>Walked</title>${listening}<input id="before" autofocus>${element}<button id="after">After</button>`,
  });
  site.put('/evil', {html: EVIL});
  site.put('/host-of-evil', {
    html: `<!doctype html><script>onmessage = ({data}) => { if (data?.outcomes) window.outcomes = data.outcomes }</script>
      <script src="${url}/widget/channel-host.js"></script>
      <rai-store-frame src="${elsewhere(site, '/evil')}"></rai-store-frame>`,
  });
  putForging(site, FORGED);
});
after(() => site?.close());

for (const engine of chosenEngines()) {
  describe(`the frame in ${engine}`, {skip: missing(engine)}, () => {
    let page: EnginePage;
    let close: (() => Promise<void>) | undefined;
    before(async () => ({page, close} = await openIn(engine)));
    after(() => close?.());

    it('tells a listed page that the store is ready, and how high it is', async () => {
      await open(page, '/host');

      await until('its height', async () => Number.parseFloat((await seen(page)).height) > 300);

      assert.deepEqual((await seen(page)).told, ['rai-ready']);
    });

    it('F3: finds the store again when another page has come into the frame', async () => {
      await open(page, '/host');

      await page.evaluate(() => {
        const frame = document.querySelector('rai-store-frame')!.shadowRoot!.querySelector('iframe')!;
        frame.style.height = '';
        frame.src = `${frame.src}&again`;
      });
      await until('the store again', async () => (await readyIn(page)) === 2);
      await until('its height again', async () => Number.parseFloat((await seen(page)).height) > 300);

      assert.equal(await readyIn(page), 2);
    });

    it('F6: shows and tells nothing to a page that is not listed, nor to a listed page within it', async () => {
      await page.goto(elsewhere(site, '/around'));

      await until('the link', async () => (await seen(page)).isLink);
      await until('the link within', async () => (await nestedIn(page))?.isLink === true);

      assert.deepEqual((await seen(page)).told, []);
      assert.deepEqual((await nestedIn(page))?.told, []);
    });

    it('F1: is changed by no forged message of a sibling, a nested frame, another port or an opaque origin', async () => {
      await open(page, '/forged', areBothThere);
      const before = await settled(page);
      // On the site's own origin, and so on that of the gateway but for the port.
      await attack(page, `${site.url}/attacks#port`);
      await attack(page, `${elsewhere(site, '/attacks')}#sibling`);
      await attack(page, `${site.url}/attacks#opaque`, 'allow-scripts');
      await attack(page, `${elsewhere(site, '/nests')}#nested`);
      await until('the attacks', async () => (await doneIn(page)).length === 4);

      assert.equal(await state(page), before);
      assert.equal(await begun(page), 1);

      // The controls: the frame hears its own host, once, and a host that believes everything is changed.
      await page.evaluate((gateway) => {
        frames[0]!.postMessage({type: 'RETURNINGAI_WIDGET_REFRESH'}, gateway);
      }, site.gateway.url);
      await until('the plain frame again', async () => (await begun(page)) > 1);
      assert.equal(await begun(page), 2);
      const after = await settled(page);
      await page.evaluate(() => (window as unknown as ForgedWindow).believe());
      await attack(page, `${site.url}/attacks#port`);
      await until('the control', async () => (await state(page)) !== after);
    });

    it('F7: leads the page nowhere, opens no dialog, and has no camera, place or payment', async () => {
      const address = `${site.url}/host-of-evil`;
      await page.goto(address);

      const outcomes = await until('the attempts', () =>
        page.evaluate(() => (window as unknown as {outcomes?: [string, boolean][]}).outcomes),
      );

      assert.ok(outcomes.length > 6, `${outcomes.length} attempts`);
      assert.deepEqual(
        outcomes.filter(([, hasWorked]) => hasWorked),
        [],
      );
      assert.equal(await page.evaluate(() => location.href), address);
    });

    it('F9: takes no focus while it loads, and is walked by Tab into, through and out of, and back again', async () => {
      await open(page, '/walked');
      assert.equal(await focused(page), 'before');

      const there = await walk(page, 'after');
      await page.keyboard.down('Shift');
      const back = await walk(page, 'before');
      await page.keyboard.up('Shift');

      assert.deepEqual(
        [there, back].map((stops) => stops.filter((stop, index) => stop !== stops[index - 1])),
        [
          ['frame', 'after'],
          ['frame', 'before'],
        ],
      );
      // In it are at least the search and the three cards, each with its name and its action, both ways the same.
      assert.ok(there.length > 7, there.join());
      assert.equal(back.length, there.length);
    });
  });
}

/** A page that tries what a frame must not, and tells the page around it what has worked. */
const EVIL = `<!doctype html><script>
  const attempts = {
    top: () => { top.location.href = 'https://evil.example/'; return false },
    parent: () => { parent.location.replace('https://evil.example/'); return false },
    named: () => open('https://evil.example/', '_top') !== null,
    alert: () => alert('x') === true,
    confirm: () => confirm('x'),
    prompt: () => prompt('x', 'y') !== null,
    camera: async () => Boolean(await navigator.mediaDevices.getUserMedia({video: true})),
    microphone: async () => Boolean(await navigator.mediaDevices.getUserMedia({audio: true})),
    place: () => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve(true), () => resolve(false))),
    payment: () => Boolean(new PaymentRequest([{supportedMethods: 'https://pay.example/'}],
      {total: {label: 'x', amount: {currency: 'EUR', value: '1'}}})),
    lock: async () => { await document.documentElement.requestPointerLock(); return document.pointerLockElement !== null },
  };
  (async () => {
    const outcomes = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      let hasWorked = false;
      try { hasWorked = Boolean(await attempt()) } catch { }
      outcomes.push([name, hasWorked]);
    }
    parent.postMessage({outcomes}, '*');
  })();
</script>`;

interface Seen {
  readonly height: string;
  readonly isLink: boolean;
  readonly told: readonly string[];
}

const seen = (page: EnginePage) => page.evaluate(() => (window as unknown as {seen(): Seen}).seen());

/** Opens a page and waits until it is as it should be. */
async function open(page: EnginePage, path: string, isThere = isReady): Promise<void> {
  await page.goto(site.url + path);
  await until(`the store at ${path}`, () => isThere(page));
}

const isReady = async (page: EnginePage) => (await seen(page)).told.length > 0;

const areBothThere = (page: EnginePage) => page.evaluate(() => (window as unknown as ForgedWindow).isThere());

/** How often the store has told that it is ready. */
const readyIn = async (page: EnginePage) =>
  (await seen(page)).told.filter((name) => name === 'rai-ready').length;

const nestedIn = (page: EnginePage) =>
  page.evaluate(() => (window as unknown as {nested?: Seen}).nested ?? null);

const state = (page: EnginePage) => page.evaluate(() => (window as unknown as ForgedWindow).state());

const begun = (page: EnginePage) => page.evaluate(() => (window as unknown as ForgedWindow).begun());

const doneIn = (page: EnginePage) => page.evaluate(() => (window as unknown as ForgedWindow).done);

const attack = (page: EnginePage, ...how: [src: string, sandbox?: string]) =>
  page.evaluate((src, sandbox) => (window as unknown as ForgedWindow).attack(src, sandbox), ...how);

/** What is focused on the page, by its id; the frame stands for all that is in it. */
const focused = (page: EnginePage) =>
  page.evaluate(() => {
    const {activeElement: element} = document;
    return element?.localName === 'rai-store-frame' ? 'frame' : element?.id || element?.localName;
  });

/** Goes on by Tab until something is focused, or far too long; gives what was focused on the way. */
async function walk(page: EnginePage, end: string): Promise<(string | undefined)[]> {
  const stops: (string | undefined)[] = [];
  while (stops.at(-1) !== end && stops.length < 60) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  return stops;
}

/** Both frames as they are once the store is there and nothing has changed for half a second. */
async function settled(page: EnginePage): Promise<string> {
  await until('both frames', () => areBothThere(page));
  let before = '';
  await until('rest', async () => before === (before = await state(page)), 500);
  return before;
}

async function until<T>(what: string, look: () => Promise<T>, every = 50): Promise<Found<T>> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found as Found<T>;
    await pause(every);
  }
  return assert.fail(`Waited in vain for ${what}.`);
}

type Found<T> = Exclude<T, false | undefined>;
