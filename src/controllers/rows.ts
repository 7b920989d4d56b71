/**
 * How tall the rows of a list are, with the gap below each, and so where each begins, in px from the first one: those that
 * were measured by their measure, the others by one guess that stays, so that what is not on screen keeps its place.
 */
export class Rows {
  readonly #heights: number[] = [];
  readonly #guess: number;

  /** @param guess - How tall a row is that was never measured; more than 0. */
  constructor(guess: number) {
    this.#guess = guess;
  }

  /** Takes over how tall a row is. */
  measured(row: number, height: number): void {
    this.#heights[row] = height;
  }

  /** How tall a row is. */
  height(row: number): number {
    return this.#heights[row] ?? this.#guess;
  }

  /** Where a row begins. */
  start(row: number): number {
    let start = 0;
    for (let before = 0; before < row; before += 1) start += this.height(before);
    return start;
  }

  /** The row at a distance from the first one's beginning; the first for a negative one. */
  at(distance: number): number {
    let row = 0;
    for (let end = this.height(0); end <= distance; end += this.height(row)) row += 1;
    return row;
  }
}
