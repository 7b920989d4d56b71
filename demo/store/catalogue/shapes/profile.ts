import {area, box, disc, line, times} from './pen.ts';
import {HUES, svg} from './scene.ts';

/** The way up and down as a curve over its length: the picture that stands within a description. */
export function elevationProfile(): string {
  const t = HUES.leaf;
  const ridge = 'c70-10 90-70 150-78s80 34 130 20 80-104 150-116 90 74 140 92 80 2 110 40';
  return svg(800, 320, [
    box(0, 0, 800, 320, 0, t.back),
    times(4, (n) => line(`M60 ${80 + n * 56}h680`, t.pale, 3)),
    area(`M60 248${ridge}v82H60z`, t.mid),
    line(`M60 248${ridge}`, t.front, 8),
    disc(60, 248, 13, t.front) + disc(490, 74, 13, t.pale) + disc(740, 206, 13, t.front),
    area('M490 64l-16-36h32z', t.front),
  ]);
}
