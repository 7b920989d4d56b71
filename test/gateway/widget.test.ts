import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startGateway, type RunningGateway} from '../../src/gateway/node.ts';
import {KEY, SHOP} from './support/gateway.ts';
import {sampleStore} from './support/store.ts';

const ENTRY = 'export const size = "of the widget";\n'.repeat(50);
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.map': 'application/json',
};
const IMMUTABLE = 'public, max-age=31536000, immutable';

describe("the widget's files", () => {
  let folder: string;
  let gateway: RunningGateway;

  const write = async (name: string, text: string) => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, text);
  };
  const get = (name: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/widget/${name}`, {headers});

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'widget '));
    await write('package.json', '{"version":"1.4.2"}');
    await write('dist/rai-store.js', ENTRY);
    await write('dist/rai-store.js.map', '{"version":3}');
    await write('dist/chunks/en-a1B2c3.js', 'export const words = {};\n');
    await write('dist/presets/ink.css', '.rai-ink {}\n');
    await write('dist/presets/secret.env', 'planted');
    await write('dist/lib/index.js', 'planted');
    await write('dist/secret.env', 'planted');
    await write('dist/chunks/secret.env', 'planted');
    await write('releases/1.3.0/rai-store.js', 'export const old = true;\n');
    await write('releases/notes/rai-store.js', 'planted');
    gateway = await startGateway({
      upstream: 'https://store.example/v1',
      key: KEY,
      origins: [SHOP],
      fetch: sampleStore().fetch,
      port: 0,
      widgetDir: path.join(folder, 'dist'),
      releasesDir: path.join(folder, 'releases'),
    });
  });
  after(async () => {
    await gateway.close();
    await rm(folder, {recursive: true});
  });

  for (const [address, keeping] of [
    ['1.4.2/rai-store.js', IMMUTABLE],
    ['1.4.2/rai-store.js.map', IMMUTABLE],
    ['1.4.2/chunks/en-a1B2c3.js', IMMUTABLE],
    ['1.3.0/rai-store.js', IMMUTABLE],
    ['v1/rai-store.js', 'public, max-age=300'],
    ['rai-store.js', 'public, max-age=300'],
    ['v1/chunks/en-a1B2c3.js', IMMUTABLE],
    ['chunks/en-a1B2c3.js', IMMUTABLE],
    ['1.4.2/presets/ink.css', IMMUTABLE],
    ['v1/presets/ink.css', 'public, max-age=300'],
  ] as const) {
    it(`are at /widget/${address}, for any page: ${keeping}`, async () => {
      const {status, headers} = await get(address, {Origin: 'https://anybody.example'});

      assert.equal(status, 200);
      assert.equal(headers.get('cache-control'), keeping);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('content-type'), `${TYPES[path.extname(address)]}; charset=utf-8`);
    });
  }

  for (const name of [
    'lib/index.js',
    'secret.env',
    'chunks/secret.env',
    'presets/secret.env',
    'presets/../secret.env',
    'chunks/../secret.env',
    'chunks%2f..%2fsecret.env',
    '1.4.2/lib/index.js',
    '1.4.2/../secret.env',
    '1.2.0/rai-store.js',
    'notes/rai-store.js',
    '..%2freleases/1.3.0/rai-store.js',
    'v2/rai-store.js',
    'v1/v1/rai-store.js',
    '1.4.2',
    'none.js',
    '',
  ]) {
    it(`are not at /widget/${name}`, async () => {
      const response = await get(name);

      assert.equal(response.status, 404);
      assert.doesNotMatch(await response.text(), /planted/);
    });
  }

  for (const [accepted, coding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    it(`come ${coding ?? 'as they are'} to a browser that takes ${accepted}`, async () => {
      const response = await get('rai-store.js', {'Accept-Encoding': accepted});

      assert.equal(response.headers.get('content-encoding'), coding);
      assert.match(response.headers.get('vary') ?? '', /Accept-Encoding/);
      assert.equal(await response.text(), ENTRY);
    });
  }

  it('are not sent again to a browser that has them', async () => {
    const etag = (await get('rai-store.js')).headers.get('etag') ?? '';

    const response = await get('rai-store.js', {'If-None-Match': etag});

    assert.deepEqual([response.status, await response.text()], [304, '']);
  });

  it('have their integrity beside them', async () => {
    const response = await get('1.4.2/integrity.json');

    const wanted = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
    assert.equal(response.headers.get('cache-control'), IMMUTABLE);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.deepEqual(await response.json(), {
      'chunks/en-a1B2c3.js': wanted('export const words = {};\n'),
      'presets/ink.css': wanted('.rai-ink {}\n'),
      'rai-store.js': wanted(ENTRY),
    });
    assert.equal((await get('v1/integrity.json')).headers.get('cache-control'), 'public, max-age=300');
    assert.deepEqual(await (await get('1.3.0/integrity.json')).json(), {
      'rai-store.js': wanted('export const old = true;\n'),
    });
  });

  it('are read again when they change', async () => {
    await write('dist/rai-store.single.js', 'first');
    assert.equal(await (await get('rai-store.single.js')).text(), 'first');

    await write('dist/rai-store.single.js', 'the second');

    assert.equal(await (await get('rai-store.single.js')).text(), 'the second');
  });

  it('cannot be written', async () => {
    assert.equal((await fetch(`${gateway.url}/widget/rai-store.js`, {method: 'PUT', body: 'x'})).status, 405);
  });
});
