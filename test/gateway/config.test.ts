import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readConfig} from '../../src/gateway/config.ts';

const good = {
  UPSTREAM_URL: 'https://api.example/v1',
  UPSTREAM_KEY: 'canary-key',
  ALLOWED_ORIGINS: 'https://shop.example, http://localhost:4300/',
  PORT: '8080',
};

describe('the configuration', () => {
  it('is read from the environment', () => {
    assert.deepEqual(readConfig(good), {
      upstream: 'https://api.example/v1',
      key: 'canary-key',
      origins: ['https://shop.example', 'http://localhost:4300'],
      port: 8080,
    });
  });

  it('listens on 4200 where no port is set', () => {
    assert.equal(readConfig({...good, PORT: undefined}).port, 4200);
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

  const mistakes: [changes: Record<string, string | undefined>, says: RegExp][] = [
    [{UPSTREAM_KEY: undefined}, /UPSTREAM_KEY is missing: set it/],
    [{UPSTREAM_KEY: ' '}, /UPSTREAM_KEY is missing: set it/],
    [{UPSTREAM_KEY: 'canary\nkey'}, /UPSTREAM_KEY .*: copy it again/],
    [{UPSTREAM_URL: undefined}, /UPSTREAM_URL is missing: set it/],
    [{UPSTREAM_URL: 'api.example'}, /UPSTREAM_URL .*: write it in full/],
    [{UPSTREAM_URL: 'http://api.example/v1'}, /UPSTREAM_URL .* in the clear: use https/],
    [{UPSTREAM_URL: 'http://127.0.0.1.evil.example/v1'}, /UPSTREAM_URL .* in the clear: use https/],
    [{UPSTREAM_URL: 'https://user:canary@api.example'}, /UPSTREAM_URL .*: leave out/],
    [{ALLOWED_ORIGINS: undefined}, /ALLOWED_ORIGINS is missing: list/],
    [{ALLOWED_ORIGINS: '*'}, /ALLOWED_ORIGINS, entry 1: a pattern .* Write each origin/],
    [{ALLOWED_ORIGINS: 'https://*.shop.example'}, /entry 1: a pattern/],
    [{ALLOWED_ORIGINS: 'https://shop.example,null'}, /entry 2: it is not an address/],
    [{ALLOWED_ORIGINS: 'https://shop.example/store'}, /entry 1: it is more than/],
    [{ALLOWED_ORIGINS: 'ftp://shop.example'}, /entry 1: it is neither/],
    [{PORT: '70000'}, /PORT is not a port: set it/],
    [{PORT: 'http'}, /PORT is not a port: set it/],
  ];
  for (const [changes, says] of mistakes) {
    it(`is refused with ${JSON.stringify(changes)}, by name and with a remedy`, () => {
      assert.throws(
        () => readConfig({...good, ...changes}),
        (error: Error) => says.test(error.message) && !error.message.includes('canary'),
      );
    });
  }

  it('tells all mistakes at once', () => {
    assert.throws(() => readConfig({}), /UPSTREAM_URL[^]*UPSTREAM_KEY[^]*ALLOWED_ORIGINS/);
  });
});
