import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LONGEST_SEARCH, prefixOf, type Addressed} from '../api/addressed.ts';
import {SORTS} from '../api/requests.ts';
import {source} from './source.ts';

/** A store whose words may stand in the address. */
export interface AddressedHost extends ReactiveControllerHost, Element, Addressed {
  /** `query` or `hash`; anything else leaves the address alone. */
  readonly routing?: string;
}

type Words = Readonly<Record<keyof Addressed, string>>;

const NAMES = ['product', 'category', 'search', 'sort'] as const;

/**
 * Keeps what a store shows and the page's address the same, each way.
 *
 * An opened product and a chosen category are entries of the history, so that Back undoes them; words and order of a search
 * replace the entry that they are in. What the store would show anyway, by its attributes, does not stand in the address. Names
 * that are not the store's, the rest of a fragment and the page's own `history.state` stay as they are. Where a page may not
 * change its address, as in some sandboxes, the store works without.
 */
export class RoutingController implements ReactiveController {
  readonly #host: AddressedHost;
  /** What an address without a word means. */
  readonly #usual: Words;
  /** What the address says, as far as it is known. */
  #written: Words;
  /** Whether the browser is on its way back from a product that was closed. */
  #isGoingBack = false;
  readonly #read = () => this.#follow();

  constructor(host: AddressedHost) {
    this.#host = host;
    const said = source.addressed(host) ?? {};
    // What the address has put in a property's place can only be known from the attribute.
    const usual = (name: keyof Addressed) =>
      name in said || name === 'product' ? host.getAttribute(name) : host[name];
    this.#usual = words(usual);
    this.#written = this.#addressed(said);
    host.addController(this);
  }

  hostConnected() {
    addEventListener('popstate', this.#read);
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    removeEventListener('popstate', this.#read);
  }

  hostUpdated() {
    const now = this.#shown;
    const said = source.addressed(this.#host);
    if (this.#isGoingBack || !said || NAMES.every((name) => now[name] === this.#written[name])) return;
    const before = this.#written;
    this.#written = now;
    try {
      this.#write(before, now);
    } catch {
      // The document may have no address of its own, or its browser has had enough entries of it.
    }
  }

  #write(before: Words, now: Words) {
    const mark = `${prefixOf(this.#host)}product`;
    const state: unknown = history.state;
    const own = isPlain(state) ? state : {};
    if (before.product && !now.product && own[mark] && before.category === now.category) {
      this.#isGoingBack = true;
      history.back();
      return;
    }
    const address = this.#address(now);
    const isOpening = !before.product && now.product !== '';
    if (!isOpening && before.category === now.category) {
      history.replaceState(now.product ? state : unmarked(state, mark), '', address);
      return;
    }
    const isMarkable = state === null || own === state;
    history.pushState(isOpening && isMarkable ? {...own, [mark]: true} : unmarked(state, mark), '', address);
  }

  /** The address of the page with the store's words in it. */
  #address(now: Words): string {
    const prefix = prefixOf(this.#host);
    const part = this.#host.routing === 'hash' ? 'hash' : 'search';
    const mine = NAMES.filter((name) => now[name] !== this.#usual[name]).map(
      (name) => `${prefix}${name}=${encodeURIComponent(now[name])}`,
    );
    const url = new URL(location.href);
    const others = url[part]
      .slice(1)
      .split('&')
      .filter((pair) => pair && !NAMES.some((name) => pair.split('=')[0] === prefix + name));
    url[part] = [...others, ...mine].join('&');
    return url.href;
  }

  /** Shows what the address now says, unless the shopper was faster. */
  #follow() {
    const said = source.addressed(this.#host);
    if (!said) return;
    const shown = this.#shown;
    const isFaster = this.#isGoingBack && NAMES.some((name) => shown[name] !== this.#written[name]);
    this.#isGoingBack = false;
    this.#written = this.#addressed(said);
    const {product, category, ...rest} = this.#written;
    if (!isFaster)
      Object.assign(this.#host, rest, {product: product || undefined, category: category || undefined});
    this.#host.requestUpdate();
  }

  get #shown(): Words {
    return words((name) => this.#host[name]);
  }

  #addressed(said: Addressed): Words {
    return words((name) => (name in said ? said[name] : this.#usual[name]));
  }
}

/** A store's words in one form, in which nothing said is the empty string. */
const words = (of: (name: keyof Addressed) => string | null | undefined): Words => ({
  product: of('product') ?? '',
  category: of('category') ?? '',
  // Half a character at the end could not be written.
  search:
    of('search')
      ?.slice(0, LONGEST_SEARCH)
      .replace(/[\uD800-\uDBFF]$/, '') ?? '',
  sort: SORTS.find((sort) => sort === of('sort')) ?? SORTS[0],
});

/** Whether a copy of a state with one member more is as good to the page that made it. */
const isPlain = (state: unknown): state is Record<string, unknown> =>
  typeof state === 'object' && state !== null && Object.getPrototypeOf(state) === Object.prototype;

/** A copy of a state that does not say that its entry was made for a product. */
function unmarked(state: unknown, mark: string): unknown {
  if (!isPlain(state) || !(mark in state)) return state;
  return Object.fromEntries(Object.entries(state).filter(([name]) => name !== mark));
}
