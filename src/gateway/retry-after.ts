/** Nobody is obeyed for longer than this: a slip in a header must not close a store for a day. */
const LONGEST = 5 * 60_000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds up to five minutes: seconds or a date, as RFC 9110
 * has them. `undefined` where there is none that can be read.
 */
export function waitOf(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, LONGEST);
  // Engines take all sorts of things for dates; those of HTTP begin with the day of the week.
  const wait = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) - now : NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST);
}
