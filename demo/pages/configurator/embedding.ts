import type {Values} from './value.ts';

/** Ways to put a store on a page. */
export const WAYS = ['module', 'classic', 'iframe', 'frame', 'react', 'vue'] as const;

export type Way = (typeof WAYS)[number];

/** What a snippet is made from. */
export interface Embedding {
  /** What is set; without its gateway. */
  readonly values: Values;
  /** Base URL of the gateway, such as `https://gateway.example/v1`. */
  readonly gateway: string;
  /** The version whose files never change, with their hashes by name; the newest ones where it is not said. */
  readonly pinned?: Pinned | undefined;
}

/** A version, and the hashes of its files as `integrity` takes them. */
export interface Pinned {
  readonly version: string;
  readonly hashes: Readonly<Record<string, string>>;
}

/** The attributes that a channel page has by its address, and their names there. */
const HINTS: Readonly<Record<string, string>> = {
  theme: 'theme',
  lang: 'lang',
  category: 'category',
  product: 'product',
  'user-id': 'userID',
};

/** The attributes that `<rai-store-frame>` tells the store in its frame. */
const FRAME_TOLD = ['theme', 'lang', 'balance', 'signed-in'];

/** What is set as attributes, and what as tokens. */
export function partsOf(values: Values): {readonly attributes: Values; readonly tokens: Values} {
  const entries = Object.entries(values);
  const isToken = ([name]: [string, string]) => name.startsWith('--');
  return {
    attributes: Object.fromEntries(entries.filter((entry) => !isToken(entry))),
    tokens: Object.fromEntries(entries.filter(isToken)),
  };
}

/** What is set and does not reach a store in a frame of that kind; nothing where the store is on the page itself. */
export function lostIn(way: Way, values: Values): readonly string[] {
  if (way !== 'iframe' && way !== 'frame') return [];
  const told = way === 'frame' ? FRAME_TOLD : [];
  return Object.keys(values).filter((name) => !(name in HINTS) && !told.includes(name));
}

/** What of `<rai-store-frame>` is said by attribute; the rest of what it can be told is in the address of its page. */
export const toldByFrame = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => FRAME_TOLD.includes(name)));

/** The address of a file of the widget; a gateway of several stores has one widget for all of them. */
export function fileOf(file: string, {gateway, pinned}: Embedding): string {
  const base = gateway.replace(/\/+$/, '').replace(/(\/s\/[^/]+)?\/v1$/, '');
  return `${base}/widget/${pinned ? `${pinned.version}/` : ''}${file}`;
}

/** The address of the channel page, with what is known of the store from its first moment on. */
export function channelOf({values, gateway}: Embedding, except: readonly string[] = []): string {
  const page = `${gateway.replace(/\/+$/, '').replace(/\/v1$/, '')}/channel`;
  const query = new URLSearchParams();
  for (const [name, hint] of Object.entries(HINTS)) {
    const value = values[name];
    if (value && !except.includes(name)) query.set(hint, value);
  }
  return query.size > 0 ? `${page}?${query.toString()}` : page;
}

/** The store in one file: a hash is of one file, and what that file brings by itself would go by none. */
const SINGLE = 'rai-store.single.js';

/** The scripts of a way to embed: the one that follows new releases, and the one that a hash holds in full. */
const SCRIPTS: Readonly<Record<Way, {readonly newest: string; readonly pinned: string} | undefined>> = {
  module: {newest: 'rai-store.js', pinned: SINGLE},
  classic: {newest: 'embed.js', pinned: SINGLE},
  iframe: undefined,
  frame: {newest: 'channel-host.js', pinned: 'channel-host.js'},
  react: {newest: 'rai-store.js', pinned: SINGLE},
  vue: {newest: 'rai-store.js', pinned: SINGLE},
};

/** The file of the widget that a way to embed names; none for a plain frame. */
export const scriptOf = (way: Way, {pinned}: Pick<Embedding, 'pinned'>): string | undefined =>
  SCRIPTS[way]?.[pinned ? 'pinned' : 'newest'];
