const MILLISECONDS = {minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000} as const;

/** The moment (epoch ms) that lies `count` units before `time`; months and years by the calendar, in UTC. */
export function before(time: number, count: number, unit: string): number {
  if (unit in MILLISECONDS) return time - count * MILLISECONDS[unit as keyof typeof MILLISECONDS];
  const date = new Date(time);
  const months = unit === 'years' ? count * 12 : count;
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  // A month before the 31st of March is the last of February.
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
