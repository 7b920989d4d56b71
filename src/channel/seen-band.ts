/** A part of an element, in px from its top. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

/**
 * Tells which band of an element can be seen, past everything that scrolls around it, whenever that may have changed, at most once a
 * frame.
 */
export class SeenBand {
  readonly #element: Element;
  readonly #observer: IntersectionObserver;
  #isPlanned = false;

  constructor(element: Element, tell: (band: Band) => void) {
    this.#element = element;
    let last = '';
    this.#observer = new IntersectionObserver(([entry]) => {
      const {boundingClientRect: whole, intersectionRect: seen} = entry!;
      // Out of sight, nothing opens; what was seen last is the better guess for what is seen next.
      if (seen.height === 0) return;
      const band = {top: Math.round(seen.top - whole.top), height: Math.round(seen.height)};
      if (last !== (last = `${band.top} ${band.height}`)) tell(band);
    });
  }

  start(): void {
    this.#observer.observe(this.#element);
    document.addEventListener('scroll', this.look, {capture: true, passive: true});
    addEventListener('resize', this.look);
  }

  stop(): void {
    this.#observer.disconnect();
    document.removeEventListener('scroll', this.look, {capture: true});
    removeEventListener('resize', this.look);
  }

  /** Looks again: an observer that begins tells at once what is seen, which is cheaper than asking every element around. */
  readonly look = () => {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    requestAnimationFrame(() => {
      this.#isPlanned = false;
      this.#observer.unobserve(this.#element);
      this.#observer.observe(this.#element);
    });
  };
}
