import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import autocannon from 'autocannon';
import {spawnGateway} from './support/command.ts';
import {KEY, SHOP} from './support/gateway.ts';
import {startUpstream} from './support/upstream.ts';

describe('G28: cached reads', () => {
  it('are all answered at full speed, by one read of the store', async (test) => {
    const store = await startUpstream();
    test.after(() => store.close());
    const limits = {CLIENT_LIMIT: 'off', ORIGIN_LIMIT: 'off', GLOBAL_LIMIT: 'off', LOG_LEVEL: 'silent'};
    const gateway = spawnGateway({UPSTREAM_URL: store.url, UPSTREAM_KEY: KEY, ...limits});
    test.after(() => gateway.stop());

    const {non2xx, errors, timeouts} = await autocannon({
      url: `${await gateway.url}/v1/products`,
      headers: {Origin: SHOP},
      connections: 16,
      amount: 5000,
    });

    assert.deepEqual([non2xx, errors, timeouts, store.requests.length], [0, 0, 0, 1]);
  });

  it(
    'reach half the speed of a bare app, and 2,000 a second in less than 20 ms',
    {skip: process.env.LONG ? false : 'a measurement needs a quiet machine: the long run makes it'},
    () => {
      const {status, stdout} = spawnSync(process.execPath, ['--import', 'tsx', 'test/bench/gateway.ts'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });

      assert.equal(status, 0, String(stdout));
    },
  );
});
