import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {readConfig} from '../../src/gateway/config.ts';
import {readNodeConfig} from '../../src/gateway/node-config.ts';
import type {StoreOptions} from '../../src/gateway/store.ts';

const good = {
  UPSTREAM_URL: 'https://api.example/v1',
  UPSTREAM_KEY: 'canary-key',
  ALLOWED_ORIGINS: 'https://shop.example, http://localhost:4300/',
};

const keysOf = ({key}: Partial<StoreOptions>) => (typeof key === 'function' ? key() : key);

describe('the configuration', () => {
  it('is read from the environment', () => {
    const {upstream, origins, originsFromStore, rates, ...rest} = readConfig(good);

    assert.equal(upstream, 'https://api.example/v1');
    assert.deepEqual(keysOf(rest), ['canary-key']);
    assert.deepEqual(origins, ['https://shop.example', 'http://localhost:4300']);
    assert.equal(originsFromStore, false);
    assert.deepEqual(rates?.client, {requests: 600, seconds: 60});
    assert.equal(rest.stores, undefined);
  });

  it('may give a second key, for the time in which the first is replaced', () => {
    assert.deepEqual(keysOf(readConfig({...good, UPSTREAM_KEY_2: 'next'})), ['canary-key', 'next']);
  });

  it('may leave the origins to the store itself', () => {
    const {origins, originsFromStore} = readConfig({...good, ALLOWED_ORIGINS: 'store'});

    assert.deepEqual([origins, originsFromStore], [[], true]);
  });

  it('may name several stores, each with its own key and origins', () => {
    const {upstream, stores} = readConfig({
      STORES: 'alpha, beta-2',
      UPSTREAM_URL: 'https://api.example/v1',
      STORE_ALPHA_UPSTREAM_KEY: 'a',
      STORE_ALPHA_ALLOWED_ORIGINS: 'https://alpha.example',
      STORE_BETA_2_UPSTREAM_URL: 'https://beta-api.example/v1',
      STORE_BETA_2_UPSTREAM_KEY: 'b',
      STORE_BETA_2_ALLOWED_ORIGINS: 'https://beta.example',
    });

    assert.equal(upstream, undefined);
    assert.deepEqual(
      Object.entries(stores ?? {}).map(([name, store]) => [
        name,
        store.upstream,
        keysOf(store),
        store.origins,
      ]),
      [
        ['alpha', 'https://api.example/v1', ['a'], ['https://alpha.example']],
        ['beta-2', 'https://beta-api.example/v1', ['b'], ['https://beta.example']],
      ],
    );
  });

  it('may switch limits off', () => {
    const off = {CLIENT_LIMIT: 'off', ORIGIN_LIMIT: 'off', GLOBAL_LIMIT: '10/1'};

    assert.deepEqual(readConfig({...good, ...off}).rates, {global: {requests: 10, seconds: 1}});
  });

  it('lets a store on this machine be asked without https', () => {
    for (const UPSTREAM_URL of [
      'http://127.0.0.1:4100/v1',
      'http://localhost:4100/v1',
      'http://[::1]:4100/v1',
    ]) {
      assert.equal(readConfig({...good, UPSTREAM_URL}).upstream, UPSTREAM_URL);
    }
  });
});

describe('the configuration on Node', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  after(() => rmSync(folder, {recursive: true}));

  it('listens on 4200 of this machine where nothing else is set', () => {
    const {gateway} = readNodeConfig(good, 'dist');

    assert.deepEqual([gateway.host, gateway.port], ['127.0.0.1', 4200]);
  });

  it('takes keys out of a file, and knows them as secrets', async () => {
    const file = path.join(folder, 'keys');
    writeFileSync(file, 'first\nsecond\n');
    const settings = {...good, UPSTREAM_KEY: undefined, UPSTREAM_KEY_FILE: file};

    const {gateway, secrets} = readNodeConfig(settings, 'dist');

    assert.deepEqual(await keysOf(gateway), ['first', 'second']);
    assert.deepEqual(secrets(), ['first', 'second']);
  });
});

