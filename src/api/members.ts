import type {ThemedImage} from '../catalog/product.ts';

/** A JSON object, whose members are not known yet. */
export type Json = Readonly<Record<string, unknown>>;

// The Store API's editions disagree, a projection leaves members out, and anything may be null. So every member is
// read by what it should be, and is absent where it is not that.

/** The value as an object; an empty one where it is anything else. */
export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** The text, unless it is missing, or made of spaces and characters alone that nobody sees. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /[^\p{C}\s]/u.test(value) ? value : undefined;

/** The number, unless it is missing or not finite. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The moment in epoch ms, from a date as ISO 8601 or HTTP writes it; `NaN` where something is said that is no date. */
export const momentOf = (value: unknown): number | undefined =>
  value ? Date.parse(textOf(value) ?? '') : undefined;

/** The address, where it is an absolute one of the web. */
export const addressOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:\/\//i.test(value) ? value : undefined;

/** The picture, unless it is switched off: April's edition has one picture under `value`, June's one for light and one for dark. */
export function imageOf(value: unknown): ThemedImage | undefined {
  const item = objectOf(value);
  const dark = addressOf(item.dark);
  const light = addressOf(item.light) ?? addressOf(item.value) ?? dark;
  return light && item.isEnabled !== false ? {light, dark: dark ?? light} : undefined;
}
