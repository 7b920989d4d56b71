import {createHash} from 'node:crypto';
import type {Ware} from './state.ts';

/** In ms. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What stands beside a ware whose state is shown, so that it can be told from what is usual. */
export const COFFEE: Ware = {name: 'Coffee for two'};
export const TICKET: Ware = {name: 'Cinema ticket, any day'};
export const HOODIE: Ware = {name: 'Founders’ hoodie'};
export const MANGROVE: Ware = {name: 'Plant a mangrove'};

/** What a store sells where its state is not about its wares. */
export const USUAL: readonly Ware[] = [
  COFFEE,
  {...HOODIE, sale: {price: 1_680, ends: 2 * DAY}},
  {...TICKET, left: 12},
  MANGROVE,
];

/** The id of a ware on the pages of the states: the same wherever the demo runs, and whatever the store service gave it. */
export const idOf = ({name}: Ware): string => createHash('sha256').update(name).digest('hex').slice(0, 24);
