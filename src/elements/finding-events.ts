import type {Narrowing} from '../catalog/narrowing.ts';
import {RISING} from './events.ts';

/** The shopper chose a category. Cancel it, and the category stays as it was. */
export class RaiCategoryChangeEvent extends CustomEvent<undefined> {
  /** The category's id; `undefined` for all. */
  readonly category: string | undefined;

  constructor(category: string | undefined) {
    super('rai-category-change', {...RISING, cancelable: true});
    this.category = category;
  }
}

/** The shopper searched, sorted or narrowed the list. Cancel it, and the list stays as it was. */
export class RaiSearchEvent extends CustomEvent<undefined> {
  /** What is searched for; empty for everything. */
  readonly search: string;
  /** One of the orders of the `sort` attribute. */
  readonly sort: string;
  /** What of it the shopper wants to see; absent where that stays as it is. */
  readonly narrowing: Narrowing | undefined;

  constructor(search: string, sort: string, narrowing?: Narrowing) {
    super('rai-search', {...RISING, cancelable: true});
    this.search = search;
    this.sort = sort;
    this.narrowing = narrowing;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'rai-category-change': RaiCategoryChangeEvent;
    'rai-search': RaiSearchEvent;
  }
}
