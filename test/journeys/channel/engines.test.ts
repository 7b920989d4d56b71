import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {ENGINES, isThere, REMEDY} from '../../../scripts/engines.mjs';
import {openIn, type EnginePage} from '../support/engine-page.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';

/** How long a browser may take, in ms, on a machine that is busy; a frame that does not come is a link after 8 s. */
const PATIENCE = 40_000;

const chosen = process.env.ENGINES?.split(',') ?? ENGINES;

describe('the frame in every engine', () => {
  let site: HostSite;

  before(async () => {
    site = await startHostSite({product: () => ({image: undefined})});
    site.put('/host', {
      html: `<!doctype html><script>
          window.told = [];
          for (const name of ['rai-ready', 'rai-error']) addEventListener(name, ({type}) => told.push(type));
        </script>
        <script src="${site.gateway.url}/widget/channel-host.js"></script>
        <rai-store-frame src="${site.gateway.url}/channel" lang="en"></rai-store-frame>`,
    });
  });
  after(() => site?.close());

  for (const engine of ENGINES.filter((name) => chosen.includes(name))) {
    const inEngine = async (look: (page: EnginePage) => Promise<void>) => {
      const {page, close} = await openIn(engine);
      try {
        await look(page);
      } finally {
        await close();
      }
    };

    it(`tells a listed page in ${engine} that the store is ready, and how high it is`, async (t) => {
      if (!isThere(engine)) return t.skip(`there is no ${engine} here: ${REMEDY[engine]}`);
      await inEngine(async (page) => {
        await page.goto(`${site.url}/host`);

        await until('the store', async () => (await seen(page)).told.length > 0);
        await until('its height', async () => Number.parseFloat((await seen(page)).height) > 300);

        assert.deepEqual((await seen(page)).told, ['rai-ready']);
      });
    });

    it(`F6: shows and tells nothing in ${engine} to a page that is not listed`, async (t) => {
      if (!isThere(engine)) return t.skip(`there is no ${engine} here: ${REMEDY[engine]}`);
      await inEngine(async (page) => {
        await page.goto(`${site.url.replace('127.0.0.1', 'localhost')}/host`);

        await until('the link', async () => (await seen(page)).isLink);

        assert.deepEqual((await seen(page)).told, []);
      });
    });
  }
});

const seen = (page: EnginePage) =>
  page.evaluate(() => {
    const root = document.querySelector('rai-store-frame')?.shadowRoot;
    return {
      height: root?.querySelector('iframe')?.style.height ?? '',
      isLink: Boolean(root?.querySelector('a')),
      told: (window as unknown as {told: string[]}).told,
    };
  });

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    assert.ok(Date.now() < end, `Waited in vain for ${what}.`);
    await pause(50);
  }
}
