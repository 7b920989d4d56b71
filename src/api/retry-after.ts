/** A server that asks for a longer pause than this, in ms, is asked again after this one. */
export const LONGEST_PAUSE = 60_000;

/**
 * How long a `Retry-After` header asks to wait at `now` (epoch ms): seconds, or a date as HTTP writes it (RFC 9110). In ms,
 * from 0 to {@link LONGEST_PAUSE}; `undefined` where it says neither.
 */
export function pauseOf(header: string | null | undefined, now: number): number | undefined {
  const said = header?.trim() ?? '';
  const pause = /^\d+$/.test(said)
    ? Number(said) * 1000
    : /^\w{3,9},? .*\d\d:\d\d:\d\d/.test(said)
      ? Date.parse(said) - now
      : NaN;
  return Number.isNaN(pause) ? undefined : Math.min(Math.max(pause, 0), LONGEST_PAUSE);
}
