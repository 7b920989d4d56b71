/** How long is waited between two questions, in ms. */
const PAUSE = 4_000;

/** So many questions in a row may go without an answer: a busy frame is not a dead one. */
const MOST_OPEN = 2;

/**
 * Asks the other end of a line, as long as the page is seen, whether it is still there, and tells once when it no longer answers:
 * 8 to 12 s after its last word. An end that has never answered is of an edition that does not know the question, and is left alone.
 */
export class Pulse {
  readonly #ask: () => void;
  readonly #miss: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #open = 0;
  #last = 0;
  #isKnown = false;

  constructor(ask: () => void, miss: () => void) {
    this.#ask = ask;
    this.#miss = miss;
  }

  /** Begins anew, with a first question. */
  start(): void {
    this.stop();
    this.#isKnown = false;
    this.#open = 0;
    this.#last = Date.now();
    this.#timer = setInterval(() => this.#beat(), PAUSE);
    this.#ask();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Takes an answer. */
  answered(): void {
    this.#isKnown = true;
    this.#open = 0;
  }

  #beat() {
    const slept = Date.now() - this.#last > 2 * PAUSE;
    this.#last = Date.now();
    // Nobody looks, or this page itself was asleep, and its messages with it: that says nothing about the other end.
    if (slept || document.hidden) this.#open = 0;
    if (document.hidden) return;
    if (this.#open >= MOST_OPEN) {
      this.stop();
      this.#miss();
      return;
    }
    if (this.#isKnown) this.#open += 1;
    this.#ask();
  }
}
