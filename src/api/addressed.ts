/** What a store may leave in the address of its page; the empty string takes back what an attribute says. */
export interface Addressed {
  product?: string | undefined;
  category?: string | undefined;
  search?: string | undefined;
  sort?: string | undefined;
}

/** How many characters of a search an address may hold. */
export const LONGEST_SEARCH = 100;

/** A name and what is believed of it in an address, which anybody may have written. An order is looked up before it is used. */
const BELIEVED = /^((product|category)([\da-f]{24})?|search.{0,100}|sort.*)$/i;

/** What has the names in the address that begin like this; who comes later leaves the address alone. */
const owners: Record<string, Element> = {};

/** What the names of a store's words in the address begin with: `rai-`, and its `id` where it has one. */
export const prefixOf = ({id}: Element): string => (id ? `rai-${id}-` : 'rai-');

/**
 * What the address says of a store, as far as it can be believed; `undefined` where the store's `routing` is neither `query`
 * nor `hash`, or where another store on the page has its names.
 */
export function addressed(store: Element & {readonly routing?: string | null}): Addressed | undefined {
  const {routing = store.getAttribute('routing')} = store;
  const words = routing === 'query' ? location.search : routing === 'hash' && location.hash;
  const prefix = prefixOf(store);
  if (words === false || (owners[prefix]?.isConnected && owners[prefix] !== store)) return undefined;
  owners[prefix] = store;
  const said = new URLSearchParams(words.slice(1));
  const found: Addressed = {};
  for (const name of ['product', 'category', 'search', 'sort'] as const) {
    const word = said.get(prefix + name);
    if (word !== null && BELIEVED.test(name + word)) found[name] = word;
  }
  return found;
}
