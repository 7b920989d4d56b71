import {colord, extend, type Colord} from 'colord';
import a11y from 'colord/plugins/a11y';

extend([a11y]);

/** A community's colours as its configuration says them: hex, `rgb()` or `hsl()`. Any may be missing, or rubbish. */
export type Palette = Readonly<
  Partial<Record<'accent' | 'text' | 'background' | 'divider' | 'shadow', unknown>>
>;

/** What WCAG 2.2 AA asks of words (1.4.3) and of controls and the focus ring (1.4.11), as contrast ratios. */
export const WORDS = 4.5;
export const CONTROLS = 3;

/** The colours of one scheme, as hex, by the names of the tokens. */
export type Colors = Readonly<Record<keyof typeof USUAL.light, string>>;

/** The two surroundings that a palette may be for. */
export type Scheme = keyof typeof USUAL;

/** The colours without any palette. */
export const USUAL = {
  light: {
    surface: '#ffffff',
    text: '#1d2129',
    muted: '#5c6470',
    line: '#e4e2db',
    edge: '#85888f',
    faint: '#efeee9',
    accent: '#1f5f52',
    'on-accent': '#ffffff',
    link: '#1f5f52',
    sale: '#a3182f',
    'sale-surface': '#fde8ea',
    low: '#8a4b00',
    'cover-start': '#1b4d43',
    'cover-end': '#2c7a68',
    shadow: '#0000000d',
    'page-text': '#1d2129',
    'page-muted': '#5c6470',
    'page-link': '#1f5f52',
  },
  dark: {
    surface: '#1b2027',
    text: '#eef0f3',
    muted: '#a3abb8',
    line: '#2c333d',
    edge: '#6f7987',
    faint: '#262d36',
    accent: '#7fd1bd',
    'on-accent': '#0d2621',
    link: '#7fd1bd',
    sale: '#ff9aa8',
    'sale-surface': '#3a1a21',
    low: '#ffc978',
    'cover-start': '#1b4d43',
    'cover-end': '#2c7a68',
    shadow: '#0000000d',
    'page-text': '#eef0f3',
    'page-muted': '#a3abb8',
    'page-link': '#7fd1bd',
  },
} as const;

/** What a page may have behind the store in a scheme. What stands there is not on the palette's own ground, which may be as dark as words. */
export const PAGES = {light: ['#ffffff', '#f0f0f0'], dark: ['#000000', '#1f1f1f']} as const;

/**
 * The store's colours for a palette, each mixed with as little black or white as leaves everything legible; `undefined` where
 * the palette has no colour that can be read.
 */
export function colorsOf(palette: Palette, scheme: Scheme): Colors | undefined {
  const own = (name: keyof Palette) => {
    const color = colord(palette[name] as string);
    return typeof palette[name] === 'string' && color.isValid() ? color : undefined;
  };
  if (!(['accent', 'text', 'background', 'divider', 'shadow'] as const).some(own)) return undefined;
  const usual = USUAL[scheme];
  const page = PAGES[scheme].map((ground) => colord(ground));
  const background = own('background');
  const surface = over(background ?? colord(usual.surface), page[0]!);
  const colour = (name: keyof Palette, otherwise: string) => over(own(name) ?? colord(otherwise), surface);

  const text = legible(colour('text', usual.text), [surface], WORDS);
  const isOwnGround = background ?? own('text');
  const muted = isOwnGround ? mixed(text, surface, 30) : colord(usual.muted);
  const line = own('divider')
    ? colour('divider', usual.line)
    : background
      ? mixed(surface, text, 15)
      : colord(usual.line);
  const accent = legible(colour('accent', usual.accent), [surface], CONTROLS);
  const onAccent = accent.contrast(WHITE) >= accent.contrast(BLACK) ? WHITE : BLACK;
  const tint = background ? mixed(surface, colord(usual.sale), 12) : colord(usual['sale-surface']);
  const onTint = legible(colord(usual.sale), [surface, tint], WORDS);
  // Where no red is legible on a ground and its tint, as on a middling one, there is no tint.
  const isTinted = [surface, tint].every((ground) => onTint.contrast(ground) >= WORDS);
  const cover = legible(accent, [WHITE], WORDS);
  const shadow = own('shadow') ?? colord(BLACK);
  return {
    surface: surface.toHex(),
    text: text.toHex(),
    muted: legible(muted, [surface], WORDS).toHex(),
    line: line.toHex(),
    edge: legible(line, [surface], CONTROLS).toHex(),
    faint: background ? mixed(surface, text, 6).toHex() : usual.faint,
    accent: accent.toHex(),
    'on-accent': onAccent.toHex(),
    link: legible(accent, [surface], WORDS).toHex(),
    sale: (isTinted ? onTint : legible(colord(usual.sale), [surface], WORDS)).toHex(),
    'sale-surface': (isTinted ? tint : surface).toHex(),
    low: legible(colord(usual.low), [surface], WORDS).toHex(),
    'cover-start': mixed(cover, BLACK, 30).toHex(),
    'cover-end': cover.toHex(),
    // An opaque shadow would be a second card behind each.
    shadow: (shadow.alpha() < 1 ? shadow : shadow.alpha(0.05)).toHex(),
    'page-text': legible(text, page, WORDS).toHex(),
    'page-muted': legible(muted, page, WORDS).toHex(),
    'page-link': legible(accent, page, WORDS).toHex(),
  };
}

const WHITE = colord('#ffffff');
const BLACK = colord('#000000');

/**
 * The colour itself where it has that contrast with every ground, else with the least whole percent of black or white mixed
 * in with which it has.
 */
export function legible(color: Colord, grounds: readonly Colord[], ratio: number): Colord {
  for (let percent = 0; percent <= 100; percent += 1) {
    const found = [BLACK, WHITE]
      .map((end) => mixed(color, end, percent))
      .find((mixture) => grounds.every((ground) => mixture.contrast(ground) >= ratio));
    if (found) return found;
  }
  // Grounds as far apart as these leave no such colour; the words are on the first one.
  return grounds[0]!.isDark() ? WHITE : BLACK;
}

/** A colour with so many percent of another one in it. */
function mixed(color: Colord, other: Colord, percent: number): Colord {
  const [a, b] = [color.toRgb(), other.toRgb()];
  const part = (name: 'r' | 'g' | 'b') => Math.round(a[name] + ((b[name] - a[name]) * percent) / 100);
  return colord({r: part('r'), g: part('g'), b: part('b')});
}

/** What is seen of a colour that may be translucent. */
const over = (color: Colord, ground: Colord) => mixed(ground, color, color.alpha() * 100);
