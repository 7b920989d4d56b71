import {colorsOf, USUAL, type Colors, type Palette} from './palette.ts';

/** The sheet with its community's colours that an element has got. */
const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/**
 * Gives an element the colours of `widget.appearance` in its store's configuration, below those that the page says by
 * `--rai-color-…`. They hold for all that stands within the element; a scheme without a palette keeps the usual ones.
 */
export function paint(root: ShadowRoot, store: unknown): void {
  const {light, dark} = objectOf(objectOf(objectOf(store).widget).appearance);
  const sheet = sheets.get(root) ?? new CSSStyleSheet();
  sheet.replaceSync(rulesOf(colorsOf(paletteOf(light), 'light'), colorsOf(paletteOf(dark), 'dark')));
  if (sheets.has(root)) return;
  sheets.set(root, sheet);
  root.adoptedStyleSheets.push(sheet);
}

function rulesOf(light: Colors | undefined, dark: Colors | undefined): string {
  if (!light && !dark) return '';
  const colour = (name: keyof Colors) =>
    `light-dark(${light?.[name] ?? USUAL.light[name]}, ${dark?.[name] ?? USUAL.dark[name]})`;
  const lines = (Object.keys(USUAL.light) as (keyof Colors)[]).map((name) => `--_c-${name}: ${colour(name)}`);
  const cover = `linear-gradient(110deg, ${colour('cover-start')}, ${colour('cover-end')})`;
  const shadow = `0 1px 2px ${colour('shadow')}, 0 4px 12px ${colour('shadow')}`;
  return `:host { ${lines.join('; ')}; --_c-cover: ${cover}; --_c-shadow: ${shadow} }`;
}

const paletteOf = (theme: unknown): Palette => objectOf(objectOf(theme).palette);

const objectOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
