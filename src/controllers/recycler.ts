import {noChange} from 'lit';

/**
 * Draws some of the items of a list, in their order, with the elements of those that it no longer draws.
 *
 * Lit draws an array, a place of it for each element; which item has which place is said here, and the elements are then put
 * into the order of the items. The element of an item that stays is never moved: it keeps the focus. One that is used again
 * is taken out of the page first, so that to the browser nothing has shifted.
 */
export class Recycler {
  /** The element of each place in the array. */
  #elements: HTMLElement[] = [];
  #places = new Map<number, number>();
  /** The items that have a place for the first time. */
  #fresh = new Set<number>();

  /** The elements that are drawn, with the numbers of their items. */
  get drawn(): [index: number, element: HTMLElement][] {
    return [...this.#places]
      .map(([index, place]) => [index, this.#elements[place]] as const)
      .filter((pair): pair is [number, HTMLElement] => pair[1] !== undefined);
  }

  /** The element of an item, while it is drawn. */
  element(index: number): HTMLElement | undefined {
    return this.#elements[this.#places.get(index) ?? -1];
  }

  /** Goes on with what an array without gaps has drawn; nothing for another list. */
  adopt(elements: readonly HTMLElement[]): void {
    this.#elements = [...elements];
    this.#places = new Map(elements.map((_element, index) => [index, index]));
    this.#fresh = new Set();
  }

  /**
   * Gives each item a place.
   *
   * @param wanted - The numbers of the items to draw, in ascending order.
   * @param reuse - Hears of an element that is about to be used for another item.
   */
  aim(wanted: readonly number[], reuse: (element: HTMLElement, index: number) => void): void {
    const places = new Map<number, number>();
    for (const index of wanted) {
      const place = this.#places.get(index);
      if (place !== undefined) places.set(index, place);
    }
    const used = new Set(places.values());
    const spare = [...this.#elements.keys()].filter((place) => !used.has(place));
    let further = Math.max(this.#elements.length, ...[...used].map((place) => place + 1));
    for (const index of wanted) {
      if (places.has(index)) continue;
      const place = spare.shift();
      if (place !== undefined) reuse(this.#elements[place]!, index);
      places.set(index, place ?? further++);
      this.#fresh.add(index);
    }
    this.#places = places;
  }

  /** What Lit is to draw, given what an item looks like. */
  array(item: (index: number) => unknown): unknown[] {
    const values = new Array<unknown>(Math.max(this.#elements.length, this.#places.size)).fill(noChange);
    for (const [index, place] of this.#places) values[place] = item(index);
    return values;
  }

  /** Puts what Lit has drawn in a list into order, and takes out what is not used. */
  order(list: Element): void {
    const known = new Set<Element>(this.#elements);
    for (const element of list.children) if (!known.has(element)) this.#elements.push(element as HTMLElement);
    const used = new Set(this.#places.values());
    this.#elements.forEach((element, place) => used.has(place) || element.remove());
    let next: Element | null = null;
    for (const index of [...this.#places.keys()].sort((a, b) => b - a)) {
      const element = this.element(index)!;
      if (this.#fresh.has(index)) {
        element.remove();
        list.insertBefore(element, next);
      }
      next = element;
    }
    this.#fresh.clear();
  }
}
