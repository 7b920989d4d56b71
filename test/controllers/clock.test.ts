import {expect, fixture, html} from '@open-wc/testing';
import type {Clock as FakeClock} from '@sinonjs/fake-timers';
import {Clock, ClockController} from '../../src/controllers/clock.ts';
import '../support/host.ts';
import type {HostElement} from '../support/host.ts';
import {stopTime} from '../support/time.ts';

const DAY = 86_400_000;

describe('the clock of a store', () => {
  let time: FakeClock;
  let clock: Clock;
  let woken: string[];
  const wakers = new Map<string, () => void>();

  beforeEach(() => {
    time = stopTime(0);
    clock = new Clock();
    woken = [];
    wakers.clear();
  });

  /** Somebody who notes that it was woken; the same one for the same name. */
  const waker = (name: string) => {
    if (!wakers.has(name)) wakers.set(name, () => woken.push(name));
    return wakers.get(name)!;
  };

  it('wakes at the moment that is waited for, once, and not before', () => {
    clock.wait(waker('a'), 1_000);

    time.tick(999);
    expect(woken).to.deep.equal([]);
    time.tick(1);
    expect(woken).to.deep.equal(['a']);
    time.tick(DAY);
    expect(woken).to.deep.equal(['a']);
  });

  it('serves all who wait with one timer, and none with none', () => {
    clock.wait(waker('a'), 3_000);
    clock.wait(waker('b'), 1_000);
    clock.wait(waker('c'), 2_000);
    expect(time.countTimers()).to.equal(1);

    time.tick(1_500);
    expect(woken).to.deep.equal(['b']);
    expect(time.countTimers()).to.equal(1);
    time.tick(1_500);

    expect(woken).to.deep.equal(['b', 'c', 'a']);
    expect(time.countTimers()).to.equal(0);
  });

  it('wakes all who wait for the same moment', () => {
    clock.wait(waker('a'), 1_000);
    clock.wait(waker('b'), 1_000);

    time.tick(1_000);

    expect(woken).to.deep.equal(['a', 'b']);
  });

  it('takes a new moment in the place of the one before', () => {
    clock.wait(waker('a'), 1_000);
    clock.wait(waker('a'), 2_000);

    time.tick(1_000);
    expect(woken).to.deep.equal([]);
    time.tick(1_000);
    expect(woken).to.deep.equal(['a']);
  });

  it('wakes nobody who no longer waits', () => {
    clock.wait(waker('a'), 1_000);
    clock.wait(waker('a'), Infinity);

    time.tick(DAY);

    expect(woken).to.deep.equal([]);
    expect(time.countTimers()).to.equal(0);
  });

  it('wakes soon for a moment that has passed', () => {
    time.tick(5_000);
    clock.wait(waker('a'), 1_000);

    time.tick(1);

    expect(woken).to.deep.equal(['a']);
  });

  it('wakes after months, though no timer lasts that long', () => {
    clock.wait(waker('a'), 100 * DAY);

    time.tick(100 * DAY - 1);
    expect(woken).to.deep.equal([]);
    time.tick(1);
    expect(woken).to.deep.equal(['a']);
  });

  it('lets somebody wait again while it is woken', () => {
    const again = () => {
      woken.push('again');
      if (woken.length < 3) clock.wait(again, clock.now() + 1_000);
    };
    clock.wait(again, 1_000);

    time.tick(10_000);

    expect(woken).to.have.lengthOf(3);
    expect(time.countTimers()).to.equal(0);
  });

  it('follows the server, not the shopper', () => {
    clock.sync(5 * DAY);
    expect(clock.now()).to.equal(5 * DAY);

    time.tick(1_000);
    expect(clock.now()).to.equal(5 * DAY + 1_000);

    clock.sync(-5 * DAY);
    expect(clock.now()).to.equal(-5 * DAY);
  });

  it('has all who wait look again when the server’s time is another', () => {
    clock.wait(waker('a'), 2 * DAY);

    clock.sync(DAY);
    expect(woken).to.deep.equal(['a']);

    clock.wait(waker('a'), 2 * DAY);
    time.tick(DAY - 1);
    expect(woken).to.deep.equal(['a']);
    time.tick(1);
    expect(woken).to.deep.equal(['a', 'a']);
  });

  it('takes a difference of up to two seconds for the way of the answer', () => {
    clock.wait(waker('a'), DAY);

    clock.sync(2_000);
    clock.sync(-2_000);

    expect(clock.now()).to.equal(0);
    expect(woken).to.deep.equal([]);

    clock.sync(2_001);

    expect(clock.now()).to.equal(2_001);
    expect(woken).to.deep.equal(['a']);
  });
});

describe('an element that keeps to the clock', () => {
  let time: FakeClock;
  let clock: Clock | undefined;
  let next: number | undefined;
  let host: HostElement;
  let controller: ClockController;

  beforeEach(async () => {
    time = stopTime(0);
    clock = new Clock();
    next = undefined;
    host = await fixture<HostElement>(html`<test-host></test-host>`);
    controller = new ClockController(
      host,
      () => clock,
      (now) => (next !== undefined && now < next ? next : undefined),
    );
    await host.updateComplete;
  });

  async function update() {
    host.requestUpdate();
    await host.updateComplete;
  }

  it('is rendered again at the moment that matters, by that time', async () => {
    next = 60_000;
    await update();
    const before = host.updates;

    time.tick(59_999);
    await host.updateComplete;
    expect(host.updates).to.equal(before);
    time.tick(1);
    await host.updateComplete;

    expect(host.updates).to.equal(before + 1);
    expect(controller.now).to.equal(60_000);
    expect(time.countTimers()).to.equal(0);
  });

  it('sees one time throughout an update', async () => {
    time.tick(10);
    await update();

    time.tick(10);

    expect(controller.now).to.equal(10);
  });

  it('goes by the server’s time', async () => {
    clock!.sync(5_000_000);
    await update();

    expect(controller.now).to.equal(5_000_000);
  });

  it('goes by the browser’s time while there is no clock', async () => {
    clock = undefined;
    next = 60_000;
    time.tick(7);
    await update();

    expect(controller.now).to.equal(7);
    expect(time.countTimers()).to.equal(0);
  });

  it('is kept by no timer once it has left the page, even when it is updated there', async () => {
    next = 60_000;
    await update();
    expect(time.countTimers()).to.equal(1);

    host.remove();
    expect(time.countTimers()).to.equal(0);
    await update();

    expect(time.countTimers()).to.equal(0);
  });

  it('looks at the time again when it comes back', async () => {
    next = 60_000;
    await update();
    const {parentElement} = host;
    host.remove();
    time.tick(90_000);

    parentElement!.append(host);
    await host.updateComplete;

    expect(controller.now).to.equal(90_000);
  });

  it('waits on the clock it has now, and no longer on the one before', async () => {
    next = 60_000;
    await update();

    clock = new Clock();
    clock.sync(50_000);
    await update();

    expect(time.countTimers()).to.equal(1);
    time.tick(10_000);
    await host.updateComplete;
    expect(controller.now).to.equal(60_000);
  });
});
