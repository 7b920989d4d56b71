import {area, disc, line, times} from './pen.ts';
import {svg} from './scene.ts';

/**
 * The store's own cover, 4:1. White text lies over it: the dark side is the start side of a left-to-right page, and the
 * sun stands so far to the other end that neither a phone's crop nor a title reaches it.
 */
export const storeCover = (scheme: 'light' | 'dark') => {
  const [deep, green, olive, gold] =
    scheme === 'light'
      ? ['#174a40', '#226858', '#5b6a32', '#a87a0a']
      : ['#0f312b', '#17493e', '#3f4d27', '#8f6a10'];
  return svg(1600, 400, [
    `<defs><linearGradient id="slope" x2="1" y2=".25"><stop stop-color="${deep}"/><stop offset=".52" stop-color="${green}"/><stop offset=".78" stop-color="${olive}"/><stop offset="1" stop-color="${gold}"/></linearGradient></defs>`,
    '<path d="M0 0h1600v400H0z" fill="url(#slope)"/>',
    `<g opacity=".12">${disc(1452, 148, 150, gold) + disc(1452, 148, 104, '#f2c14e')}</g>`,
    `<g opacity=".3">${disc(1452, 148, 60, '#f2c14e')}</g>`,
    `<g opacity=".1">${contours('#fff')}</g>`,
    `<g opacity=".2">${area('M0 330c160-10 260-90 420-80s220 80 380 60 210-130 330-130c110 0 150 90 250 80 90-8 130-70 220-90v230H0z', deep)}</g>`,
    `<g opacity=".28">${area('M0 372c200-30 330-40 500-20s280 20 430-14 220-90 330-70 170 60 340 20v112H0z', deep)}</g>`,
    `<g opacity=".5">${pines(deep)}</g>`,
  ]);
};

/** Height lines as on a hiking map, around two summits. */
function contours(colour: string): string {
  const rings = (x: number, y: number, count: number, step: number) =>
    times(count, (n) => {
      const r = step * (n + 1);
      const [w, h] = [Math.round(r * 1.5), r];
      const lean = Math.round(r / 4);
      return line(
        `M${x - w} ${y}c0-${h} ${w - lean}-${h + lean} ${w + lean}-${h}s${w} ${h - lean} ${w - lean} ${h + lean}-${w} ${h - lean}-${w + lean} ${h - lean}-${w - lean}-${lean}-${w - lean}-${h}z`,
        colour,
        2,
      );
    });
  return rings(640, 120, 6, 34) + rings(1130, 330, 6, 34);
}

/** A row of firs on the nearest ridge. */
function pines(colour: string): string {
  const rows: readonly (readonly [number, number, number])[] = [
    [1180, 292, 1], [1216, 280, 1.4], [1250, 278, 0.9], [1352, 288, 1.2], [1384, 298, 0.8], [1420, 306, 1.1],
  ]; // prettier-ignore
  return rows
    .map(([x, y, s]) =>
      area(
        `M${x} ${y - Math.round(54 * s)}l${Math.round(16 * s)} ${Math.round(56 * s)}h-${Math.round(32 * s)}z`,
        colour,
      ),
    )
    .join('');
}
