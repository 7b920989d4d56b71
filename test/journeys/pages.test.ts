import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {texts} from '../../demo/pages/public/partner-texts.js';
import {createPages} from '../../demo/pages/server.ts';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ensureDocs} from '../../scripts/docs.mjs';

const pages = createPages(
  () => ({
    gateway: 'http://127.0.0.1:41005',
    store: 'http://127.0.0.1:5100',
    pages: 'http://127.0.0.1:5300',
  }),
  {memberID: '6502c9e514a3e564c5c09c01', name: 'Alex', apiKey: 'unused-key'},
);
const read = async (path: string) => (await pages.request(path)).text();

before(() => {
  ensureBuilt();
  ensureDocs();
});

describe('the demo pages', () => {
  it('name the addresses that the servers really have', async () => {
    for (const path of ['/', '/partner.html']) {
      const page = await read(path);

      assert.ok(page.includes('http://127.0.0.1:41005/v1'), path);
      assert.doesNotMatch(page, /127\.0\.0\.1:4[12]00\b/, path);
    }
  });

  it('are found at every link that they hold to each other', async () => {
    for (const path of ['/', '/partner.html']) {
      const links = [...(await read(path)).matchAll(/(?:href|src|srcset)="(\/[^"]*)"/g)].map(
        ([, link]) => link!,
      );

      assert.ok(links.length > 0);
      for (const link of links)
        assert.equal((await pages.request(link)).status, 200, `${path} names ${link}`);
    }
  });

  it('put nothing inline, so that the strictest policy lets them through', async () => {
    for (const path of ['/', '/partner.html']) {
      assert.doesNotMatch(await read(path), /<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/, path);
    }
  });

  it('serve no file from beside them', async () => {
    for (const path of ['/../server.ts', '/%2e%2e/server.ts', '/..%2fserver.ts', '/public/partner.html']) {
      assert.equal((await pages.request(path)).status, 404, path);
    }
  });
});

describe('the partner’s page', () => {
  it('allows by its policy what the store needs, and no more', async () => {
    const policy = (await pages.request('/partner.html')).headers.get('Content-Security-Policy');

    assert.deepEqual(policy?.split('; '), [
      "default-src 'none'",
      "script-src 'self' http://127.0.0.1:41005",
      "style-src 'self'",
      "connect-src 'self' http://127.0.0.1:41005",
      "img-src 'self' http://127.0.0.1:5100 data:",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types returningai-store',
    ]);
  });

  it('embeds the store by one script tag and one element', async () => {
    const page = await read('/partner.html');

    assert.equal(page.match(/<script[^>]*41005[^>]*>/g)?.length, 1);
    assert.equal(page.match(/<rai-[^>]*>/g)?.length, 1);
  });

  it('has every text in every language of its switch', async () => {
    const page = await read('/partner.html');
    const names = new Set([...page.matchAll(/data-text="(\w+)"/g)].map(([, name]) => name!));
    const languages = [...page.matchAll(/<option value="(\w+)"/g)].map(([, language]) => language!);

    assert.deepEqual(Object.keys(texts).sort(), languages.filter((language) => language !== 'en').sort());
    for (const words of Object.values(texts)) assert.deepEqual(Object.keys(words).sort(), [...names].sort());
  });
});
