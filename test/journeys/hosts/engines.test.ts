import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {hostPage} from '../../../demo/pages/hosts/host-page.ts';
import {LIBRARIES} from '../../../demo/pages/hosts/libraries.ts';
import {HOSTS} from '../../../demo/pages/hosts/table.ts';
import {TORTURE} from '../../../demo/pages/hosts/torture.ts';
import {ROOT} from '../../../scripts/install.mjs';
import {chosenEngines, missing, openIn, type EngineVisit} from '../support/engine-page.ts';
import {startHostSite, type HostSite} from '../support/host-site.ts';

// What Chromium shows is compared to the pixel in `pages.test.ts` and `strict-policy.test.ts`. Here the other engines, which draw
// letters in ways of their own, show the same products and tell of nothing.

/** How long a page may take, in ms, on a machine that is busy with other tests. */
const PATIENCE = 30_000;

const NONCE = 'r4nd0m';

/** What a page shows in the store's place, and what it has heard of. */
interface Look {
  readonly products: readonly string[];
  readonly notice: string;
  /** Where the page's own link, or one of ours, can be seen. */
  readonly link: string | null;
  readonly isFramed: boolean;
  readonly told: readonly string[];
}

/** In the page, whatever it is: plain, and well-formed in XML too. */
const PROBE = readFileSync(join(import.meta.dirname, '../support/host-probe.js'), 'utf8');

const DESCRIPTION =
  '<h3>How</h3><p>Show <b>this</b> at the <a href="https://shop.test/">till</a>.</p><table><tr><td>S</td></tr></table>';

const others = chosenEngines().filter((name) => name !== 'chromium');

let site: HostSite;

before(async () => {
  site = await startHostSite({product: () => ({description: DESCRIPTION})});
  site.put('/probe.js', {html: PROBE, type: 'text/javascript'});
  site.put('/hosts/torture.css', {html: TORTURE, type: 'text/css'});
  for (const [name, path] of Object.entries(LIBRARIES))
    site.put(`/hosts/libraries/${name}.js`, {html: readFileSync(path, 'utf8'), type: 'text/javascript'});
});

after(() => site?.close());

