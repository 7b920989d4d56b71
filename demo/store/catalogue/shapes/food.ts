import {area, box, disc, line, oval, placed, steam, times, turned, type Tones} from './pen.ts';
import type {Picture} from './scene.ts';

const cup = ({back}: Tones, colour: string) =>
  line('M184 48h14a46 46 0 0 1 0 92h-26', colour, 24) +
  area('M0 0h196v104c0 54-26 82-56 102H56C26 186 0 158 0 104z', colour) +
  line('M24 100a64 64 0 0 0 34 54', back, 10);

/** What the partner kitchens give, by picture name. */
export const food: Readonly<Record<string, Picture>> = {
  'coffee-for-two': {
    hue: 'amber',
    ground: [232, 488],
    draw: (t) =>
      steam(286, 196, t.mid) +
      steam(500, 238, t.front) +
      box(190, 432, 210, 20, 10, t.mid) +
      `<g transform="matrix(-1 0 0 1 384 226)">${cup(t, t.mid)}</g>` +
      box(372, 476, 256, 20, 10, t.front) +
      placed(400, 270, 1, cup(t, t.front)),
  },
  'sourdough-loaf': {
    hue: 'brick',
    ground: [226, 462],
    draw: (t) =>
      steam(400, 176, t.mid) +
      area(
        'M176 396c-14-110 92-186 224-186s238 76 224 186c-4 44-30 64-76 64H252c-46 0-72-20-76-64z',
        t.front,
      ) +
      times(3, (n) => area(`M${276 + n * 92} 376c-18-40 0-86 40-112 20 44 4 88-40 112z`, t.pale)) +
      times(3, (n) => line(`M${284 + n * 92} 358c-4-22 4-46 20-66`, t.mid, 7)) +
      line('M210 388c-2-40 14-74 44-102', t.mid, 10),
  },
  'spaetzle-pan': {
    hue: 'olive',
    draw: (t) =>
      turned(
        -32,
        line('M540 300h108', t.front, 46) +
          disc(640, 300, 8, t.back) +
          disc(370, 300, 178, t.front) +
          disc(370, 300, 142, t.mid),
        400,
        300,
      ) +
      [
        'M282 262c30-34 52 28 84-4s46-30 70 2',
        'M262 318c34 30 60-34 96-2s70 6 92-24',
        'M292 372c24-34 60 16 92-8s48-4 62-30',
        'M320 226c26 22 50-16 84 2',
        'M332 412c26-14 50 8 78-10',
      ]
        .map((d) => line(d, t.pale, 15))
        .join('') +
      disc(300, 296, 9, t.front) +
      disc(398, 276, 9, t.front) +
      disc(356, 390, 9, t.front),
  },
  'matcha-wagashi': {
    hue: 'leaf',
    ground: [230, 478],
    draw: (t) =>
      area('M336 96h34l12 176h-58z', t.front) +
      times(4, (n) => line(`M${336 + n * 11} 200l${-8 + n * 5} 80`, t.back, 4)) +
      line('M334 190h38', t.back, 6) +
      area('M172 268h300c0 108-42 176-104 190v20H276v-20c-62-14-104-82-104-190z', t.front) +
      oval(322, 268, 150, 30, t.front) +
      oval(322, 266, 130, 21, t.mid) +
      line('M204 330c8 40 24 70 46 88', t.back, 10) +
      box(492, 458, 152, 20, 10, t.mid) +
      times(5, (n) => turned(n * 72, oval(568, 376, 27, 35, t.front), 568, 408)) +
      disc(568, 408, 17, t.pale),
  },
  'mint-tea': {
    hue: 'mint',
    ground: [240, 486],
    draw: (t) =>
      placed(
        16,
        44,
        0.92,
        line('M420 250c84-46 116 70 40 148', t.front, 24) +
          area('M262 300c-50 0-62-50-72-96h-34c6 90 30 150 110 172z', t.front) +
          area(
            'M236 478c-30-34-24-110 18-166 18-24 30-40 34-66h116c4 26 16 42 34 66 42 56 48 132 18 166z',
            t.front,
          ) +
          area('M282 232c4-46 34-70 64-74 30 4 60 28 64 74z', t.front) +
          disc(346, 142, 20, t.front) +
          line('M276 302h140M240 420h212', t.back, 8) +
          times(4, (n) => area(`M${274 + n * 46} 334l18 27-18 27-18-27z`, t.back)),
      ) +
      times(2, (n) =>
        placed(
          n ? 552 : 450,
          346,
          1,
          area('M46 6c-8-44 12-70 50-74 6 40-10 70-50 74z', t.front) +
            line('M46 4l18-30', t.back, 5) +
            area('M0 0h88l-12 128q-2 12-14 12H26q-12 0-14-12z', n ? t.front : t.mid) +
            area('M8 30h72l-4 34H12z', t.pale),
        ),
      ),
  },
  'two-scoops': {
    hue: 'rose',
    draw: (t) =>
      area('M286 322h228L412 514q-12 18-24 0z', t.front) +
      line('M334 350l96 128M392 346l62 82M466 350l-96 128M408 346l-62 82', t.mid, 8) +
      disc(400, 180, 94, t.mid) +
      area(
        'M264 312a136 116 0 0 1 272 0q-2 30-30 30t-32 6-30 22-32-10-22-10-26 12-28-8-34-12-38-30z',
        t.front,
      ) +
      line('M312 276a88 76 0 0 1 44-48M340 164a62 62 0 0 1 34-40', t.pale, 12) +
      disc(466, 100, 24, t.front) +
      line('M468 80c6-22 20-30 40-32', t.front, 8),
  },
  'vegetable-box': {
    hue: 'olive',
    ground: [236, 494],
    draw: (t) =>
      area('M230 320c-30-60-20-110 6-136 16 20 26 44 24 68 20-16 44-22 64-16-4 36-30 68-64 84z', t.mid) +
      line('M330 246c-10-50-34-70-52-82M338 240c-2-60 8-90 18-116M344 246c14-46 38-66 62-76', t.mid, 18) +
      area('M296 330c-8-52 10-94 44-94s54 42 44 94z', t.front) +
      disc(462, 286, 62, t.front) +
      line('M462 230c-6-34 2-60 22-84M466 230c10-24 26-38 48-44', t.front, 14) +
      area('M516 330c-2-70 20-120 58-132 34 30 36 86 14 132z', t.mid) +
      line('M558 320c-2-40 4-70 14-92', t.back, 8) +
      line('M312 274h22M306 298h26', t.back, 8) +
      box(178, 318, 444, 54, 12, t.front) +
      box(190, 382, 420, 48, 12, t.front) +
      box(190, 440, 420, 54, 12, t.front) +
      box(206, 330, 34, 160, 6, t.mid) +
      box(560, 330, 34, 160, 6, t.mid),
  },
  'trail-mix': {
    hue: 'sand',
    ground: [150, 506],
    draw: (t) =>
      box(296, 96, 208, 62, 18, t.front) +
      times(6, (n) => line(`M${322 + n * 31} 114v26`, t.mid, 7)) +
      box(264, 172, 272, 334, 62, t.front) +
      box(288, 226, 224, 256, 42, t.mid) +
      [
        [336, 438, 20], [394, 446, 55], [458, 438, -30], [328, 380, -50], [388, 386, 10], [450, 378, 60],
        [342, 322, 40], [402, 326, -20], [462, 318, 15], [372, 270, 70], [432, 266, -40],
      ]
        .map(([x = 0, y = 0, a = 0], n) => turned(a, oval(x, y, 24, n % 3 ? 15 : 22, n % 2 ? t.pale : t.front), x, y))
        .join('') +
      line('M286 240v110', t.back, 9),
  }, // prettier-ignore
  'soup-bowl': {
    hue: 'coral',
    ground: [206, 484],
    draw: (t) =>
      turned(32, box(508, 76, 24, 236, 12, t.mid) + oval(520, 92, 26, 40, t.mid), 520, 300) +
      steam(348, 216, t.mid) +
      line('M206 300h-24a24 24 0 0 0 0 52h40M594 300h24a24 24 0 0 1 0 52h-40', t.front, 20) +
      area('M190 270h420c0 110-54 180-130 196v18H320v-18c-76-16-130-86-130-196z', t.front) +
      oval(400, 270, 210, 38, t.front) +
      oval(400, 268, 184, 26, t.mid) +
      times(5, (n) => disc(304 + n * 46, 264 + (n % 2) * 12, 8 + (n % 3), t.pale)) +
      line('M236 352c14 34 34 58 60 72', t.back, 11),
  },
};
