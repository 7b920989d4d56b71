import {LRUCache} from 'lru-cache';

/** How old a count may be before it is taken again. */
const FRESH = 5 * 60_000;

/** After a failure, nothing is counted for this long. */
const REST = 60_000;

/** So many categories are counted, and so many at a time. */
const MOST = 60;
const AT_A_TIME = 2;

/** How often it is looked whether a count is due, in milliseconds. */
const LOOK = 1000;

/** Numbers by category id. */
export type CountById = Readonly<Record<string, number>>;

/**
 * How many products each category has, as far as that is known. Counting goes on behind the answers, a few reads at
 * a time, and nobody waits for it.
 */
export class Counts {
  readonly #count: (categoryID: string) => Promise<number | undefined>;
  readonly #known = new LRUCache<string, {readonly count: number; readonly at: number}>({max: 1000});
  readonly #given = new WeakMap<readonly string[], {readonly counts: CountById; readonly at: number}>();
  #waiting: string[] = [];
  #running: Promise<unknown> | undefined;
  #restsUntil = 0;
  #changedAt = 0;

  /** @param count - Counts one category; `undefined` where the store does not say. */
  constructor(count: (categoryID: string) => Promise<number | undefined>) {
    this.#count = count;
  }

  /**
   * What is known of these categories now; the same object as long as that is the same. What is not known, or no
   * longer, is counted afterwards.
   */
  of(categoryIDs: readonly string[], waitUntil?: (work: Promise<unknown>) => void): CountById {
    const now = Date.now();
    const given = this.#given.get(categoryIDs);
    if (given && given.at > this.#changedAt && now - given.at < LOOK) return given.counts;
    const known = categoryIDs.slice(0, MOST).map((id) => [id, this.#known.get(id)] as const);
    this.#begin(
      known.filter(([, entry]) => !entry || now - entry.at > FRESH).map(([id]) => id),
      waitUntil,
    );
    const counts = Object.fromEntries(known.flatMap(([id, entry]) => (entry ? [[id, entry.count]] : [])));
    const same = given && isSame(given.counts, counts) ? given.counts : counts;
    this.#given.set(categoryIDs, {counts: same, at: now});
    return same;
  }

  #begin(due: string[], waitUntil?: (work: Promise<unknown>) => void) {
    if (due.length === 0 || this.#running || Date.now() < this.#restsUntil) return;
    this.#waiting = due;
    this.#running = Promise.all(Array.from({length: AT_A_TIME}, () => this.#work())).finally(() => {
      this.#running = undefined;
    });
    waitUntil?.(this.#running);
  }

  async #work(): Promise<void> {
    for (let id = this.#waiting.shift(); id !== undefined; id = this.#waiting.shift()) {
      try {
        const count = await this.#count(id);
        if (count === undefined) continue;
        this.#changedAt = Date.now();
        this.#known.set(id, {count, at: this.#changedAt});
      } catch {
        this.#waiting = [];
        this.#restsUntil = Date.now() + REST;
      }
    }
  }
}

function isSame(one: CountById, other: CountById): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}
