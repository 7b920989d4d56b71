import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launch, visit} from '../support/browser.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';
import {watch} from '../support/watched.ts';

let site: HostSite;
let browser: Browser;

before(async () => {
  site = await startHostSite();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const NAMES = ['rai-store', 'rai-product-card', 'rai-category-nav', 'rai-product-detail'];

const EDITIONS: readonly [name: string, tag: (gateway: string) => string][] = [
  ['loader', (gateway) => `<script src="${gateway}/widget/embed.js" data-gateway="${gateway}/v1"></script>`],
  ['boot script', (gateway) => `<script type="module" src="${gateway}/widget/rai-store.js"></script>`],
  ['single file', (gateway) => `<script defer src="${gateway}/widget/rai-store.single.js"></script>`],
];

describe('E9: a tag name that the page has taken', () => {
  for (const [edition, tag] of EDITIONS) {
    for (const name of NAMES) {
      it(`stays the page’s, without an error and with at most one warning: ${name}, ${edition}`, async () => {
        const {url} = site.gateway;
        const address = site.put(`/taken/${name}/${edition.replace(' ', '-')}`, {
          html: `<!doctype html><title>Page</title><body>
            <script>
              const Mine = class extends HTMLElement { mine = true; };
              customElements.define('${name}', Mine);
              addEventListener('error', ({message}) => tellFault('uncaught: ' + message));
            </script>
            <${name} id="theirs"></${name}>
            <rai-store gateway="${url}/v1"></rai-store>${tag(url)}</body>`,
        });
        const visited = await visit(browser);
        try {
          const seen = await watch(visited.page);
          await visited.page.goto(address, {waitUntil: 'networkidle'});

          const mine = await visited.page.evaluate(() => {
            const theirs = document.getElementById('theirs') as HTMLElement & {mine?: boolean};
            return theirs.mine === true && theirs.shadowRoot === null;
          });
          const {told, defined} = await seen();
          assert.ok(mine, 'the page’s element is as it was');
          assert.deepEqual(defined.filter((one) => one === name).length, 1);
          assert.deepEqual(visited.faults, []);
          assert.ok(told.length <= 1, told.join('\n'));
          assert.ok(!told.some((line) => line.startsWith('error')), told.join('\n'));
        } finally {
          await visited.close();
        }
      });
    }
  }

  it('would be seen failing, were it defined without looking', async () => {
    const address = site.put('/taken/control', {
      html: `<!doctype html><title>Page</title><body><script>
        customElements.define('rai-store', class extends HTMLElement {});
        customElements.define('rai-store', class extends HTMLElement {});
      </script></body>`,
    });
    const visited = await visit(browser);
    try {
      await visited.page.goto(address);

      assert.match(visited.faults.join(), /already been used/);
    } finally {
      await visited.close();
    }
  });
});
