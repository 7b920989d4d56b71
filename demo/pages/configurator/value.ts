import type {Setting} from './manifest.ts';
import {halvesOf} from './schemes.ts';

/** What is set otherwise than usual, by the names of attributes and tokens. A switch that is on is the empty text. */
export type Values = Readonly<Record<string, string>>;

/** Why a value cannot be used. */
export type Fault = 'address' | 'choice' | 'colour' | 'length' | 'long' | 'number' | 'text';

/** Whether a CSS property takes a value; a browser's `CSS.supports`. */
export type Supports = (property: string, value: string) => boolean;

/** Longer than any value that makes sense; other words as JSON are the longest. */
const LONGEST = 4_000;

/** What would end a declaration, a rule or the style element around it. */
const BREAKS_OUT = /[;{}<>\\]|\/\*|\*\//;

/** What is wrong with a value for a setting, if anything is. */
export function faultOf({kind, control}: Setting, value: string, supports: Supports): Fault | undefined {
  if (value.length > LONGEST) return 'long';
  if (kind === 'token' && BREAKS_OUT.test(value)) return 'text';
  if (control.type === 'switch') return value === '' ? undefined : 'choice';
  if (control.type === 'choice') return control.options.includes(value) ? undefined : 'choice';
  if (control.type === 'set') return isSome(value, control.options) ? undefined : 'choice';
  if (control.type === 'number') return /^\d{1,9}(\.\d{1,3})?$/.test(value) ? undefined : 'number';
  if (control.type === 'address') return isAddress(value) ? undefined : 'address';
  if (control.type === 'length') return isLength(value, supports) ? undefined : 'length';
  if (control.type === 'css') return supports(control.property, value) ? undefined : 'text';
  if (control.type === 'colour') {
    const {light, dark} = halvesOf(value);
    return [light, dark].every((half) => half !== '' && supports('color', half)) ? undefined : 'colour';
  }
  return value.trim() === '' ? 'text' : undefined;
}

/** The values with one that is set; without it where it is `undefined` or as usual. */
export function withValue(values: Values, {name, usual}: Setting, value: string | undefined): Values {
  const others = Object.entries(values).filter(([other]) => other !== name);
  return Object.fromEntries(
    value === undefined || (value === usual && value !== '') ? others : [...others, [name, value]],
  );
}

const isSome = (value: string, options: readonly string[]) =>
  value !== '' && value.split(' ').every((word) => options.includes(word));

const isLength = (value: string, supports: Supports) => /^\d/.test(value) && supports('width', value);

function isAddress(value: string): boolean {
  // A template in an address stands for what its user fills in.
  const address = value.replace(/\{\w+\}/g, 'x');
  return /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address);
}