describe('G29: a weak or broken configuration', () => {
  const mistakes: [changes: Record<string, string | undefined>, says: RegExp][] = [
    [{UPSTREAM_KEY: undefined}, /UPSTREAM_KEY is missing: set it/],
    [{UPSTREAM_KEY: ' '}, /UPSTREAM_KEY is missing: set it/],
    [{UPSTREAM_KEY: 'canary\nkey'}, /UPSTREAM_KEY .*: copy it again/],
    [{UPSTREAM_KEY_2: 'canary\u00e9'}, /UPSTREAM_KEY .*: copy it again/],
    [{UPSTREAM_KEY_FILE: '/no/canary'}, /UPSTREAM_KEY_FILE cannot be read \(ENOENT\): correct/],
    [{UPSTREAM_URL: undefined}, /UPSTREAM_URL is missing: set it/],
    [{UPSTREAM_URL: 'canary.example'}, /UPSTREAM_URL .*: write it in full/],
    [{UPSTREAM_URL: 'http://canary.example/v1'}, /UPSTREAM_URL .* in the clear: use https/],
    [{UPSTREAM_URL: 'http://127.0.0.1.canary.example/v1'}, /UPSTREAM_URL .* in the clear: use https/],
    [{UPSTREAM_URL: 'http://10.0.0.1/v1'}, /UPSTREAM_URL .* in the clear: use https/],
    [{UPSTREAM_URL: 'https://user:canary@api.example'}, /UPSTREAM_URL .*: leave out/],
    [{ALLOWED_ORIGINS: undefined}, /ALLOWED_ORIGINS is missing: list/],
    [{ALLOWED_ORIGINS: ' , '}, /ALLOWED_ORIGINS is missing: list/],
    [{ALLOWED_ORIGINS: '*'}, /ALLOWED_ORIGINS, entry 1: a pattern .* Write each origin/],
    [{ALLOWED_ORIGINS: 'https://*.canary.example'}, /entry 1: a pattern/],
    [{ALLOWED_ORIGINS: 'https://shop.example,null'}, /entry 2: it is not an address/],
    [{ALLOWED_ORIGINS: 'https://shop.example/canary'}, /entry 1: it is more than/],
    [{ALLOWED_ORIGINS: 'ftp://shop.example'}, /entry 1: it is neither/],
    [{STORES: 'Canary'}, /STORES, entry 1: use small letters/],
    [{STORES: 'alpha'}, /STORE_ALPHA_UPSTREAM_KEY is missing[^]*STORE_ALPHA_ALLOWED_ORIGINS is missing/],
    [{CLIENT_LIMIT: 'canary'}, /CLIENT_LIMIT is not a limit: write/],
    [{CLIENT_LIMIT: '0/60'}, /CLIENT_LIMIT is not a limit: write/],
    [{CACHE_MB: '-1'}, /CACHE_MB is not a whole number from 1 to 65536: correct/],
    [{UPSTREAM_TIMEOUT_MS: '6000'}, /UPSTREAM_TIMEOUT_MS .* to 5000: correct/],
    [{ALLOW_USER_ID: 'canary'}, /ALLOW_USER_ID is neither true nor false: write/],
    [{PORT: '70000'}, /PORT is not a whole number from 0 to 65535: correct/],
    [{PORT: 'canary'}, /PORT is not/],
    [{TRUSTED_PROXIES: 'loopback, canary'}, /TRUSTED_PROXIES, entry 2: it is neither/],
    [{LOG_LEVEL: 'canary'}, /LOG_LEVEL is not a level: write/],
    [{REDIS_URL: 'canary.example'}, /REDIS_URL is not .*: write/],
  ];
  for (const [changes, says] of mistakes) {
    it(`is refused for ${JSON.stringify(changes)}, by name and with a remedy`, () => {
      assert.throws(
        () => readNodeConfig({...good, ...changes}, 'dist'),
        (error: Error) => says.test(error.message) && !/canary/i.test(error.message),
      );
    });
  }

  it('is not what the tests begin with', () => {
    assert.doesNotThrow(() => readNodeConfig(good, 'dist'));
  });

  it('tells all mistakes at once', () => {
    assert.throws(
      () => readNodeConfig({PORT: 'x'}, 'dist'),
      /UPSTREAM_URL[^]*UPSTREAM_KEY[^]*ALLOWED_ORIGINS[^]*PORT/,
    );
  });
});
