import assert from 'node:assert/strict';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {startWorker, type RunningWorker} from './support/edge.ts';
import {KEY, SHOP} from './support/gateway.ts';
import {startUpstream, type UpstreamServer} from './support/upstream.ts';

const ENTRY = 'export const size = "of the widget";\n';
const OTHER = 'https://club.example';

/** What makes two answers differ that are the same. */
const constant = (text: string) => text.replaceAll(/nonce(="|-)[^"']+/g, '');

describe('one deployment, on workerd as on Node', () => {
  let folder: string;
  let store: UpstreamServer;
  let worker: RunningWorker;
  let bare: RunningWorker;
  let node: RunningGateway;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'assets'));
    for (const [name, text] of [
      ['rai-store.js', ENTRY],
      ['channel-host.js', ENTRY],
      ['integrity.json', '{}'],
      ['chunks/store-a1B2c3d4.js', ENTRY],
      ['.vite/manifest.json', '{"src/embed/show.ts":{"file":"chunks/store-a1B2c3d4.js"}}'],
      ['lib/index.js', 'planted'],
      ['secret.env', 'planted'],
    ] as const) {
      const file = path.join(folder, 'dist', name);
      await mkdir(path.dirname(file), {recursive: true});
      await writeFile(file, text);
    }
    store = await startUpstream();
    const settings = {
      UPSTREAM_URL: store.url,
      UPSTREAM_KEY: KEY,
      ALLOWED_ORIGINS: `${SHOP},${OTHER}`,
      CLIENT_LIMIT: 'off',
    };
    const widgetDir = path.join(folder, 'dist');
    worker = await startWorker(settings, widgetDir);
    bare = await startWorker(settings);
    node = await startGateway({upstream: store.url, key: KEY, origins: [SHOP, OTHER], port: 0, widgetDir});
  });
  after(async () => {
    await worker?.close();
    await bare?.close();
    await node?.close();
    await store?.close();
    await rm(folder, {recursive: true});
  });

  it('F6: shows the same channel page, to the exact ancestors that are listed', async () => {
    const address = '/channel?theme=dark&lang=th&product=..%2f..';
    const [edge, plain] = await Promise.all([worker, node].map(({url}) => fetch(url + address)));
    const policy = edge!.headers.get('content-security-policy')!;

    assert.equal(edge!.status, 200);
    assert.match(policy, new RegExp(`frame-ancestors ${SHOP} ${OTHER};`));
    assert.equal(constant(policy), constant(plain!.headers.get('content-security-policy')!));
    const [page, same] = [await edge!.text(), await plain!.text()];
    assert.equal(constant(page), constant(same));
    assert.match(page, /modulepreload[^>]*widget\/chunks\/store-a1B2c3d4\.js/);
  });

  for (const name of ['rai-store.js', 'v1/rai-store.js', 'channel-host.js', 'chunks/store-a1B2c3d4.js']) {
    it(`serves /widget/${name} as Node does, for any page`, async () => {
      const [edge, plain] = await Promise.all(
        [worker, node].map(({url}) =>
          fetch(`${url}/widget/${name}`, {headers: {Origin: 'https://any.example'}}),
        ),
      );

      assert.equal(edge!.status, 200);
      for (const header of [
        'access-control-allow-origin',
        'cache-control',
        'content-type',
        'cross-origin-resource-policy',
        'x-content-type-options',
      ])
        assert.equal(edge!.headers.get(header), plain!.headers.get(header), header);
      assert.equal(await edge!.text(), ENTRY);
    });
  }

  for (const name of [
    'lib/index.js',
    'secret.env',
    '.vite/manifest.json',
    'chunks/none.js',
    '%2e%2e/secret.env',
  ])
    it(`does not serve /widget/${name}`, async () => {
      const answer = await fetch(`${worker.url}/widget/${name}`);

      assert.equal(answer.status, 404);
      assert.doesNotMatch(await answer.text(), /planted/);
    });

  it('has no channel page where it holds no files for it', async () => {
    assert.equal((await fetch(`${bare.url}/channel`)).status, 404);
    assert.equal((await fetch(`${bare.url}/widget/rai-store.js`)).status, 404);
  });
});
