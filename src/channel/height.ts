/** How often in a row a height may follow from the height that the frame was given, before that is left alone. */
const MOST_ECHOES = 2;

/**
 * Tells how high an element is, when it is first laid out and whenever that changes, at most once a frame.
 *
 * A host gives the frame that height, and content that measures itself by its window would then change again, without end. Such an echo
 * is told twice; then the last height stands, until something else changes.
 */
export class HeightController {
  readonly #element: Element;
  readonly #tell: (height: number) => void;
  readonly #giveUp: () => void;
  readonly #observer = new ResizeObserver(() => this.#plan());
  #isPlanned = false;
  #told = 0;
  #room = {width: 0, height: 0};
  #echoes = 0;

  /** @param giveUp - Is called where the last height told may not be enough: the frame has to scroll. */
  constructor(element: Element, tell: (height: number) => void, giveUp: () => void) {
    this.#element = element;
    this.#tell = tell;
    this.#giveUp = giveUp;
  }

  /** Begins, or tells the height again to somebody who has just come. */
  start(): void {
    this.#told = 0;
    this.#echoes = 0;
    this.#observer.observe(this.#element);
    this.#plan();
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #plan() {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    requestAnimationFrame(() => {
      this.#isPlanned = false;
      this.#measure();
    });
  }

  #measure() {
    const {width, height: exact} = this.#element.getBoundingClientRect();
    // In a frame that is not shown, nothing has a width or a height.
    if (width === 0) return;
    const room = {width: innerWidth, height: innerHeight};
    const before = this.#room;
    this.#room = room;
    const height = Math.ceil(exact);
    if (height === this.#told) return;
    const isEcho = this.#told > 0 && room.width === before.width && room.height !== before.height;
    this.#echoes = isEcho ? this.#echoes + 1 : 0;
    if (this.#echoes > MOST_ECHOES) return this.#giveUp();
    this.#told = height;
    this.#tell(height);
  }
}
