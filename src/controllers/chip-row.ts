import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How many chips are drawn at most: more than a wide screen has room for, even of the shortest. */
const DRAWN = 60;

/** How many of them stay before what is seen when the shopper scrolls on, and after it when they scroll back. */
const KEPT = 10;

/** How near the last drawn chip comes, in px, before further ones are drawn. */
const NEAR = 200;

/** An element with a row of chips, the part `nav`, that scrolls sideways. */
export interface ChipHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Draws of a long row of chips those near what is seen. What is seen stays at its place when others are drawn around it; the
 * row ends for the shopper only where it really does.
 */
export class ChipRowController implements ReactiveController {
  readonly #host: ChipHost;
  #first = 0;
  #count = 0;
  #offset = 0;
  /** A chip that is to stay where it is, in px from the window's left edge, and the one that has the focus. */
  #held: {readonly index: number; readonly left: number; readonly focused: number} | undefined;

  constructor(host: ChipHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The chips to draw, each with its number in the row. */
  take<T>(chips: readonly T[]): readonly (readonly [index: number, chip: T])[] {
    this.#count = chips.length;
    this.#first = this.#within(this.#first);
    return chips.slice(this.#first, this.#first + DRAWN).map((chip, at) => [this.#first + at, chip]);
  }

  /** Has the chip of that number drawn, and gives it the focus; before the first one comes the last, and the other way round. */
  async focus(index: number): Promise<void> {
    const wanted = (index + this.#count) % this.#count;
    if (!this.#chip(wanted)) {
      this.#first = this.#within(wanted - DRAWN / 2);
      this.#held = undefined;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
    this.#chip(wanted)?.focus();
  }

  /** The number of a chip that is drawn. */
  indexOf(chip: EventTarget | null): number {
    return this.#first + this.#chips.indexOf(chip as HTMLElement);
  }

  /** Looks what is seen, after the row has been scrolled. */
  readonly follow = (): void => {
    const row = this.#row!.getBoundingClientRect();
    const boxes = this.#chips.map((chip) => chip.getBoundingClientRect());
    const isSeen = ({left, right}: DOMRect) => right > row.left && left < row.right;
    const at = boxes.findIndex(isSeen);
    const isForward = Math.abs(this.#row!.scrollLeft) > this.#offset;
    this.#offset = Math.abs(this.#row!.scrollLeft);
    const outer = boxes.at(isForward ? -1 : 0);
    if (at < 0 || !outer || outer.left > row.right + NEAR || outer.right < row.left - NEAR) return;
    const last = boxes.findLastIndex(isSeen);
    const first = this.#within(this.#first + (isForward ? at - KEPT : last + KEPT + 1 - DRAWN));
    if (first === this.#first) return;
    const focused = this.#first + this.#chips.findIndex((chip) => chip.matches(':focus'));
    this.#held = {index: this.#first + at, left: boxes[at]!.left, focused};
    this.#first = first;
    this.#host.requestUpdate();
  };

  hostUpdated() {
    const held = this.#held;
    const chip = held && this.#chip(held.index);
    this.#held = undefined;
    if (chip) {
      this.#row!.scrollLeft += chip.getBoundingClientRect().left - held.left;
      // Another chip has now the place, and the element, of the one that had the focus.
      const focused = this.#chips.find((one) => one.matches(':focus'));
      const own = this.#chip(held.focused);
      if (focused && own) own.focus({preventScroll: true});
      else focused?.blur();
    }
    this.#offset = Math.abs(this.#row?.scrollLeft ?? 0);
  }

  get #row() {
    return this.#host.renderRoot.querySelector<HTMLElement>('[part~="nav"]');
  }

  get #chips() {
    return [...(this.#row?.children ?? [])] as HTMLElement[];
  }

  #chip(index: number): HTMLElement | undefined {
    return this.#chips[index - this.#first];
  }

  #within(first: number): number {
    return Math.max(0, Math.min(first, this.#count - DRAWN));
  }
}
