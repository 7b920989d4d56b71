import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Product} from '../catalog/product.ts';
import {MANY, placeItem, type DrawCards, type DrawItem, type ListHost} from './list-items.ts';
import {NearItems} from './near-items.ts';
import type {ProductList} from './product-list.ts';
import {Recycler} from './recycler.ts';
import {Rows} from './rows.ts';
import {scrollerOf, treesOf} from './surroundings.ts';

/** An item that is seen, and how far below the top of the window it begins, in px. */
export interface Seen {
  readonly index: number;
  readonly top: number;
}

/**
 * Draws of a long list only the rows near what is seen, whatever it is that scrolls: the page, something in it, or a frame.
 * The others are room, as padding of the list.
 *
 * The card that has the focus stays, with its neighbours, wherever the shopper scrolls; and what is seen first stays where
 * it is when rows turn out to be taller than guessed, or the list gets another number of columns. What a browser itself
 * looks for in the page it finds only among the cards that are drawn: for the others there is the store's own search.
 */
export class LongListController implements ReactiveController {
  readonly #host: ListHost;
  readonly #whole: {readonly value: ProductList | undefined};
  readonly #items = new Recycler();
  readonly #resizes = new ResizeObserver(() => {
    // In the next frame: a list that changes its size while it is told of its size is an error to the browser.
    if (this.#list?.clientWidth !== this.#width) requestAnimationFrame(() => this.#refit());
  });
  #trees: readonly Node[] = [];
  #list: HTMLElement | undefined;
  #isDrawing = false;
  #products: readonly (Product | undefined)[] = [];
  #watched: HTMLElement | undefined;
  /** Whether the window has to follow what was seen, also to where the list begins. */
  #isLed = false;
  /** Whether the shopper has leapt to the end of what scrolls, where nothing was drawn. */
  #isAtEnd = false;
  #rows: Rows | undefined;
  #columns = 1;
  #gap = 0;
  #width = 0;
  /** The items that are drawn as rows. */
  readonly #near = new NearItems(() => {
    if (this.#list && this.#aim(this.#top())) this.#host.requestUpdate();
  });
  /** The items that are drawn by themselves, at their place, and their elements. */
  #lone: readonly number[] = [];
  #apart = new Set<HTMLElement>();
  #seen: Seen | undefined;
  #run = 0;

  constructor(host: ListHost, list: {readonly value: ProductList | undefined}) {
    this.#host = host;
    this.#whole = list;
    host.addController(this);
  }

  /** Draws the items that are near; those that are on their way have their room. */
  readonly draw: DrawCards = <P extends Product | undefined>(products: readonly P[], item: DrawItem<P>) => {
    this.#isDrawing = true;
    if (!this.#list) {
      this.#list = this.#found();
      const items = [...(this.#list?.children ?? [])] as HTMLElement[];
      const drawn = items.filter(({inert}) => !inert);
      this.#items.adopt(drawn);
      // Until rows have been measured, nothing says how many are near.
      this.#near.end = Math.max(drawn.length, MANY);
    }
    this.#take(products);
    this.#choose();
    return this.#items.array((index) => item(products[index] as P, index));
  };

  hostConnected() {
    this.#trees = treesOf(this.#host);
    // A scroll event goes up to the tree that it happens in, and no further.
    for (const tree of this.#trees)
      tree.addEventListener('scroll', this.#follow, {capture: true, passive: true});
    this.#host.requestUpdate();
  }

  hostUpdated() {
    // An update may come before the first drawing; what is there then is another's.
    if (!this.#isDrawing) return;
    const list = this.#found();
    if (list !== this.#watched) {
      this.#resizes.disconnect();
      if (list) this.#resizes.observe(list);
    }
    // One that comes in another's place begins with nothing.
    if (this.#list && list !== this.#list) this.#items.adopt([]);
    this.#list = this.#watched = list;
    if (!list) return;
    this.#items.order(list);
    this.#lay();
    void this.#settle();
  }

  #found() {
    return this.#host.renderRoot.querySelector<HTMLElement>('[part~="grid"]') ?? undefined;
  }

  hostDisconnected() {
    for (const tree of this.#trees) tree.removeEventListener('scroll', this.#follow, {capture: true});
    this.#resizes.disconnect();
    // The list itself goes along, and Lit with it: which element stands for which item is as it was.
    this.#watched = undefined;
  }

  /** The first item that is seen. */
  get seen(): Seen | undefined {
    this.#look();
    return this.#seen;
  }

  /** Has an item at a distance from the top of the window. */
  show(seen: Seen): void {
    if (!this.#rows) return;
    this.#seen = seen;
    this.#isLed = true;
    this.#aim(this.#rows.start(Math.floor(seen.index / this.#columns)) - seen.top);
    this.#host.requestUpdate();
  }

  /** Takes over the items; another list begins at its beginning. */
  #take(products: readonly (Product | undefined)[]) {
    const before = this.#products[0]?.id;
    this.#products = products;
    if (before === products[0]?.id && products.length > this.#near.first) return this.#look();
    this.#seen = undefined;
    if (!this.#rows) return;
    this.#rows = new Rows(this.#rows.height(0));
    this.#aim(this.#top());
  }

  readonly #follow = () => {
    if (!this.#list || !this.#rows) return;
    if (this.#list.clientWidth !== this.#width) return this.#refit();
    this.#look();
    this.#isAtEnd = !this.#seen && isAtEnd(scrollerOf(this.#list));
    if (this.#aim(this.#top())) this.#host.requestUpdate();
  };

  /** Where the window begins, in px from the list's first row. */
  #top(): number {
    return -(this.#list?.getBoundingClientRect().top ?? 0);
  }

  /** Finds out which items are to be drawn where the window begins at `top`, and whether these are others than before. */
  #aim(top: number): boolean {
    return this.#near.aim(top, {rows: this.#rows, columns: this.#columns, length: this.#products.length});
  }

  /** Says which items Lit is to draw. */
  #choose() {
    const end = Math.min(this.#near.end, this.#products.length);
    this.#lone = this.#aroundFocus().filter((index) => index < this.#near.first || index >= end);
    const wanted = [...this.#lone];
    for (let index = this.#near.first; index < end && this.#products[index]; index += 1) wanted.push(index);
    wanted.sort((a, b) => a - b);
    this.#items.aim(wanted, (item, index) => {
      // A picture would stay on screen until the next one is there.
      const picture = item.firstElementChild?.shadowRoot?.querySelector('img');
      if (picture?.getAttribute('src') !== this.#products[index]?.image) picture?.removeAttribute('src');
    });
  }

  /** Finishes what Lit has drawn. */
  #lay() {
    const {total = 0} = this.#whole.value ?? {};
    for (const [index, item] of this.#items.drawn) placeItem(item, index, total);
    this.#setApart(this.#lone);
    this.#space();
  }

  /** The item that has the focus, and the ones that the focus can go to from there. */
  #aroundFocus(): number[] {
    const {activeElement} = this.#host.shadowRoot ?? document;
    const item = activeElement && this.#items.drawn.find(([, element]) => element.contains(activeElement));
    if (!item) return [];
    return [item[0] - 1, item[0], item[0] + 1].filter((index) => index >= 0 && index < this.#products.length);
  }

  /** Puts items to their place, out of the rows that are drawn. */
  #setApart(indices: readonly number[]) {
    for (const item of this.#apart) item.style.cssText = '';
    this.#apart = new Set(indices.map((index) => this.#items.element(index)!));
    for (const index of indices) {
      const row = Math.floor(index / this.#columns);
      Object.assign(this.#items.element(index)!.style, {
        position: 'absolute',
        insetInline: '0',
        gridColumn: String((index % this.#columns) + 1),
        insetBlockStart: `${this.#rows!.start(row)}px`,
        height: `${this.#rows!.height(row) - this.#gap}px`,
      });
    }
  }

  /** Keeps the room of the rows that are not drawn. By CSSOM: a page may forbid `style` attributes. */
  #space() {
    if (!this.#list || !this.#rows) return;
    const row = (index: number) => Math.ceil(Math.min(index, this.#products.length) / this.#columns);
    const start = (index: number) => this.#rows!.start(row(index));
    this.#list.style.position = 'relative';
    this.#list.style.paddingBlock = `${start(this.#near.first)}px ${start(Infinity) - start(this.#near.end)}px`;
  }

  /** Measures what is drawn, once it is, and goes on until all is drawn that is near; all of it before the next frame. */
  async #settle(): Promise<void> {
    const run = (this.#run += 1);
    for (const [, item] of this.#items.drawn) {
      // One that fails has told so itself.
      await (item.firstElementChild as Partial<ReactiveControllerHost> | null)?.updateComplete?.catch(
        () => {},
      );
    }
    if (run !== this.#run || !this.#list?.clientWidth) return;
    if (this.#list.clientWidth !== this.#width && this.#rows) return this.#refit();
    this.#measure();
    this.#space();
    // Some engines do so by themselves.
    if (this.#isAtEnd) scrollerOf(this.#list).scrollBy({top: 1e9, behavior: 'instant'});
    // Where the list begins in sight, nothing of it has moved what is seen.
    else if (this.#isLed || this.#top() > 0) this.#hold();
    if (this.#aim(this.#top())) return this.#host.requestUpdate();
    this.#isLed = this.#isAtEnd = false;
    this.#look();
  }

  #measure() {
    if (!this.#rows) this.#lie();
    for (let index = this.#near.first; index < this.#near.end; index += this.#columns) {
      const item = this.#items.element(index);
      if (!item) break;
      const height = item.getBoundingClientRect().height + this.#gap;
      this.#rows ??= new Rows(height);
      this.#rows.measured(index / this.#columns, height);
    }
  }

  /** Finds out how the items lie. */
  #lie() {
    const {gridTemplateColumns, rowGap} = getComputedStyle(this.#list!);
    this.#width = this.#list!.clientWidth;
    this.#columns = gridTemplateColumns.split(' ').length;
    this.#gap = parseFloat(rowGap) || 0;
  }

  /** Remembers what is seen first. */
  #look() {
    // Where the list has got another width, or has to go elsewhere, what counts is where things were before.
    if (this.#isLed || this.#list?.clientWidth !== this.#width) return;
    this.#seen = undefined;
    for (const [index, item] of this.#items.drawn.sort(([a], [b]) => a - b)) {
      if (this.#apart.has(item)) continue;
      const {top, bottom} = item.getBoundingClientRect();
      if (top > innerHeight) return;
      if (bottom > 0) {
        this.#seen = {index, top};
        return;
      }
    }
  }

  /** Has what was seen first at its place again. */
  #hold() {
    const item = this.#seen && this.#items.element(this.#seen.index);
    if (!item) return;
    const moved = item.getBoundingClientRect().top - this.#seen!.top;
    // Less is what the browser rounds.
    if (Math.abs(moved) >= 1) scrollerOf(this.#list!).scrollBy({top: moved, behavior: 'instant'});
  }

  /** Draws what was seen first, and what is around it, in rows of another width. */
  #refit() {
    const item = this.#items.element(this.#near.first);
    if (!item || !this.#rows || !this.#list?.clientWidth || this.#list.clientWidth === this.#width) return;
    this.#lie();
    this.#rows = new Rows(item.getBoundingClientRect().height + this.#gap);
    const seen = this.#seen;
    this.#aim(seen ? this.#rows.start(Math.floor(seen.index / this.#columns)) - seen.top : this.#top());
    this.#isLed = this.#top() > 0;
    this.#host.requestUpdate();
  }
}

const isAtEnd = ({scrollTop, clientHeight, scrollHeight}: Element) =>
  scrollTop + clientHeight >= scrollHeight - 1;
