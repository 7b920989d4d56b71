import type {Control, Setting} from './manifest.ts';
import {halvesOf} from './schemes.ts';

/** What is set otherwise than usual, by the names of attributes and tokens. A switch that is on is the empty text. */
export type Values = Readonly<Record<string, string>>;

/** Why a value cannot be used. */
export type Fault =
  | 'address'
  | 'choice'
  | 'colour'
  | 'id'
  | 'language'
  | 'length'
  | 'long'
  | 'number'
  | 'range'
  | 'template'
  | 'text'
  | 'whole'
  | 'words';

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
  if (control.type === 'number') return numberFault(value, control);
  if (control.type === 'id') return /^[\da-f]{24}$/i.test(value) ? undefined : 'id';
  if (control.type === 'language') return isLanguage(value) ? undefined : 'language';
  if (control.type === 'words') return areWords(value) ? undefined : 'words';
  if (control.type === 'address') return isAddress(value) ? undefined : 'address';
  if (control.type === 'template') return isAddress(value, '{product}') ? undefined : 'template';
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

/** What is wrong with a number: that it is none, or another than can be. */
function numberFault(
  value: string,
  {least, most = Infinity, isWhole}: Control & {readonly type: 'number'},
): Fault | undefined {
  const written = isWhole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,3})?$/;
  if (written.test(value) && Number(value) >= least && Number(value) <= most) return undefined;
  return most < Infinity ? 'range' : isWhole ? 'whole' : 'number';
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length > 0;
  } catch {
    return false;
  }
}

/** Whether a text is JSON of words by their names, or by language and name. */
function areWords(value: string): boolean {
  try {
    const isWords = (given: unknown, isByLanguage: boolean): boolean =>
      typeof given === 'object' &&
      given !== null &&
      !Array.isArray(given) &&
      Object.values(given).every((one) => typeof one === 'string' || (isByLanguage && isWords(one, false)));
    return isWords(JSON.parse(value), true);
  } catch {
    return false;
  }
}

const isSome = (value: string, options: readonly string[]) =>
  value !== '' && value.split(' ').every((word) => options.includes(word));

const isLength = (value: string, supports: Supports) => /^\d/.test(value) && supports('width', value);

/** Whether a text is an address of the web, in which nothing stands for something else but a gap behind its host. */
function isAddress(value: string, gap = ''): boolean {
  const [, host, rest] = /^https?:\/\/([^\s/?#{}.][^\s/?#{}]*)(.*)$/is.exec(value) ?? [];
  const filled = gap ? rest?.replaceAll(gap, 'x') : rest;
  return host !== undefined && !/[{}\s]/.test(filled ?? '') && URL.canParse(value);
}
