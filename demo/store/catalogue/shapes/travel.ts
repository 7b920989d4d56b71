import {area, box, disc, line, times, turned} from './pen.ts';
import type {Picture} from './scene.ts';

/** How one gets there and where one sleeps, by picture name. */
export const travel: Readonly<Record<string, Picture>> = {
  'hut-night': {
    hue: 'violet',
    draw: (t) =>
      area('M150 470l110-140q16-18 32 0l66 80 120-180q18-24 36 0l136 240z', t.mid) +
      disc(232, 168, 56, t.pale) +
      disc(258, 152, 48, t.back) +
      [[352, 118], [436, 166], [588, 132], [160, 262]].map(([x = 0, y = 0], n) => disc(x, y, 6 + (n % 2) * 3, t.pale)).join('') +
      box(456, 258, 34, 84, 6, t.front) +
      area('M296 350h208v134H296z', t.front) +
      line('M262 366l138-122 138 122', t.front, 30) +
      area('M400 268l110 98v20H290v-20z', t.front) +
      box(322, 384, 62, 58, 8, t.pale) +
      line('M353 384v58M322 413h62', t.front, 6) +
      area('M412 484v-70a31 31 0 0 1 62 0v70z', t.mid) +
      box(170, 478, 460, 20, 10, t.front) +
      area('M202 480l38-84 38 84zM540 480l40-92 40 92z', t.front),
  }, // prettier-ignore
  'train-pass': {
    hue: 'teal',
    draw: (t) =>
      line('M286 454l-76 66M514 454l76 66', t.mid, 18) +
      line('M262 488h276M232 514h336', t.mid, 13) +
      area('M274 180c0-66 50-96 126-96s126 30 126 96v226q0 54-54 54H328q-54 0-54-54z', t.front) +
      box(306, 160, 188, 122, 30, t.pale) +
      line('M332 252l54-64M376 256l30-36', t.back, 11) +
      box(362, 112, 76, 22, 11, t.mid) +
      line('M274 320h252', t.mid, 10) +
      disc(326, 374, 27, t.pale) +
      disc(474, 374, 27, t.pale) +
      line('M372 374h56M372 402h56', t.mid, 10) +
      box(340, 444, 120, 30, 10, t.front),
  },
  'ferry-crossing': {
    hue: 'sky',
    draw: (t) =>
      disc(606, 138, 40, t.pale) +
      box(452, 128, 56, 104, 8, t.front) +
      box(452, 148, 56, 22, 0, t.mid) +
      line('M480 110c-14-20 20-24 6-44', t.mid, 14) +
      area('M270 214h244q16 0 22 16l26 74H242l12-74q3-16 16-16z', t.mid) +
      times(5, (n) => box(282 + n * 52, 240, 32, 32, 8, t.pale)) +
      area('M158 300h484q14 0 10 16c-24 74-52 112-96 140H252c-48-30-76-72-100-140q-4-16 6-16z', t.front) +
      line('M200 344h400', t.back, 9) +
      times(6, (n) => disc(264 + n * 54, 386, 12, t.mid)) +
      line('M158 462c30-24 52 24 82 0s52 24 82 0 52 24 82 0 52 24 82 0 52 24 82 0 46 18 70 0', t.mid, 16) +
      line('M226 504c28-22 50 22 78 0s50 22 78 0 50 22 78 0 50 22 78 0', t.mid, 13),
  },
  'luggage-transfer': {
    hue: 'violet',
    ground: [150, 514],
    draw: (t) =>
      line('M340 200v-66a24 24 0 0 1 24-24h72a24 24 0 0 1 24 24v66', t.front, 20) +
      box(294, 482, 44, 32, 14, t.mid) +
      box(462, 482, 44, 32, 14, t.mid) +
      box(258, 192, 284, 300, 46, t.front) +
      times(3, (n) => line(`M${328 + n * 72} 236v212`, t.mid, 13)) +
      line('M460 192c40 20 70 40 84 70', t.pale, 9) +
      turned(
        -16,
        area('M532 254q16-14 32 0l26 28v96q0 16-16 16h-52q-16 0-16-16v-96z', t.pale) +
          disc(548, 282, 10, t.front) +
          area('M522 372l20-34 12 16 8-10 14 28z', t.front),
        548,
        282,
      ),
  },
};
