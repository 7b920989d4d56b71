import {expect} from '@open-wc/testing';
import {install, type Clock} from '@sinonjs/fake-timers';
import {Pulse} from '../../src/channel/pulse.ts';

const SECOND = 1_000;

describe('the watch on a frame', () => {
  let clock: Clock;
  let asked: number;
  let missed: number;
  let pulse: Pulse;
  /** Whether the other end answers. */
  let isThere: boolean;

  beforeEach(() => {
    clock = install({toFake: ['Date', 'setInterval', 'clearInterval']});
    asked = missed = 0;
    isThere = true;
    pulse = new Pulse(
      () => {
        asked += 1;
        if (isThere) pulse.answered();
      },
      () => (missed += 1),
    );
    pulse.start();
  });
  afterEach(() => {
    pulse.stop();
    clock.uninstall();
    Reflect.deleteProperty(document, 'hidden');
  });

  const hide = (isHidden: boolean) =>
    Object.defineProperty(document, 'hidden', {value: isHidden, configurable: true});

  it('leaves a frame alone that answers, however long it stands', () => {
    clock.tick(3_600 * SECOND);

    expect(missed).to.equal(0);
    expect(asked).to.equal(901);
  });

  it('tells within 12 s, and once, that a frame has died', () => {
    clock.tick(60 * SECOND);
    isThere = false;

    clock.tick(8 * SECOND);
    expect(missed).to.equal(0);
    clock.tick(4 * SECOND);
    expect(missed).to.equal(1);
    clock.tick(60 * SECOND);
    expect(missed).to.equal(1);
  });

  it('forgives a frame that was busy for some seconds', () => {
    isThere = false;
    clock.tick(8 * SECOND);
    isThere = true;
    pulse.answered();
    clock.tick(60 * SECOND);

    expect(missed).to.equal(0);
  });

  it('expects nothing of a frame that has never answered, as one of an earlier edition', () => {
    isThere = false;
    pulse.start();
    clock.tick(3_600 * SECOND);

    expect(missed).to.equal(0);
  });

  it('asks nobody while the page is not seen', () => {
    hide(true);
    const before = asked;
    isThere = false;
    clock.tick(3_600 * SECOND);

    expect([asked, missed]).to.deep.equal([before, 0]);
  });

  it('finds a frame that died meanwhile once the page is seen again', () => {
    hide(true);
    isThere = false;
    clock.tick(60 * SECOND);
    hide(false);
    clock.tick(12 * SECOND);

    expect(missed).to.equal(1);
  });

  it('does not take its own sleep for the frame’s death', () => {
    isThere = false;
    clock.tick(8 * SECOND);
    // A closed lid: hours go by, and no timer fires but one, before the answer that was on its way comes in.
    clock.setSystemTime(Date.now() + 3_600 * SECOND);
    clock.tick(4 * SECOND);
    pulse.answered();
    isThere = true;
    clock.tick(60 * SECOND);

    expect(missed).to.equal(0);
  });

  it('is over when it is stopped', () => {
    isThere = false;
    pulse.stop();
    clock.tick(60 * SECOND);

    expect([asked, missed]).to.deep.equal([1, 0]);
  });
});
