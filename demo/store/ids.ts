import {randomBytes} from 'node:crypto';
import type {Clock} from './clock.ts';

/** What every id of the Store API looks like: 24 hexadecimal digits. */
export const ID_PATTERN = /^[0-9a-fA-F]{24}$/;

const perProcess = randomBytes(5).toString('hex');
let counter = randomBytes(3).readUIntBE(0, 3) >> 1;

/**
 * A new id that no other has. Ids of one process sort by the time of their making (second, then order), which is what
 * decides between records of equal rank in a list.
 */
export function newId(clock: Clock): string {
  counter = (counter + 1) % 0x1000000;
  const seconds = Math.floor(clock.now() / 1000) >>> 0;
  return hex(seconds, 8) + perProcess + hex(counter, 6);
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
