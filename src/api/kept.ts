/* eslint-disable no-restricted-globals -- this is the one place that stores anything, and for as long as the tab is open */
import {early, KEPT} from './early.ts';
import {numberOf, objectOf, type Json} from './members.ts';

/** At most so many answers are kept in a tab, each of at most so many UTF-16 code units. */
const MOST = 4;
const LONGEST = 250_000;

/** As of when a kept answer was true, and how far the server's clock was ahead of the shopper's then; both in ms. */
export interface Kept {
  readonly at: number;
  readonly ahead: number;
}

/** What is said of the parts of a storefront by who kept them; `undefined` where they have just been read. */
export function keptOf({kept}: Json): Kept | undefined {
  const at = numberOf(objectOf(kept).at);
  return at === undefined ? undefined : {at, ahead: numberOf(objectOf(kept).ahead) ?? 0};
}

/** Whether the answer at an address is looked for among the kept ones, when the page is visited again. */
export const isLookedFor = (url: string): boolean => early.has(url);

/** Whether there is another answer to take at an address: the one before it was a kept one. */
export const isComing = (url: string): boolean => !!early.get(url)?.length;

/**
 * Keeps the parts of a storefront for as long as the tab lives, so that its next visit begins with them. Does nothing where the page
 * may not store anything, or where they are too long.
 */
export function keep(url: string, parts: Json, kept: Kept): void {
  try {
    // Where a page's library has lists written in its own way, they could not be read again.
    if ('toJSON' in []) return;
    // In brackets, the arguments that make a `Response` of it.
    const record = `[${JSON.stringify(JSON.stringify({data: {...parts, kept}}))}]`;
    if (record.length > LONGEST) return;
    const others = Object.keys(sessionStorage).filter((key) => key.startsWith(KEPT) && key !== KEPT + url);
    for (const key of others.slice(MOST - 1)) sessionStorage.removeItem(key);
    sessionStorage.setItem(KEPT + url, record);
  } catch {
    // A storage that is full or refused is as good as none.
  }
}

/** Keeps nothing of an address any longer. */
export function forget(url: string): void {
  try {
    sessionStorage.removeItem(KEPT + url);
  } catch {
    // What may not be touched holds nothing either.
  }
}
