/** Messages that are taken within a second; what comes beyond that is an attack or a fault. */
const MOST = 500;

/** Counts what comes, second by second, so that whoever floods a line costs a bounded amount of work. */
export class Meter {
  #second = -1;
  #count = 0;

  /** Counts one more; true where it is one too many. */
  isOver(): boolean {
    const second = Math.floor(performance.now() / 1000);
    if (second !== this.#second) this.#count = 0;
    this.#second = second;
    return ++this.#count > MOST;
  }
}
