import type {Setting} from './manifest.ts';
import {faultOf, withValue, type Supports, type Values} from './value.ts';

/** The part of the page's address that holds a configuration, without its `#`; empty where nothing is set. */
export const hashOf = (values: Values): string => new URLSearchParams({...values}).toString();

/** What an address holds. */
export interface Linked {
  readonly values: Values;
  /** Names that no setting has, or whose values cannot be used. */
  readonly dropped: readonly string[];
}

/** No more names than these are told of: anybody can write an address. */
const MOST_TOLD = 5;

/** The configuration in a page's address, which anybody may have written: what is not known or not usable is dropped. */
export function readHash(hash: string, settings: readonly Setting[], supports: Supports): Linked {
  let values: Values = {};
  const dropped = new Set<string>();
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const setting = settings.find((one) => one.name === name);
    if (setting && faultOf(setting, value, supports) === undefined)
      values = withValue(values, setting, value);
    else dropped.add(name.length > 40 ? `${name.slice(0, 40)}…` : name);
  }
  return {values, dropped: [...dropped].filter(Boolean).slice(0, MOST_TOLD)};
}
