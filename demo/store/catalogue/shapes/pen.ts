/** Strokes of the pen that every picture is drawn with. Coordinates are those of the picture, colours are hex. */

/** The colours of one picture: two tones of one hue, and two shades that lie between or above them. */
export interface Tones {
  readonly back: string;
  readonly front: string;
  /** Half way between back and front. */
  readonly mid: string;
  /** The back, nearly white. */
  readonly pale: string;
}

/** The tones of a hue from its light and its dark end. */
export function tones(back: string, front: string): Tones {
  return {back, front, mid: mix(back, front, 0.5), pale: mix(back, '#ffffff', 0.7)};
}

/** The colour that lies the share `part` (0 to 1) of the way from one hex colour to another. */
export function mix(from: string, to: string, part: number): string {
  const channel = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => channel(from, at) * (1 - part) + channel(to, at) * part);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** A rectangle with round corners. */
export const box = (x: number, y: number, width: number, height: number, radius: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"${radius ? ` rx="${radius}"` : ''} fill="${fill}"/>`;

/** A filled circle. */
export const disc = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

/** A filled ellipse. */
export const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

/** A filled path. */
export const area = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

/** A stroked path with round ends; `dash` as in SVG. */
export const line = (d: string, stroke: string, width: number, dash = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${
    dash && ` stroke-dasharray="${dash}"`
  }/>`;

/** What is inside, turned clockwise by so many degrees about a point; the middle of a 4:3 picture if none is given. */
export const turned = (degrees: number, inside: string, x = 400, y = 300) =>
  `<g transform="rotate(${degrees} ${x} ${y})">${inside}</g>`;

/** What is inside, moved and then scaled. */
export const placed = (x: number, y: number, scale: number, inside: string) =>
  `<g transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}">${inside}</g>`;

/** What `draw` gives for 0 to `count` - 1, one after the other. */
export const times = (count: number, draw: (index: number) => string) =>
  Array.from({length: count}, (_, index) => draw(index)).join('');

/** A point on a circle, as whole numbers; 0 degrees is up, clockwise. */
export function around(x: number, y: number, radius: number, degrees: number): readonly [number, number] {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
}

/** Three wisps of steam that rise from a point. */
export const steam = (x: number, y: number, stroke: string, width = 16) =>
  times(3, (n) => line(`M${x - 54 + n * 54} ${y - (n === 1 ? 16 : 0)}c-22-24 22-44 0-70`, stroke, width));
