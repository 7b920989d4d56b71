import {box, disc, oval, tones, type Tones} from './pen.ts';

/** One picture of a product: the hue it is drawn in and what is drawn, within x 150 to 650 and y 80 to 520. */
export interface Picture {
  readonly hue: Hue;
  readonly draw: (tones: Tones) => string;
  /** Where the thing stands: half the width of its shadow, and the height of the ground. Nothing where it floats. */
  readonly ground?: readonly [half: number, y: number];
}

export type Hue = keyof typeof HUES;

/** The light and the dark end of each hue; dark on light is 4.5 : 1 or more, so that a small picture stays clear. */
export const HUES = {
  amber: tones('#f3d6b0', '#7a4a2c'),
  brick: tones('#f8cdb6', '#8f3d12'),
  coral: tones('#ffd8cb', '#8a3226'),
  honey: tones('#fbe2a0', '#775000'),
  indigo: tones('#bac3ff', '#2b2d6e'),
  leaf: tones('#d2efc4', '#2f6a2e'),
  mint: tones('#bfe9d9', '#1f5f52'),
  olive: tones('#e6e9b5', '#54590f'),
  plum: tones('#f1d1f0', '#6d2a74'),
  rose: tones('#fcd4e0', '#8b2550'),
  sand: tones('#ebe0cc', '#664f31'),
  sky: tones('#c3e8f7', '#0f5a7c'),
  slate: tones('#dce2ea', '#36425a'),
  teal: tones('#b8e6e7', '#0d5960'),
  violet: tones('#e2d4ff', '#5a3c8a'),
} as const;

/** The whole SVG of a product's picture, 4:3. */
export function scene({hue, draw, ground}: Picture): string {
  const colours = HUES[hue];
  return svg(800, 600, [
    box(0, 0, 800, 600, 0, colours.back),
    `<g opacity=".3">${disc(668, 84, 226, '#fff')}</g>`,
    `<g opacity=".1">${disc(92, 590, 256, colours.front)}</g>`,
    ground ? `<g opacity=".16">${oval(400, ground[1], ground[0], 14, colours.front)}</g>` : '',
    draw(colours),
  ]);
}

/** An SVG file of a size in px, with its parts one a line, so that a change of a picture reads well. */
export const svg = (width: number, height: number, parts: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${parts
    .filter((part) => part !== '')
    .join('\n')}\n</svg>\n`;
