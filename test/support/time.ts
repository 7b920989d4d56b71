import {install, type Clock} from '@sinonjs/fake-timers';

let clock: Clock | undefined;
const before = Object.getOwnPropertyDescriptor(AbortSignal, 'timeout')!;

/**
 * Stops time at `now` (epoch ms) until the test moves it on, for dates, timers and time limits of requests. What the browser
 * draws goes on. Real time comes back after each test.
 */
export function stopTime(now: number): Clock {
  clock = install({now, toFake: ['Date', 'setTimeout', 'clearTimeout']});
  AbortSignal.timeout = (delay) => {
    const controller = new AbortController();
    const error = new DOMException('signal timed out', 'TimeoutError');
    setTimeout(() => controller.abort(error), delay);
    return controller.signal;
  };
  return clock;
}

afterEach(() => {
  clock?.uninstall();
  clock = undefined;
  Object.defineProperty(AbortSignal, 'timeout', before);
});
