const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something still lasts, in one calm unit. */
export interface Countdown {
  /** Whole units left, rounded up, at least 1. */
  readonly value: number;
  readonly unit: 'day' | 'hour' | 'minute';
  /** Epoch ms at which this wording is no longer true. */
  readonly until: number;
}

/**
 * The time from `now` to `end` (both epoch ms, `end` later) as people say it: days from a day and a half on, hours
 * from an hour and a half on, minutes below. Never seconds, so that nothing ticks.
 */
export function countdown(end: number, now: number): Countdown {
  const left = end - now;
  const [unit, length, lowest] = left >= 1.5 * DAY ? (['day', DAY, 1.5 * DAY] as const)
    : left >= 1.5 * HOUR ? (['hour', HOUR, 1.5 * HOUR] as const)
    : (['minute', MINUTE, 0] as const); // prettier-ignore
  const value = Math.max(1, Math.ceil(left / length));
  const nextNumber = end - (value - 1) * length;
  const nextUnit = end - lowest + 1;
  return {value, unit, until: Math.min(nextNumber, nextUnit)};
}
