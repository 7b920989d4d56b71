import {area, around, box, disc, line, times, turned} from './pen.ts';
import type {Picture} from './scene.ts';

/** A star with so many round-tipped rays. */
const seal = (rays: number, outer: number, inner: number) =>
  `M${times(rays * 2, (n) => `${around(400, 270, n % 2 ? inner : outer, (n * 180) / rays).join(' ')}${n < rays * 2 - 1 ? 'L' : 'z'}`)}`;

/** What comes over the wire, by picture name. */
export const digital: Readonly<Record<string, Picture>> = {
  'early-access-badge': {
    hue: 'violet',
    draw: (t) =>
      area('M322 360l-66 136 62-10 34 44 62-134zM478 360l66 136-62-10-34 44-62-134z', t.mid) +
      `<g stroke="${t.front}" stroke-width="26" stroke-linejoin="round">${area(seal(12, 168, 140), t.front)}</g>` +
      `<circle cx="400" cy="270" r="116" fill="none" stroke="${t.mid}" stroke-width="7"/>` +
      line('M342 274l42 44 76-86', t.pale, 32),
  },
  'offline-maps': {
    hue: 'sky',
    draw: (t) =>
      box(268, 84, 264, 436, 46, t.front) +
      box(288, 106, 224, 392, 28, t.back) +
      area('M288 330c60-40 80 30 130 0s60-30 94-10v150q0 28-28 28H316q-28 0-28-28z', t.mid) +
      line('M296 222c70 30 110-20 208 22', t.pale, 13) +
      line('M334 470c40-50 100-20 130-90', t.pale, 12, '1 22') +
      area('M400 356c-48-62-70-90-70-128a70 70 0 0 1 140 0c0 38-22 66-70 128z', t.front) +
      disc(400, 228, 27, t.pale) +
      box(366, 96, 68, 16, 8, t.front),
  },
  'rain-album': {
    hue: 'slate',
    draw: (t) =>
      line('M206 366v-44a194 194 0 0 1 388 0v44', t.front, 34) +
      box(170, 330, 96, 164, 42, t.front) +
      box(534, 330, 96, 164, 42, t.front) +
      box(250, 344, 32, 136, 16, t.mid) +
      box(518, 344, 32, 136, 16, t.mid) +
      area('M400 236c44 62 62 90 62 124a62 62 0 0 1-124 0c0-34 18-62 62-124z', t.front) +
      line('M368 366a34 34 0 0 0 22 30', t.pale, 11) +
      area(
        'M330 206c16 24 24 36 24 48a24 24 0 0 1-48 0c0-12 8-24 24-48zM474 214c14 20 20 32 20 42a20 20 0 0 1-40 0c0-10 6-22 20-42zM400 466c12 18 18 26 18 36a18 18 0 0 1-36 0c0-10 6-18 18-36z',
        t.mid,
      ),
  },
  'trail-wallpapers': {
    hue: 'plum',
    draw: (t) =>
      turned(-9, box(176, 156, 400, 292, 30, t.mid)) +
      turned(
        5,
        box(216, 150, 408, 300, 30, t.front) +
          box(238, 172, 364, 256, 16, t.pale) +
          disc(520, 242, 36, t.mid) +
          area(
            'M238 384l96-108q12-12 24 0l72 78 42-40q12-10 24 0l106 92v4q0 18-18 18H256q-18 0-18-18z',
            t.front,
          ) +
          area('M334 276q12-12 24 0l30 32-22 14-20-16-26 26-18-18z', t.mid),
      ),
  },
};
