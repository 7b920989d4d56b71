import {area, around, box, disc, line, oval, placed, times, turned} from './pen.ts';
import type {Picture} from './scene.ts';

/** What one wears, drinks from and writes in, by picture name. */
export const merchandise: Readonly<Record<string, Picture>> = {
  'founders-hoodie': {
    hue: 'mint',
    draw: (t) =>
      area(
        'M306 176c-50 8-80 38-94 84l-58 164c-4 12 0 20 10 24l48 18c12 4 20 0 24-10l36-92v112q0 36 36 36h184q36 0 36-36V364l36 92c4 10 12 14 24 10l48-18c10-4 14-12 10-24l-58-164c-14-46-44-76-94-84z',
        t.front,
      ) +
      line('M272 300v64M528 300v64', t.mid, 7) +
      area('M290 190c-10-74 44-112 110-112s120 38 110 112c-18 50-202 50-220 0z', t.front) +
      area('M330 186c-2-44 30-66 70-66s72 22 70 66c-20 34-120 34-140 0z', t.mid) +
      line('M290 190c18 50 202 50 220 0', t.back, 6) +
      line('M368 226v66M432 226v54', t.pale, 8) +
      area('M352 352l34-46 20 26 14-18 28 38z', t.mid) +
      area('M322 392h156l30 68q2 12-12 12H304q-14 0-12-12z', t.mid) +
      line('M322 392l-26 62M478 392l26 62', t.pale, 6),
  },
  'enamel-mug': {
    hue: 'sky',
    ground: [170, 490],
    draw: (t) =>
      line('M512 246h32a52 52 0 0 1 52 52v44a52 52 0 0 1-52 52h-32', t.front, 30) +
      area('M228 180h304v262q0 48-48 48H276q-48 0-48-48z', t.front) +
      box(212, 150, 336, 40, 20, t.mid) +
      area('M264 420l72-104 42 56 30-40 88 88z', t.pale) +
      [[270, 240], [322, 262], [372, 228], [428, 254], [486, 232], [500, 306], [268, 330], [452, 300], [258, 462], [352, 458], [440, 466], [500, 448]]
        .map(([x = 0, y = 0], n) => disc(x, y, 5 + (n % 3) * 2, t.mid))
        .join(''),
  }, // prettier-ignore
  'wool-beanie': {
    hue: 'plum',
    draw: (t) =>
      times(10, (n) => disc(...around(400, 134, 46, n * 36), 19, t.mid)) +
      disc(400, 134, 48, t.mid) +
      line('M378 122c6-12 16-18 28-18', t.pale, 8) +
      area('M222 400c-8-140 62-218 178-218s186 78 178 218z', t.front) +
      line('M400 196v184M312 380c0-90 14-140 46-176M488 380c0-90-14-140-46-176', t.mid, 9) +
      box(196, 376, 408, 108, 36, t.front) +
      line('M214 376h372', t.back, 8) +
      times(10, (n) => line(`M${238 + n * 36} 408v46`, t.mid, 11)),
  },
  'steel-bottle': {
    hue: 'teal',
    ground: [104, 514],
    draw: (t) =>
      line('M366 118a36 36 0 0 1 68 0', t.front, 16) +
      box(350, 112, 100, 56, 14, t.front) +
      box(362, 176, 76, 20, 4, t.mid) +
      area('M362 202h76c6 34 58 46 58 104v170q0 38-38 38H342q-38 0-38-38V306c0-58 52-70 58-104z', t.front) +
      line('M334 330v120', t.pale, 14) +
      line('M334 482v0', t.pale, 14) +
      area('M376 420l38-64 20 28 14-18 28 54z', t.mid),
  },
  'sticker-set': {
    hue: 'rose',
    draw: (t) =>
      turned(
        -12,
        box(186, 216, 196, 196, 40, t.pale) +
          box(202, 232, 164, 164, 28, t.mid) +
          area('M284 252l50 66h-24l34 46h-50v22h-20v-22h-50l34-46h-24z', t.pale),
        284,
        314,
      ) +
      turned(
        10,
        area('M520 108l96 56v112l-96 56-96-56V164z', t.pale) +
          area('M520 128l79 46v92l-79 46-79-46v-92z', t.front) +
          area('M472 252l36-56 20 26 12-16 32 46z', t.pale),
        520,
        220,
      ) +
      disc(446, 400, 118, t.pale) +
      disc(446, 400, 100, t.front) +
      times(12, (n) => turned(n * 30, line('M446 346v-16', t.pale, 9), 446, 400)) +
      disc(446, 400, 40, t.pale) +
      area('M536 476l-8-72a100 100 0 0 1-66 96z', t.pale) +
      area('M462 500c6-40 34-72 66-96l-4 40c-10 30-34 50-62 56z', t.mid),
  },
  'merino-socks': {
    hue: 'brick',
    draw: (t) => {
      const sock = (colour: string, trim: string) =>
        area('M2 20h116v200H2z', colour) +
        line('M60 120v130l96 68', colour, 116) +
        area('M190 271A58 58 0 0 1 122 365z', trim) +
        area('M2 232v18a58 58 0 0 0 42 56q34-40 16-74z', trim) +
        box(-8, 0, 136, 56, 18, colour) +
        line('M2 80h116M2 110h116', trim, 12) +
        times(5, (n) => line(`M${12 + n * 24} 16v24`, trim, 7));
      return placed(404, 92, 1, sock(t.mid, t.pale)) + placed(222, 124, 1, sock(t.front, t.mid));
    },
  },
  'field-journal': {
    hue: 'brick',
    draw: (t) =>
      turned(
        -8,
        box(226, 108, 292, 396, 26, t.mid) +
          box(214, 100, 292, 396, 26, t.front) +
          line('M260 104v388', t.mid, 9) +
          line('M452 100v396', t.pale, 12) +
          area('M300 330l50-84 28 40 18-24 32 68z', t.mid) +
          line('M306 372h112M306 402h76', t.mid, 10) +
          area('M330 496h30v44l-15-14-15 14z', t.pale),
      ) +
      turned(
        18,
        box(566, 150, 34, 250, 6, t.front) +
          box(566, 128, 34, 34, 10, t.mid) +
          area('M566 400h34l-17 56z', t.pale) +
          area('M577 436h12l-6 20z', t.front),
        583,
        300,
      ),
  },
  'go-board': {
    hue: 'amber',
    draw: (t) =>
      box(222, 130, 364, 364, 26, t.mid) +
      box(214, 114, 372, 364, 26, t.front) +
      times(6, (n) => line(`M246 ${146 + n * 60}h308M${250 + n * 60} 142v308`, t.mid, 5)) +
      [[2, 1, 1], [3, 1, 0], [1, 2, 1], [2, 2, 0], [3, 2, 0], [4, 2, 1], [2, 3, 1], [3, 3, 1], [4, 4, 0], [1, 4, 0]]
        .map(([x = 0, y = 0, white]) => disc(250 + x * 60, 148 + y * 60, 28, t.back) + disc(250 + x * 60, 146 + y * 60, 27, white ? '#fffaf2' : '#3f2414') + oval(242 + x * 60, 137 + y * 60, 8, 5, white ? '#fff' : t.mid))
        .join(''),
  }, // prettier-ignore
  'mechanical-keyboard': {
    hue: 'slate',
    draw: (t) =>
      line('M400 196c0-50 60-30 60-78', t.front, 12) +
      box(156, 196, 488, 240, 34, t.mid) +
      box(156, 186, 488, 232, 34, t.front) +
      times(3, (row) =>
        times(8, (n) =>
          row === 0 && n === 7
            ? disc(602, 232, 24, t.pale)
            : box(184 + n * 55, 210 + row * 50, 44, 38, 9, n === row * 2 + 1 ? t.mid : t.back),
        ),
      ) +
      line('M602 232v-12', t.front, 7) +
      times(2, (n) => box(184 + n * 55, 360, 44, 38, 9, t.back)) +
      box(294, 360, 210, 38, 9, t.back) +
      times(2, (n) => box(514 + n * 55, 360, 44, 38, 9, n ? t.mid : t.back)),
  },
  'advent-calendar': {
    hue: 'leaf',
    ground: [210, 500],
    draw: (t) =>
      area('M400 84l236 128H164z', t.front) +
      disc(400, 166, 26, t.pale) +
      box(190, 224, 420, 276, 20, t.front) +
      times(3, (row) => times(5, (n) => box(214 + n * 78, 246 + row * 82, 60, 64, 10, t.mid))) +
      [[1, 0], [3, 1], [0, 2]]
        .map(([column = 0, row = 0]) =>
          placed(214 + column * 78, 246 + row * 82, 1, box(0, 0, 60, 64, 10, t.pale) + area('M30 10l7 14 15 2-11 11 3 15-14-7-14 7 3-15-11-11 15-2z', t.front) + area('M60 0l20 12v44l-20 8z', t.back)),
        )
        .join(''),
  }, // prettier-ignore
};
