import {area, box, disc, line, oval, times, turned} from './pen.ts';
import type {Picture} from './scene.ts';

/** What one carries up a hill, by picture name. */
export const gear: Readonly<Record<string, Picture>> = {
  'trail-map': {
    hue: 'leaf',
    draw: (t) =>
      area('M164 180l156-44v316l-156 44z', t.front) +
      area('M320 136l160 44v316l-160-44z', t.mid) +
      area('M480 180l156-44v316l-156 44z', t.front) +
      line('M192 262c40-30 70 10 104-18M192 304c40-30 70 10 104-18', t.mid, 7) +
      line('M348 400c30-22 70 40 104 10M348 432c30-14 70 40 104 14', t.back, 7) +
      area('M514 420l44-76 20 26 10-12 22 30z', t.mid) +
      line('M204 430c60-70 90-10 134-70s40-90 96-68 60 10 84-36', t.pale, 13, '1 25') +
      area('M540 262c-34-44-52-68-52-98a52 52 0 0 1 104 0c0 30-18 54-52 98z', t.pale) +
      disc(540, 164, 21, t.front),
  },
  'head-torch': {
    hue: 'indigo',
    draw: (t) =>
      `<g opacity=".75">${area('M330 350L196 500q204 44 408 0L470 350z', t.pale)}</g>` +
      oval(400, 196, 206, 92, t.mid) +
      oval(400, 188, 178, 70, t.back) +
      area('M194 190c0 60 92 104 206 104s206-44 206-104v62c0 66-92 112-206 112s-206-46-206-112z', t.front) +
      line('M222 268c20 26 52 40 84 48M578 268c-20 26-52 40-84 48', t.mid, 9) +
      box(308, 252, 184, 140, 44, t.front) +
      line('M352 262h96', t.mid, 10) +
      disc(400, 326, 54, t.mid) +
      disc(400, 326, 40, t.pale) +
      area('M404 296l-24 36h18l-6 26 26-38h-19z', t.front),
  },
  'pocket-knife': {
    hue: 'olive',
    draw: (t) =>
      turned(
        -28,
        area('M392 262H250c-64 0-112 30-138 72h280z', t.mid) +
          line('M236 288h110', t.pale, 8) +
          area('M500 262l-40-120q-6-22 16-26l26 60 34 66z', t.mid) +
          box(360, 240, 300, 104, 52, t.front) +
          disc(404, 292, 17, t.back) +
          disc(612, 292, 12, t.back) +
          line('M452 274c40 22 80-14 124 8M452 306c40 18 80-10 116 6', t.mid, 7),
      ),
  },
  daypack: {
    hue: 'coral',
    ground: [170, 506],
    draw: (t) =>
      line('M352 124c0-54 96-54 96 0', t.front, 18) +
      box(196, 300, 70, 150, 30, t.mid) +
      box(534, 300, 70, 150, 30, t.mid) +
      area('M244 236c0-84 66-130 156-130s156 46 156 130v216q0 54-54 54H298q-54 0-54-54z', t.front) +
      area('M262 214c20-52 74-76 138-76s118 24 138 76q-138 62-276 0z', t.mid) +
      line('M340 232v60M460 232v60', t.pale, 15) +
      box(326, 278, 28, 26, 6, t.pale) +
      box(446, 278, 28, 26, 6, t.pale) +
      box(284, 334, 232, 140, 34, t.mid) +
      line('M312 372h176', t.front, 9) +
      line('M468 372v26', t.front, 9) +
      area('M352 452l34-50 20 26 12-14 26 38z', t.pale),
  },
  'three-season-tent': {
    hue: 'teal',
    ground: [246, 476],
    draw: (t) =>
      disc(592, 146, 38, t.pale) +
      line('M224 330L158 472M576 330l66 142', t.mid, 8) +
      area('M180 472c30-196 110-316 220-316s190 120 220 316z', t.front) +
      line('M400 156c-96 50-140 180-152 312M400 156c96 50 140 180 152 312', t.mid, 9) +
      area('M400 216c-44 62-74 150-80 256h160c-6-106-36-194-80-256z', t.back) +
      area('M400 216c-44 62-74 150-80 256h40c24-92 40-170 40-256z', t.mid) +
      line('M400 156v-46', t.front, 9) +
      area('M400 106l50 18-50 18z', t.mid) +
      box(150, 466, 500, 16, 8, t.front),
  },
  'trekking-poles': {
    hue: 'sky',
    ground: [220, 506],
    draw: (t) => {
      const pole = (colour: string) =>
        line('M400 180v300', colour, 22) +
        line('M400 300v80', t.pale, 7) +
        box(376, 62, 48, 136, 24, colour) +
        times(3, (n) => line(`M386 ${112 + n * 26}h28`, t.back, 8)) +
        line('M420 84c50 10 56 84 4 104', colour, 10) +
        oval(400, 440, 52, 15, colour) +
        area('M389 476h22l-11 44z', colour);
      return turned(31, pole(t.mid)) + turned(-31, pole(t.front));
    },
  },
  carabiner: {
    hue: 'indigo',
    draw: (t) =>
      line('M150 180c70 0 110 20 150 60M496 380c50 60 90 76 154 78', t.mid, 30) +
      times(
        3,
        (n) =>
          line(`M${182 + n * 34} ${172 + n * 12}l14 22`, t.back, 6) +
          line(`M${548 + n * 34} ${424 + n * 12}l-10 24`, t.back, 6),
      ) +
      turned(
        24,
        line('M480 210v176', t.mid, 30) +
          line('M480 400v20c0 50-36 76-80 76s-84-30-84-80l10-200c2-54 30-84 76-84s78 28 78 72', t.front, 42) +
          box(452, 252, 56, 92, 16, t.front) +
          times(3, (n) => line(`M466 ${275 + n * 23}h28`, t.back, 7)) +
          line('M318 300l-4 100', t.back, 9),
      ),
  },
  compass: {
    hue: 'brick',
    draw: (t) =>
      line('M400 128v-14', t.front, 30) +
      line('M364 92a40 40 0 0 1 72 0', t.front, 14) +
      disc(400, 312, 198, t.front) +
      disc(400, 312, 164, t.pale) +
      times(24, (n) =>
        turned(n * 15, line(n % 6 ? 'M400 166v8' : 'M400 164v22', t.mid, n % 6 ? 6 : 11), 400, 312),
      ) +
      turned(34, area('M400 190l40 122h-80z', t.front) + area('M400 434l40-122h-80z', t.mid), 400, 312) +
      disc(400, 312, 16, t.pale) +
      line('M260 236a160 160 0 0 1 60-62', t.back, 9),
  },
  telescope: {
    hue: 'indigo',
    ground: [170, 510],
    draw: (t) =>
      line('M390 330L300 504M410 330l90 174M400 330v150', t.front, 20) +
      turned(
        -30,
        box(200, 262, 124, 66, 12, t.mid) + box(170, 270, 40, 50, 10, t.front) + box(300, 240, 210, 110, 14, t.front) + box(496, 226, 76, 138, 16, t.mid) + box(560, 218, 26, 154, 12, t.front) + line('M324 270h150', t.mid, 9),
        400,
        300,
      ) +
      disc(400, 334, 32, t.front) +
      disc(400, 334, 13, t.back) +
      [[236, 168, 1.1], [316, 118, 0.6], [588, 376, 0.8], [180, 292, 0.55], [624, 250, 0.5]]
        .map(([x = 0, y = 0, s = 1]) => `<path d="M0-28q4 24 28 28-24 4-28 28-4-24-28-28 24-4 28-28z" transform="translate(${x} ${y}) scale(${s})" fill="${t.pale}"/>`)
        .join(''),
  }, // prettier-ignore
};
