import {expect} from '@open-wc/testing';
import {askAgain} from '../../src/api/again.ts';
import type {StoreRequestError} from '../../src/api/errors.ts';
import {stopTime} from '../support/time.ts';

const URL = 'https://gateway.test/v1/products';

/** Why an attempt fails: a status, with what Retry-After says, or an error of the browser's. */
const answer = (status: number, retryAfter?: string) =>
  new Response('', {status, headers: retryAfter === undefined ? {} : {'Retry-After': retryAfter}});
const broken = new TypeError('Failed to fetch');
const late = new DOMException('signal timed out', 'TimeoutError');

type Cause = Response | Error;

interface Asked {
  readonly start?: number;
  readonly at?: number;
  readonly takes?: number;
  readonly signal?: AbortSignal;
}

describe('asking again (C1, C2)', () => {
  const {random} = Math;
  let clock: ReturnType<typeof stopTime>;
  /** When each further attempt was made, and how long it might take, in ms from the beginning. */
  let attempts: [at: number, limit: number][];
  let outcome: unknown;
  let client: {headers: Headers | undefined};

  beforeEach(() => {
    clock = stopTime(0);
    attempts = [];
    outcome = undefined;
    client = {headers: undefined};
    Math.random = () => 1;
  });

  afterEach(() => (Math.random = random));

  /** Asks again what was first asked at `start`, after failing at `at` for the first cause; each further attempt fails for the next one, and then there is an answer. */
  function go(causes: readonly Cause[], {start = 0, at = start, takes = 0, signal}: Asked = {}) {
    const [first, ...further] = causes;
    clock.setSystemTime(at);
    const attempt = async (limit: number) => {
      attempts.push([Date.now(), limit]);
      const cause = further.shift();
      if (takes) await new Promise((resolve) => setTimeout(resolve, Math.min(takes, limit)));
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the client does
      if (cause) throw cause;
      return 'the answer';
    };
    askAgain(client, attempt, URL, first as Error, start, signal).then(
      (value) => (outcome = value),
      (error: unknown) => (outcome = error),
    );
    return clock.tickAsync(120_000);
  }

  const failure = () => outcome as StoreRequestError;

  for (const cause of [broken, late, ...[429, 502, 503, 504].map((status) => answer(status))]) {
    const what = cause instanceof Response ? String(cause.status) : cause.name;

    // What is turned away at once is another case.
    const takes = cause === broken ? 600 : 0;

    it(`does so at most twice after ${what}, and brings the answer that came`, async () => {
      await go([cause, cause], {takes});

      expect(attempts).to.have.lengthOf(2);
      expect(outcome).to.equal('the answer');
    });

    it(`gives up after the second time with ${what}`, async () => {
      await go([cause, cause, cause, cause], {takes});

      expect(attempts).to.have.lengthOf(2);
      expect(failure().name).to.equal('StoreRequestError');
      expect(failure().cause).to.equal(cause);
    });
  }

  for (const status of [
    400, 401, 403, 404, 405, 409, 410, 413, 414, 418, 422, 426, 431, 451, 500, 501, 505, 507, 511,
  ]) {
    it(`does not after ${status}, whatever it asks for`, async () => {
      await go([answer(status, '1')]);

      expect(attempts).to.deep.equal([]);
      expect(failure().status).to.equal(status);
    });
  }

  it('does not after what cannot be read', async () => {
    await go([new SyntaxError()]);

    expect(attempts).to.deep.equal([]);
    expect(failure().kind).to.equal('malformed');
  });

  it('E19: asks once more, and not twice, where it is turned away at once', async () => {
    await go([broken, broken, broken]);

    expect(attempts.map(([at]) => at)).to.deep.equal([1_000]);
    expect(failure().kind).to.equal('offline');
  });

  it('asks twice more where only the first attempt was turned away at once', async () => {
    await go([broken, answer(503), broken]);

    expect(attempts).to.have.lengthOf(2);
    expect(outcome).to.be.instanceOf(Error);
  });

  it('waits up to one second, then up to two, by chance', async () => {
    await go([late, late, late]);
    expect(attempts.map(([at]) => at)).to.deep.equal([1_000, 3_000]);

    attempts = [];
    client = {headers: undefined};
    Math.random = () => 0.25;
    clock.setSystemTime(0);
    await go([late, late, late]);
    expect(attempts.map(([at]) => at)).to.deep.equal([250, 750]);
  });

  it('spreads by chance what would come at once', async () => {
    Math.random = random;
    const firsts = new Set<number>();
    for (let page = 0; page < 20; page += 1) {
      attempts = [];
      client = {headers: undefined};
      await go([broken]);
      firsts.add(Math.round(attempts[0]![0]));
    }

    expect(firsts.size).to.be.greaterThan(10);
    expect(Math.max(...firsts)).to.be.at.most(1_000);
  });

  for (const [how, header] of [
    ['in seconds', '4'],
    ['as a date', new Date(4_000).toUTCString()],
  ] as const) {
    it(`waits as long as Retry-After says ${how}, and up to a second more`, async () => {
      await go([answer(429, header)]);

      expect(attempts.map(([at]) => at)).to.deep.equal([5_000]);
      expect(outcome).to.equal('the answer');
    });
  }

  it('waits as it would without it where Retry-After says nothing', async () => {
    await go([answer(503, 'soon')]);

    expect(attempts.map(([at]) => at)).to.deep.equal([1_000]);
  });

  it('says at once when it is worth asking again, where that is too far off', async () => {
    await go([answer(429, '30')], {at: 100});

    expect(attempts).to.deep.equal([]);
    expect(failure()).to.include({kind: 'busy', status: 429, retryAt: 31_100});
  });

  it('takes an hour for a minute', async () => {
    await go([answer(503, '3600')]);

    expect(failure()).to.include({kind: 'failed', retryAt: 61_000});
  });

  it('says when it is worth asking again after the last attempt, too', async () => {
    await go([answer(429, '1'), answer(429, '1'), answer(429, '1')]);

    expect(attempts.map(([at]) => at)).to.deep.equal([2_000, 4_000]);
    expect(failure().retryAt).to.equal(6_000);
  });

  it('ends 20 s after the first attempt began, however slow each one is', async () => {
    await go([late, late, late], {at: 8_000, takes: 60_000});

    expect(attempts).to.deep.equal([
      [9_000, 8_000],
      [19_000, 1_000],
    ]);
    expect(failure().kind).to.equal('slow');
  });

  it('does not begin what would end after 20 s', async () => {
    await go([answer(502), answer(502)], {at: 19_500});

    expect(attempts).to.deep.equal([]);
    expect(failure().kind).to.equal('failed');
  });

  it('stops waiting with the reason of its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('The shopper went away.');
    setTimeout(() => controller.abort(reason), 500);

    await go([broken], {signal: controller.signal});

    expect(attempts).to.deep.equal([]);
    expect(outcome).to.equal(reason);
  });

  it('stops an attempt with the reason of its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('The shopper went away.');
    setTimeout(() => controller.abort(reason), 1_500);

    await go([broken, broken, broken], {takes: 1_000, signal: controller.signal});

    expect(attempts).to.have.lengthOf(1);
    expect(outcome).to.equal(reason);
  });

  it('asks a store that has failed after all only once for ten minutes', async () => {
    await go([broken, broken, broken]);
    attempts = [];

    await go([answer(502)], {start: 500_000});
    expect(attempts).to.deep.equal([]);
    expect(failure().kind).to.equal('failed');
  });

  it('asks again as before since that store has answered anything', async () => {
    await go([broken, broken, broken]);
    attempts = [];
    client.headers = new Headers();

    await go([answer(502), answer(502)], {start: 500_000});

    expect(attempts).to.have.lengthOf(2);
    expect(outcome).to.equal('the answer');
  });
});
