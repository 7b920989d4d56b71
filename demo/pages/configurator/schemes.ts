/** Light and dark surroundings. */
export const SCHEMES = ['light', 'dark'] as const;

export type Scheme = (typeof SCHEMES)[number];

/** The two halves of a colour: those of `light-dark(a, b)`, else the colour itself in both. */
export function halvesOf(value: string): Readonly<Record<Scheme, string>> {
  const inner = /^light-dark\((.*)\)$/s.exec(value.trim())?.[1];
  const at = inner === undefined ? -1 : commaIn(inner);
  if (inner === undefined || at < 0) return {light: value.trim(), dark: value.trim()};
  return {light: inner.slice(0, at).trim(), dark: inner.slice(at + 1).trim()};
}

/** The colour with those two halves. */
export const joined = ({light, dark}: Readonly<Record<Scheme, string>>): string =>
  light === dark ? light : `light-dark(${light}, ${dark})`;

/** Where the first comma outside of any brackets stands. */
function commaIn(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (text[at] === ',' && depth === 0) return at;
  }
  return -1;
}
