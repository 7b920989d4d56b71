import {area, box, disc, line, oval, placed, steam, times, turned} from './pen.ts';
import type {Picture} from './scene.ts';

/** What one does in company, by picture name. */
export const experiences: Readonly<Record<string, Picture>> = {
  mentoring: {
    hue: 'sky',
    draw: (t) =>
      area('M392 248h220q36 0 36 36v116q0 36-36 36h-24v60l-62-60H392q-36 0-36-36V284q0-36 36-36z', t.mid) +
      area('M204 126h280q44 0 44 44v138q0 44-44 44H322l-84 84v-84h-34q-44 0-44-44V170q0-44 44-44z', t.front) +
      times(3, (n) => disc(264 + n * 80, 240, 23, t.pale)) +
      line('M552 344h52M552 384h30', t.pale, 12),
  },
  'thai-cooking': {
    hue: 'coral',
    ground: [190, 512],
    draw: (t) =>
      [[300, 0.8], [400, 1.15], [500, 0.8]]
        .map(([x = 0, scale = 1]) => placed(x, 508, scale, area('M0 0c-40 0-58-30-46-64 8-22 24-30 24-60 30 12 36 34 38 50 6-4 8-10 8-18 24 24 30 92-24 92z', t.mid)))
        .join('') +
      line('M176 254h-8a24 24 0 0 0-24 24M624 254h8a24 24 0 0 1 24 24', t.front, 22) +
      area('M168 244h464c-8 96-92 168-232 168S176 340 168 244z', t.front) +
      line('M222 292c18 40 56 66 98 78', t.back, 11) +
      placed(
        0,
        -24,
        1,
        turned(-24, area('M260 196c40-30 86-30 118 2 8 8 4 16-6 14-30-8-56-2-86 14-24 10-44-14-26-30z', t.front) + line('M262 210c-16 2-24-4-32-16', t.mid, 11), 310, 200) +
          area('M430 236c-20-50 0-96 52-118 18 54 2 98-52 118z', t.front) +
          line('M434 228c8-30 20-56 38-82', t.back, 6) +
          area('M520 240a46 46 0 0 1 88-30z', t.mid) +
          line('M545 218l26-10', t.pale, 8) +
          disc(400, 134, 20, t.mid) +
          disc(328, 126, 12, t.front) +
          disc(556, 154, 12, t.front),
      ),
  }, // prettier-ignore
  'sunrise-breakfast': {
    hue: 'honey',
    draw: (t) =>
      times(9, (n) => turned(-80 + n * 20, line('M400 118v-26', t.mid, 15), 400, 300)) +
      area(
        'M400 138c60-4 96 24 130 62 44 34 40 100 20 142-30 60-260 60-300 0-28-40-14-86 16-122 34-44 70-78 134-82z',
        t.pale,
      ) +
      disc(396, 262, 82, t.front) +
      line('M346 250a54 54 0 0 1 36-40', t.mid, 14) +
      area('M150 500l132-166q14-16 28 0l54 66 66-90q14-18 28 0l190 190z', t.front) +
      area('M282 334q14-16 28 0l36 44-24 16-22-20-24 26-24-14-14 4z', t.mid) +
      area('M430 310q14-18 28 0l42 42-22 28-26-24-24 30-22-30z', t.mid),
  },
  'sauna-bucket': {
    hue: 'sand',
    ground: [160, 506],
    draw: (t) =>
      steam(386, 138, t.mid) +
      line('M268 262c0-150 264-150 264 0', t.front, 16) +
      turned(
        28,
        box(506, 84, 26, 250, 13, t.mid) + area('M470 292h98v30a49 49 0 0 1-98 0z', t.mid),
        500,
        250,
      ) +
      area('M248 254h304l-28 228q-3 24-28 24H304q-25 0-28-24z', t.front) +
      oval(400, 254, 152, 26, t.front) +
      oval(400, 252, 130, 17, t.mid) +
      line('M318 284l12 210M400 290v206M482 284l-12 210', t.mid, 6) +
      line('M258 324q142 26 284 0M270 428q130 26 260 0', t.back, 14),
  },
  'first-aid': {
    hue: 'rose',
    ground: [226, 484],
    draw: (t) =>
      line('M332 178v-24a34 34 0 0 1 34-34h68a34 34 0 0 1 34 34v24', t.front, 24) +
      box(174, 172, 452, 312, 52, t.front) +
      line('M246 172v312M554 172v312', t.mid, 12) +
      disc(400, 328, 108, t.pale) +
      area('M372 258h56v42h42v56h-42v42h-56v-42h-42v-56h42z', t.front),
  },
  kayak: {
    hue: 'teal',
    draw: (t) =>
      line(
        'M160 250c30-24 56 24 86 0s56 24 86 0M470 470c30-24 56 24 86 0s56 24 86 0M500 428c24-20 46 18 70 0M190 210c24-20 46 18 70 0',
        t.mid,
        12,
      ) +
      turned(
        40,
        area('M400 60c66 90 74 160 74 240s-8 150-74 240c-66-90-74-160-74-240s8-150 74-240z', t.front) +
          line('M400 110v90M400 400v90', t.mid, 9) +
          oval(400, 300, 42, 78, t.back) +
          oval(400, 314, 30, 46, t.mid),
      ) +
      turned(
        -14,
        line('M214 300h372', t.pale, 15) +
          area(
            'M226 300c-20-34-60-40-84-22v44c24 18 64 12 84-22zM574 300c20-34 60-40 84-22v44c-24 18-64 12-84-22z',
            t.pale,
          ),
      ),
  },
  'high-volcano': {
    hue: 'coral',
    draw: (t) =>
      disc(250, 178, 58, t.pale) +
      area('M170 474C290 420 350 270 390 200q8-16 24-16h96q16 0 24 16c30 60 60 200 116 274z', t.mid) +
      area('M390 200q8-16 24-16h96q16 0 24 16l26 70-30 26-24-34-30 44-26-38-28 36-28-38-42 22z', t.pale) +
      line('M524 136h110M566 112h40', t.pale, 13) +
      box(150, 468, 500, 18, 9, t.front) +
      line('M286 472c0-40-6-70-22-98M286 432c2-40 18-64 44-80M278 404c-10-26-26-38-46-46', t.front, 14) +
      area('M160 352c10-40 60-52 104-46 44-20 120-6 134 36q-60 20-116 14-60 16-122-4z', t.front) +
      line('M560 470v-26M590 470v-40M616 470v-22', t.front, 9),
  },
  'massage-stones': {
    hue: 'mint',
    ground: [190, 490],
    draw: (t) =>
      area('M520 396c-6-90 30-150 110-176 22 84-12 150-110 176z', t.mid) +
      line('M528 386c20-50 46-90 80-130', t.back, 8) +
      area('M230 440c0-36 70-54 172-54s168 20 168 54-66 50-168 50-172-14-172-50z', t.front) +
      area('M270 346c0-34 60-46 132-46s124 14 124 46-52 44-124 44-132-10-132-44z', t.mid) +
      area('M306 262c0-30 44-40 96-40s90 12 90 40-36 42-90 42-96-12-96-42z', t.front) +
      area('M344 188c0-24 26-34 58-34s56 12 56 34-22 36-56 36-58-12-58-36z', t.mid) +
      line('M276 432c14-12 42-20 70-22M340 254c10-8 24-12 38-12', t.pale, 9),
  },
};
