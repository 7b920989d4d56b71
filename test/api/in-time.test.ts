import {expect} from '@open-wc/testing';
import {inTime} from '../../src/api/in-time.ts';
import {passTime, stopTime} from '../support/time.ts';

describe('a file', () => {
  it('brings what it holds', async () => {
    expect(await inTime(Promise.resolve('all'))).to.equal('all');
  });

  it('fails where it does not come in twelve seconds', async () => {
    stopTime(0);
    let outcome: unknown;
    inTime(new Promise(() => {})).catch((error: unknown) => (outcome = error));

    await passTime(11_000);
    expect(outcome).to.equal(undefined);
    await passTime(1_000);

    expect(outcome).to.be.instanceOf(TypeError);
  });
});
