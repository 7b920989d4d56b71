import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** `setTimeout` fires at once for anything longer than this, about 25 days. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** A `Date` header counts whole seconds: a difference under this is that, or the way of the answer. */
const TOLERANCE = 2_000;

/**
 * The time as the store's server has it, and one timer for all that waits for a moment.
 *
 * A shopper's clock may be hours off, and prices must not follow it.
 */
export class Clock {
  #offset = 0;
  /** For when the timer is set; where it is too early, it is set again when it ends. */
  #due = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Map<() => void, number>();

  /** Epoch ms by the server's clock; by the shopper's until the server has told its own. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Takes over what the server says that the time is. Whoever waits looks again if that makes a difference. */
  sync(serverTime: number): void {
    const offset = serverTime - Date.now();
    if (Math.abs(offset - this.#offset) <= TOLERANCE) return;
    this.#offset = offset;
    this.#wake(() => true);
  }

  /**
   * Calls `wake` once at `moment` (epoch ms, by the server's clock), instead of at any moment it waited for before; never
   * where that is `Infinity`.
   */
  wait(wake: () => void, moment: number): void {
    if (moment < Infinity) this.#waiting.set(wake, moment);
    else this.#waiting.delete(wake);
    if (moment < this.#due || !this.#waiting.size) this.#schedule();
  }

  #schedule() {
    clearTimeout(this.#timer);
    this.#due = Math.min(...this.#waiting.values());
    if (this.#due === Infinity) return;
    const delay = Math.min(this.#due - this.now(), LONGEST_DELAY);
    this.#timer = setTimeout(() => this.#wake((moment) => moment <= this.now()), delay);
  }

  #wake(isDue: (moment: number) => boolean) {
    for (const [wake, moment] of [...this.#waiting]) {
      if (!isDue(moment)) continue;
      this.#waiting.delete(wake);
      wake();
    }
    this.#schedule();
  }
}

/**
 * Renders its host again at the next moment that matters, such as the end of a sale.
 *
 * Read `now` while rendering: it stays the same for the whole of one update, so no two parts of the screen can
 * disagree about the time.
 */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #clock: () => Clock | undefined;
  readonly #next: (now: number) => number | undefined;
  readonly #wake = () => this.#host.requestUpdate();
  #waitsOn: Clock | undefined;

  /** Epoch ms at which the host renders. */
  now = 0;

  /**
   * @param clock - The store's clock, once there is one.
   * @param next - Given the time, says when to render again; nothing or `Infinity` for never.
   */
  constructor(
    host: ReactiveControllerHost & Element,
    clock: () => Clock | undefined,
    next: (now: number) => number | undefined,
  ) {
    this.#host = host;
    this.#clock = clock;
    this.#next = next;
    host.addController(this);
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostUpdate() {
    this.now = this.#clock()?.now() ?? Date.now();
  }

  hostUpdated() {
    this.hostDisconnected();
    this.#waitsOn = this.#clock();
    // A detached host can still update; it must not be waited for, or it would never be freed.
    if (this.#host.isConnected) this.#waitsOn?.wait(this.#wake, this.#next(this.now) ?? Infinity);
  }

  hostDisconnected() {
    this.#waitsOn?.wait(this.#wake, Infinity);
  }
}