for (const engine of others) {
  describe(`the store on strict and hostile hosts in ${engine}`, {skip: missing(engine)}, () => {
    let visit: EngineVisit;

    before(async () => {
      visit = await openIn(engine);
    });
    after(() => visit?.close());

    const look = () =>
      visit.page.evaluate((): string | null | undefined => {
        const {look, heard} = window as unknown as {look?: () => string; heard?: string};
        const frame = document.querySelector('iframe')?.contentWindow as
          (Window & {look?: () => string}) | null;
        if (!frame) return look?.();
        try {
          return frame.look?.();
        } catch {
          // A frame without an origin is not reached; it says by itself what it shows.
          return heard;
        }
      });

    /** Looks again and again until something is so. */
    async function until(what: string, isSo: (look: Look) => boolean): Promise<Look> {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const text = await look();
        const seen = text ? lookIn(text) : undefined;
        if (seen && isSo(seen)) return seen;
        assert.ok(Date.now() < end, `Waited in vain for ${what}: ${JSON.stringify(seen)}`);
        await pause(30);
      }
    }

    const open = (path: string, page: Parameters<HostSite['put']>[1]) =>
      visit.page.goto(site.put(path, page));
    const hasProducts = ({products}: Look) => products.length === 3 && products.every((name) => name !== '');

    for (const host of HOSTS) {
      const {name, title, headers, shows = 'store', type} = host;
      it(`E11, E12, E14, E17, E20: ${shows === 'store' ? 'lists its products' : `shows a ${shows}`}, and nothing is told: ${title}`, async () => {
        const probe = `<script src="${site.url}/probe.js"></script>`;
        const html = hostPage(host, {gateway: site.gateway.url, before: probe});
        await open(`/hosts/${name}`, {
          // A frame without an origin is heard of by the page around it alone.
          html: name === 'sandbox' ? html.replace('<title>', `${probe}<title>`) : html,
          ...(headers && {headers}),
          ...(type && {type}),
        });

        const {products, told, notice, link} = await until('the store', (look) =>
          shows === 'store' ? hasProducts(look) : shows === 'frame' ? look.isFramed : look.notice !== '',
        );

        assert.deepEqual(told, []);
        if (shows === 'store') assert.deepEqual([...products].sort(), ['Reward 1', 'Reward 2', 'Reward 3']);
        else if (shows === 'frame') assert.equal(link, null);
        else assert.match(notice, /can’t be (shown|reached)/);
        if (name === 'isolated') assert.equal(await visit.page.evaluate(() => crossOriginIsolated), true);
      });
    }

    const page = (body: string, nonce = '') =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><body><script ${nonce} src="${site.url}/probe.js"></script>${body}</body></html>`;
    const element = (inside = '') => `<rai-store gateway="${site.gateway.url}/v1">${inside}</rai-store>`;
    const reports = () => site.asked.filter((request) => request === 'POST /reports').length;

    const policies: Readonly<Record<string, () => string>> = {
      'E1, E2: under a policy that allows nothing but a nonce, the gateway and the pictures': () =>
        `default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'none'; connect-src ${site.gateway.url}; img-src ${site.url}; base-uri 'none'; report-uri /reports`,
      'E3: with Trusted Types and the project’s one policy': () =>
        `require-trusted-types-for 'script'; trusted-types returningai-store; report-uri /reports`,
    };
    const editions: Readonly<Record<string, () => string>> = {
      'one classic tag': () =>
        `<script nonce="${NONCE}" async src="${site.gateway.url}/widget/embed.js" data-gateway="${site.gateway.url}/v1"></script>`,
      'the single file': () =>
        `${element()}<script nonce="${NONCE}" src="${site.gateway.url}/widget/rai-store.single.js"></script>`,
    };
    for (const [what, policy] of Object.entries(policies)) {
      for (const [edition, tag] of Object.entries(editions)) {
        it(`${what}, lists and opens without one violation and one report: ${edition}`, async (t) => {
          if (what.startsWith('E3') && !(await visit.page.evaluate(() => 'trustedTypes' in window)))
            return t.skip(`${engine} has no Trusted Types`);
          const before = reports();
          await open('/strict', {
            html: page(tag(), `nonce="${NONCE}"`),
            headers: {'Content-Security-Policy': policy()},
          });
          await until('the cards', hasProducts);

          await visit.page.evaluate(() => {
            const card = document.querySelector('rai-store')!.shadowRoot!.querySelector('rai-product-card')!;
            card.shadowRoot!.querySelector<HTMLElement>('[part=name]')!.click();
          });

          const {told} = await until('the detail', ({notice}) => notice.includes('Show this at the till.'));
          assert.deepEqual(told, []);
          assert.equal(reports(), before);
        });
      }

      it(`${what}, would be seen being violated`, async (t) => {
        if (what.startsWith('E3') && !(await visit.page.evaluate(() => 'trustedTypes' in window)))
          return t.skip(`${engine} has no Trusted Types`);
        const wrong = `<p id="x" style="color:red">x</p><script nonce="${NONCE}">try { document.getElementById('x').innerHTML = '<b>y</b>'; } catch {}</script>`;
        await open('/strict', {
          html: page(wrong, `nonce="${NONCE}"`),
          headers: {'Content-Security-Policy': policy()},
        });

        await until('a violation', ({told}) => told.some((line) => line.startsWith('policy: ')));
      });
    }

    it('E4: gets a link, and in its place a frame, where Trusted Types refuse the policy', async (t) => {
      if (!(await visit.page.evaluate(() => 'trustedTypes' in window)))
        return t.skip(`${engine} has no Trusted Types`);
      const script = `<script type="module" src="${site.gateway.url}/widget/rai-store.js"></script>`;
      await open('/refused', {
        html: page(element() + script),
        headers: {'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'"},
      });

      await until('the link', ({link, isFramed}) => link !== null || isFramed);
      const {told} = await until('the frame', ({isFramed, link}) => isFramed && link === null);

      assert.deepEqual(
        told.filter((line) => !line.startsWith('policy: ')),
        [],
      );
    });

    it('E6: runs the single file by its hash, and not with one byte flipped', async () => {
      const script = readFileSync(join(ROOT, 'dist/rai-store.single.js'), 'utf8');
      const hash = `sha384-${createHash('sha384').update(script).digest('base64')}`;
      const flipped =
        script.slice(0, -3) +
        String.fromCharCode(script.charCodeAt(script.length - 3) ^ 1) +
        script.slice(-2);
      const body = (file: string) =>
        `${element('<a href="https://community.test/">Ours</a>')}<script src="${file}" integrity="${hash}" crossorigin="anonymous" onload="ended = true" onerror="ended = true"></script>`;
      const ended = async () =>
        Boolean(await visit.page.evaluate(() => (window as unknown as {ended?: boolean}).ended));

      site.put('/flipped.js', {html: flipped, type: 'text/javascript'});
      await open('/flipped', {html: page(body('/flipped.js'))});
      while (!(await ended())) await pause(30);
      const {products, link} = await until('the link', (look) => look.link !== null);
      assert.deepEqual([products, link], [[], 'https://community.test/']);

      site.put('/whole.js', {html: script, type: 'text/javascript'});
      await open('/whole', {html: page(body('/whole.js'))});
      assert.equal((await until('the cards', hasProducts)).link, null);
    });
  });
}

/** What the probe has put into one text: a line for each list, and in it a word for each text. */
function lookIn(text: string): Look {
  const [products, notices, links, frames, told] = text
    .split('\n')
    .map((line) => (line ? line.split(' ').map(decodeURIComponent) : []));
  return {
    products: products!,
    notice: notices!.join(' '),
    link: links![0] ?? null,
    isFramed: frames!.length > 0,
    told: told!,
  };
}
