/** Nobody is obeyed for longer than this: a slip in a header must not close a store for a day. */
const LONGEST = 5 * 60_000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds up to five minutes: seconds or a date, as RFC 9110
 * has them. `undefined` where there is none that can be read.
 */
export function waitOf(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST);
}
