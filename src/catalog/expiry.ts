import type {Product} from './product.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The units of the Store API, in ms; a month counts thirty days. */
const UNITS: Readonly<Record<string, number>> = {hours: HOUR, days: DAY, weeks: 7 * DAY, months: 30 * DAY};

/**
 * From when (epoch ms) to when a product is to stand out because it expires soon; never, where the merchant does not want that, or
 * where a date, a duration or a unit can't be read.
 */
export function expiryWindow({expires, expiryHighlight}: Product): readonly [starts: number, ends: number] {
  const {duration = NaN, timeframe = ''} = expiryHighlight ?? {};
  const lead = duration * (UNITS[timeframe] ?? NaN);
  return expires !== undefined && lead > 0 && Number.isFinite(expires)
    ? [expires - lead, expires]
    : [Infinity, Infinity];
}
