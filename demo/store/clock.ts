/** The one source of time of a service: every date it stores or judges, and its `Date` header. */
export interface Clock {
  /** The time now, as milliseconds since 1970 (UTC). */
  now(): number;
}

/** The clock of this machine. */
export const systemClock: Clock = {now: () => Date.now()};
