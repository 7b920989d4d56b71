import {LRUCache} from 'lru-cache';

/** How old a count may be before it is taken again. */
const FRESH = 5 * 60_000;

/** After a failure, nothing is counted for this long. */
const REST = 60_000;

/** So many categories are counted, and so many at a time. */
const MOST = 60;
const AT_A_TIME = 2;

/**
 * How many products each category has, as far as that is known. Counting goes on behind the answers, a few reads at
 * a time, and nobody waits for it.
 */
export class Counts {
  readonly #count: (categoryID: string) => Promise<number | undefined>;
  readonly #known = new LRUCache<string, {readonly count: number; readonly at: number}>({max: 1000});
  #waiting: string[] = [];
  #running: Promise<unknown> | undefined;
  #restsUntil = 0;

  /** @param count - Counts one category; `undefined` where the store does not say. */
  constructor(count: (categoryID: string) => Promise<number | undefined>) {
    this.#count = count;
  }

  /** What is known of these categories now. What is not, or no longer, is counted afterwards. */
  of(
    categoryIDs: readonly string[],
    waitUntil?: (work: Promise<unknown>) => void,
  ): Readonly<Record<string, number>> {
    const now = Date.now();
    const counted = categoryIDs.slice(0, MOST).map((id) => [id, this.#known.get(id)] as const);
    const due = counted.filter(([, entry]) => !entry || now - entry.at > FRESH).map(([id]) => id);
    if (due.length > 0 && !this.#running && now >= this.#restsUntil) {
      this.#waiting = due;
      this.#running = Promise.all(Array.from({length: AT_A_TIME}, () => this.#work())).finally(() => {
        this.#running = undefined;
      });
      waitUntil?.(this.#running);
    }
    return Object.fromEntries(counted.flatMap(([id, entry]) => (entry ? [[id, entry.count]] : [])));
  }

  async #work(): Promise<void> {
    for (let id = this.#waiting.shift(); id !== undefined; id = this.#waiting.shift()) {
      try {
        const count = await this.#count(id);
        if (count !== undefined) this.#known.set(id, {count, at: Date.now()});
      } catch {
        this.#waiting = [];
        this.#restsUntil = Date.now() + REST;
      }
    }
  }
}
