import {area, box, disc, line, oval, turned} from './pen.ts';
import type {Picture} from './scene.ts';

/** What one gives away, by picture name. */
export const causes: Readonly<Record<string, Picture>> = {
  'plant-a-mangrove': {
    hue: 'leaf',
    draw: (t) =>
      line(
        'M396 330C360 300 300 370 276 474M398 330c-30 10-60 70-66 150M402 330c30 10 60 70 66 150M404 330c36-30 96 40 120 144M400 300v184',
        t.front,
        17,
      ) +
      line('M232 484c10-50 26-74 60-86M568 484c-10-50-26-74-60-86', t.front, 13) +
      area(
        'M206 240c-20-56 30-96 78-88 16-56 84-80 130-52 56-20 108 20 110 66 56 4 88 56 66 104-20 50-80 62-120 40-40 32-100 32-138 0-50 26-112-6-126-70z',
        t.front,
      ) +
      area(
        'M330 236c-2-44 26-74 74-82 6 50-24 80-74 82zM456 268c-10-38 10-68 50-82 16 40-4 72-50 82zM254 262c-18-26-12-56 16-78 24 26 18 58-16 78z',
        t.mid,
      ) +
      line('M168 470c30-22 60 22 92 0s62 22 92 0 62 22 92 0 62 22 92 0 62 22 92 0', t.mid, 15) +
      line('M232 510c26-18 50 18 76 0M420 512c26-18 50 18 76 0', t.mid, 12),
  },
  'mend-a-path': {
    hue: 'amber',
    draw: (t) =>
      area(
        'M300 520c-30-60 130-80 110-130-10-30-60-30-50-60l20-10c4 30 90 30 100 80 8 60-40 80-20 120z',
        t.mid,
      ) +
      box(382, 92, 34, 300, 14, t.front) +
      area('M238 132h240q14 0 14 14v62q0 14-14 14H238l-50-36q-10-9 0-18z', t.front) +
      area('M334 244h214l48 34q10 9 0 18l-48 36H334q-14 0-14-14v-60q0-14 14-14z', t.front) +
      line('M262 177h170', t.back, 11) +
      line('M356 288h130', t.back, 11) +
      box(382, 222, 34, 22, 0, t.mid) +
      area(
        'M196 440c-8-40 8-66 26-82 20 16 32 44 22 82zM566 470c-8-44 8-72 28-88 20 16 34 48 22 88z',
        t.front,
      ) +
      line('M220 470v-66M592 500v-70', t.mid, 8),
  },
  'mountain-rescue': {
    hue: 'rose',
    draw: (t) =>
      area('M150 512l104-128q16-18 32 0l52 62 44-40q18-14 36 0l30 24 66-74q16-16 32 0l104 156z', t.mid) +
      area('M254 384q16-18 32 0l32 38-26 16-20-16-24 22-22-22z', t.pale) +
      area('M514 356q16-16 32 0l30 44-22 20-24-20-24 20-22-32z', t.pale) +
      box(200, 108, 400, 17, 8, t.mid) +
      box(389, 108, 22, 54, 6, t.front) +
      area(
        'M300 158h130c70 0 106 42 124 96 6 20-6 36-28 36H350c-50 0-78-26-82-60l-92-20q-10-2-10-12v-44q0-8 10-6l24 40 76 6q6-36 24-36z',
        t.front,
      ) +
      area('M436 180c36 4 62 30 74 60h-74z', t.pale) +
      box(334, 182, 78, 58, 12, t.pale) +
      area('M364 190h18v13h13v18h-13v13h-18v-13h-13v-18h13z', t.front) +
      line('M340 290v26M490 290v26M296 320h252', t.front, 13) +
      disc(182, 172, 26, t.mid) +
      disc(182, 172, 8, t.pale) +
      line('M420 320v42', t.front, 6) +
      `<circle cx="420" cy="377" r="14" fill="none" stroke="${t.front}" stroke-width="8"/>`,
  },
  'school-lunch': {
    hue: 'honey',
    ground: [220, 500],
    draw: (t) =>
      area('M400 262c-60-34-112 4-108 66 2 30 10 50 24 64h168c14-14 22-34 24-64 4-62-48-100-108-66z', t.mid) +
      line('M400 262c-2-34 4-54 20-72', t.front, 14) +
      area('M414 224c8-36 38-54 80-48-6 38-36 58-80 48z', t.front) +
      line('M322 310c2-20 12-32 28-36', t.pale, 12) +
      box(186, 368, 428, 132, 36, t.front) +
      line('M186 414h428', t.back, 9) +
      box(360, 394, 80, 42, 12, t.mid) +
      line('M228 462h60', t.mid, 11),
  },
  beehive: {
    hue: 'honey',
    ground: [190, 508],
    draw: (t) => {
      const bee = (x: number, y: number, angle: number) =>
        turned(
          angle,
          oval(x - 8, y - 24, 13, 20, t.pale) +
            oval(x + 14, y - 24, 13, 20, t.pale) +
            oval(x, y, 34, 22, t.front) +
            line(`M${x - 8} ${y - 17}v34M${x + 10} ${y - 17}v34`, t.back, 8),
          x,
          y,
        );
      return (
        box(356, 88, 88, 60, 30, t.front) +
        box(306, 134, 188, 74, 37, t.front) +
        box(264, 198, 272, 78, 39, t.front) +
        box(238, 266, 324, 80, 40, t.front) +
        box(226, 336, 348, 82, 41, t.front) +
        box(240, 408, 320, 76, 38, t.front) +
        line('M330 204h140M292 272h216M266 341h268M262 413h276', t.mid, 8) +
        area('M362 484v-60a38 38 0 0 1 76 0v60z', t.back) +
        box(206, 480, 388, 28, 14, t.mid) +
        bee(590, 196, -18) +
        bee(204, 262, 22)
      );
    },
  },
};
