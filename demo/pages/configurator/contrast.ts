import {colord, extend, type Colord} from 'colord';
import a11y from 'colord/plugins/a11y';
import names from 'colord/plugins/names';
import {halvesOf, SCHEMES, type Scheme} from './schemes.ts';

extend([a11y, names]);

/** What WCAG 2.2 AA asks of words (1.4.3) and of the edges of controls (1.4.11). */
const WORDS = 4.5;
const EDGES = 3;

/** Which colours of the store lie on which, by the last part of their tokens' names. */
const PAIRS: readonly (readonly [over: string, under: string, needed: number])[] = [
  ['text', 'surface', WORDS],
  ['muted', 'surface', WORDS],
  ['link', 'surface', WORDS],
  ['sale', 'surface', WORDS],
  ['sale', 'sale-surface', WORDS],
  ['low', 'surface', WORDS],
  ['on-accent', 'accent', WORDS],
  ['accent', 'surface', EDGES],
  ['edge', 'surface', EDGES],
];

/** Two colours that lie too close together, with what they have and what they need. */
export interface Pale {
  readonly scheme: Scheme;
  /** Names of tokens. */
  readonly over: string;
  readonly under: string;
  /** As hex. */
  readonly colours: readonly [over: string, under: string];
  /** To the hundredth, rounded down, so that none is called enough that is not. */
  readonly ratio: number;
  readonly needed: number;
}

/** The hex of a CSS colour that is neither hex, `rgb()`, `hsl()` nor a name; `undefined` where it is no colour. */
export type Resolve = (value: string) => string | undefined;

interface Ground {
  readonly colours: ReadonlyMap<string, string>;
  readonly scheme: Scheme;
  readonly resolve: Resolve;
}

/**
 * Every pair of colours that cannot be told apart well enough, in light and in dark. A colour that cannot be known, such as one
 * that the page around decides, is left out.
 *
 * @param colours - The value of each colour token in effect, by its name.
 */
export function paleIn(
  colours: ReadonlyMap<string, string>,
  resolve: Resolve = () => undefined,
): readonly Pale[] {
  const found: Pale[] = [];
  for (const scheme of SCHEMES) {
    const colour = (part: string) => known(`--rai-color-${part}`, {colours, scheme, resolve});
    const ground = colour('surface');
    for (const [above, below, needed] of PAIRS) {
      const [top, bottom] = [colour(above), colour(below)];
      if (!top || !bottom || !ground) continue;
      const under = over(bottom, ground);
      const seen = over(top, under);
      const ratio = seen.contrast(under);
      if (ratio >= needed) continue;
      found.push({
        scheme,
        over: `--rai-color-${above}`,
        under: `--rai-color-${below}`,
        colours: [seen.toHex(), under.toHex()],
        ratio,
        needed,
      });
    }
  }
  return found;
}

/** The colour as hex where it is one that can be known by itself. */
export function hexOf(value: string, resolve: Resolve = () => undefined): string | undefined {
  const own = colord(value);
  return own.isValid() ? own.toHex() : resolve(value);
}

/** The colour of a token in a scheme, also where it is that of another token. */
function known(name: string, {colours, scheme, resolve}: Ground, depth = 0): Colord | undefined {
  const value = colours.get(name);
  const half = value === undefined ? undefined : halvesOf(value)[scheme];
  const other = half && /^var\((--[\w-]+)\)$/.exec(half)?.[1];
  if (other && depth < 4) return known(other, {colours, scheme, resolve}, depth + 1);
  const hex = half === undefined ? undefined : hexOf(half, resolve);
  return hex === undefined ? undefined : colord(hex);
}

/** What is seen of a colour that may be translucent. */
function over(top: Colord, ground: Colord): Colord {
  const [a, b, alpha] = [top.toRgb(), ground.toRgb(), top.alpha()];
  const part = (name: 'r' | 'g' | 'b') => Math.round(b[name] + (a[name] - b[name]) * alpha);
  return colord({r: part('r'), g: part('g'), b: part('b')});
}
