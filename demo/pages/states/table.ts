import {composition} from './composition.ts';
import {content} from './content.ts';
import {emptiness} from './emptiness.ts';
import {failures} from './failures.ts';
import {offers} from './offers.ts';
import {palettes} from './palettes.ts';
import {redeeming} from './redeeming.ts';
import {shopper} from './shopper.ts';
import type {State, StateGroup} from './state.ts';
import {stock} from './stock.ts';
import {waiting} from './waiting.ts';

/** Every state that has a page, in the order of the index. A page more is an entry more in one of these files. */
export const GROUPS: readonly StateGroup[] = [
  waiting,
  emptiness,
  failures,
  offers,
  stock,
  content,
  shopper,
  palettes,
  redeeming,
  composition,
];

export const STATES: readonly State[] = GROUPS.flatMap(({states}) => states);

/** The state of that name, if there is one. */
export const stateCalled = (name: string | undefined): State | undefined =>
  STATES.find((state) => state.name === name);
