import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {sign} from 'hono/jwt';
import type {FrameLocator} from 'playwright-core';
import {ROOT} from '../../../scripts/install.mjs';
import {visit} from '../support/browser.ts';
import {frameOf, setFrameStage} from '../support/frame-site.ts';
import {startHostSite} from '../support/host-site.ts';

const SECRET = 'a-secret-of-the-pages-server-0123456789';

describe('the frame on a page', () => {
  const stage = setFrameStage();

  it('has no more rights than the store needs, and is named', async () => {
    await stage.onPage('/host', async ({page}) => {
      const frame = page.locator('rai-store-frame >> iframe');
      const read = (name: string) => frame.getAttribute(name);

      assert.equal(await read('title'), 'Rewards store');
      assert.doesNotMatch(
        (await read('sandbox'))!,
        /top-navigation|modals|pointer-lock|downloads|presentation/,
      );
      assert.equal(await read('allow'), `clipboard-write ${stage.site.gateway.url}`);
      assert.equal(await read('referrerpolicy'), 'origin');
    });
  });

  it('fires the store’s events again on its element, and takes the page’s answer to a redeem', async () => {
    stage.put(
      '/answers',
      `${stage.host()}<script>
      window.told = [];
      for (const name of ['rai-ready', 'rai-search', 'rai-product-choose', 'rai-product-view'])
        addEventListener(name, ({type, product, target}) => told.push([type, target.localName, product?.name]));
      addEventListener('rai-redeem', (event) => event.respondWith({redeemed: true, code: 'CODE-' + event.product.id.slice(-2)}));
    </script>`,
    );
    await stage.onPage('/answers', async ({page}) => {
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
    await stage.onPage('/host', async ({page}) => {
      const store = frameOf(page);
      await store.getByRole('button', {name: 'Reward 1', exact: true}).click();
      await redeem(store);

      await store.locator('rai-store-redeem .title', {hasText: 'community'}).waitFor();
    });
  });

  it('stands where one classic script tag stands', async () => {
    stage.put(
      '/tag',
      `<!doctype html><p>Here:</p><script src="${stage.site.gateway.url}/widget/channel-host.js" data-src="${stage.site.gateway.url}/channel" data-theme="dark"></script>`,
    );
    await stage.onPage('/tag', async ({page}) => {
      await frameOf(page).locator('rai-store[theme=dark]').waitFor();
    });
  });

  it('is there by each snippet of its guides as they are written, under the policy that they name', async () => {
    const gateway = stage.site.gateway.url;
    const read = (file: string) =>
      readFileSync(join(ROOT, 'docs', file), 'utf8').replaceAll(
        /https:\/\/gateway\.example|…\/(?=channel-host)/g,
        (place) => (place === '…/' ? `${gateway}/widget/` : gateway),
      );
    const guide = read('host-developer.md');
    const blocks = (kind: string) =>
      [...guide.matchAll(new RegExp(`^\`\`\`${kind}\\b.*\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code!);
    const inline = [...guide.matchAll(/`(<(?:script|iframe)\b[^`]+)`/g)].map(([, code]) => code!);
    const [element] = blocks('html');
    const address = /^ +(http\S+\/channel)$/m.exec(read('community-manager.md'))?.[1];
    const pages = [element!, ...inline, `<iframe src="${address}?theme=dark&lang=th"></iframe>`];
    assert.equal(pages.length, 4, pages.join('\n'));
    const [redeeming] = blocks('js');
    stage.site.put('/guide.js', {html: redeeming!, type: 'text/javascript'});
    stage.site.put('/redeem', {
      html: '{"redeemed":true,"code":"AS-THE-GUIDE-SAYS"}',
      type: 'application/json',
    });

    for (const page of pages) {
      stage.site.put('/guide', {
        html: `<!doctype html><meta charset="utf-8"><base href="/"><body>${page}<script defer src="/guide.js"></script>`,
        headers: {
          'Content-Security-Policy':
            `default-src 'none'; frame-src ${gateway}; script-src 'self' ${gateway}; connect-src 'self';
            require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll(/\s+/g, ' '),
        },
      });
      const visited = await visit(stage.browser);
      await visited.page.goto(`${stage.site.url}/guide`);
      const store = page.startsWith('<iframe') ? visited.page.frameLocator('iframe') : frameOf(visited.page);
      await store.locator('rai-product-card').first().waitFor();
      if (page === element) {
        await store.getByRole('button', {name: 'Reward 1', exact: true}).click();
        await redeem(store);
        assert.equal(await store.locator('[part=code]').innerText(), 'AS-THE-GUIDE-SAYS');
        assert.deepEqual(visited.faults, []);
      }
      await visited.close();
    }
  });

  it('scrolls inside on a page that does not listen', async () => {
    stage.put(
      '/silent',
      `<!doctype html><iframe src="${stage.site.gateway.url}/channel?theme=dark&lang=de" width="400" height="500"></iframe>`,
    );
    const visited = await visit(stage.browser);
    const {page, faults} = visited;
    await page.goto(`${stage.site.url}/silent`);
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
    const visited = await visit(stage.browser);
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
});

async function redeem(store: FrameLocator) {
  await store.locator('[part=redeem]').click();
  await store.locator('[part=confirm]').click();
}
