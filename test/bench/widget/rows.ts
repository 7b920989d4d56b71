import type {Row} from './figures.ts';
import type {Load, Long} from './measure.ts';
import {MANY} from './servers.ts';
import {SLOW, type Profile} from './visit.ts';

/** What both pages took in each round. */
export interface Pair<T> {
  readonly ours: readonly T[];
  readonly vanilla: readonly T[];
}

/** Milliseconds, in words. */
export const ms = (value: number) => `${value.toFixed(0)} ms`;
const kB = (value: number) => `${(value / 1000).toFixed(1)} kB`;
const MB = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
const whole = (value: number) => value.toFixed(0);

/** What a load's table says. */
export function loadRows(loads: Pair<Load>, profile: Profile): readonly Row[] {
  const row = (name: string, write: Row['write'], value: (one: Load) => number, aim: Partial<Row> = {}) =>
    rowOf(loads, name, write, value, aim);
  return [
    row('first card', ms, ({first}) => first, profile === SLOW ? {mostRatio: 1} : {}),
    row('20 cards', ms, ({twenty}) => twenty),
    row('category switch', ms, ({switched}) => switched),
    row('blocked by long tasks', ms, ({blocked}) => blocked),
    row('longest task', ms, ({longest}) => longest),
    row(
      'layout shift',
      (value) => value.toFixed(4),
      ({shift}) => shift,
      {most: 0},
    ),
    row('scripts and styles', kB, ({scripts}) => scripts),
    row('data', kB, ({data}) => data),
    row('pictures', kB, ({pictures}) => pictures),
  ];
}

/** What the long list's table says. */
export function longRows(lists: Pair<Long>): readonly Row[] {
  const row = (name: string, write: Row['write'], value: (one: Long) => number, aim: Partial<Row> = {}) =>
    rowOf(lists, name, write, value, aim);
  return [
    row('products seen', whole, ({seen}) => seen),
    row('time until all were seen', ms, ({took}) => took),
    row('longest task until then', ms, ({longest}) => longest),
    row('heap', MB, ({heap}) => heap, {most: 25e6}),
    row('DOM nodes', whole, ({nodes}) => nodes, {most: MANY}),
    row('mean frame, CPU ÷ 4', ms, ({meanFrame}) => meanFrame, {mostRatio: 1.6}),
    row('worst frame, CPU ÷ 4', ms, ({worstFrame}) => worstFrame),
    row(
      'frames without a card',
      (value) => `${(100 * value).toFixed(0)} %`,
      ({empty}) => empty,
    ),
  ];
}

const rowOf = <T>(
  {ours, vanilla}: Pair<T>,
  name: string,
  write: Row['write'],
  value: (one: T) => number,
  aim: Partial<Row>,
): Row => ({name, write, ours: ours.map(value), vanilla: vanilla.map(value), ...aim});
