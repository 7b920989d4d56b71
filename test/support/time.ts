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

/**
 * Moves stopped time on by so many ms, a second at a time, with a real frame after each: what is loaded or drawn in between has
 * its moment.
 */
export async function passTime(length: number): Promise<void> {
  for (let left = length; left > 0; left -= 1_000) {
    await clock!.tickAsync(Math.min(left, 1_000));
    await new Promise(requestAnimationFrame);
  }
}

afterEach(() => {
  clock?.uninstall();
  clock = undefined;
  Object.defineProperty(AbortSignal, 'timeout', before);
});
