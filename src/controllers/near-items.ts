import {MANY} from './list-items.ts';
import type {Rows} from './rows.ts';

/** How the items of a list lie. */
export interface Lie {
  /** Undefined until one has been measured. */
  readonly rows: Rows | undefined;
  readonly columns: number;
  /** How many items there are. */
  readonly length: number;
}

/**
 * Which items of a long list are near the window, and so to be drawn: from `first` on, before `end`. Half a window more than is
 * seen, on either side; but after a leap to others only what is seen, and the rest in the frame after the next: a shopper
 * who flings through a list sees none of it, and would wait for it in each frame.
 */
export class NearItems {
  first = 0;
  end = Infinity;
  readonly #again: () => void;
  #frame: number | undefined;

  /** @param again - Called when it has to be aimed anew, after a leap. */
  constructor(again: () => void) {
    this.#again = again;
  }

  /**
   * Finds out which items are near.
   *
   * @param top - Where the window begins, in px from the list's first row.
   * @returns Whether these are others than before.
   */
  aim(top: number, {rows, columns, length}: Lie): boolean {
    const [first, end] = [this.first, this.end];
    if (length <= MANY || !rows) {
      this.first = 0;
      this.end = length;
    } else {
      const last = Math.ceil(length / columns) - 1;
      const from = (distance: number) => Math.min(rows.at(distance), last) * columns;
      const to = (distance: number) => Math.min(from(distance) + columns, length);
      if (from(top) >= end || to(top + innerHeight) <= first) this.#leap();
      const beyond = this.#frame === undefined ? Math.max(innerHeight / 2, rows.height(0)) : 0;
      this.first = from(top - beyond);
      this.end = to(top + innerHeight + beyond);
    }
    return first !== this.first || end !== this.end;
  }

  /** The next frame is the one that a scroll event comes before: whether the shopper goes on is known in the one after. */
  #leap() {
    cancelAnimationFrame(this.#frame ?? 0);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = undefined;
        this.#again();
      });
    });
  }
}
