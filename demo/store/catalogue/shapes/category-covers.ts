import {area, box, disc, line, oval, placed, times, type Tones} from './pen.ts';
import {HUES, svg, type Hue} from './scene.ts';

/** The wide covers of the categories, by picture name; the shape stands in the middle, so that any crop shows it. */
export const categoryCovers: Readonly<Record<string, () => string>> = {
  'category-food': () => cover('amber', plate),
  'category-merchandise': () => cover('mint', bag),
  'category-experiences': () => cover('sky', balloon),
  'category-vouchers': () => cover('violet', gift),
  'category-causes': () => cover('leaf', heart),
  'category-digital': () => cover('indigo', cloud),
  'category-travel': () => cover('coral', lantern),
};

function cover(hue: Hue, draw: (tones: Tones) => string): string {
  const t = HUES[hue];
  return svg(1200, 400, [
    box(0, 0, 1200, 400, 0, t.back),
    `<g opacity=".3">${disc(1010, 40, 230, '#fff') + disc(150, 30, 120, '#fff')}</g>`,
    `<g opacity=".1">${area('M0 300c130-50 210-120 330-110s190 120 330 130 210-90 330-100 150 50 210 70v110H0z', t.front)}</g>`,
    `<g opacity=".14">${area('M0 370c110-20 220-80 360-64s240 70 420 50 270-60 420-16v60H0z', t.front)}</g>`,
    placed(328, -4, 0.68, draw(t)),
  ]);
}

const plate = (t: Tones) =>
  line('M196 110v90a30 30 0 0 0 60 0v-90M226 110v380', t.front, 20) +
  area('M560 490V120c50 20 74 80 70 170q-2 20-22 20h-24v180a12 12 0 0 1-24 0z', t.front) +
  disc(404, 300, 132, t.front) +
  disc(404, 300, 96, t.mid) +
  area('M404 356c-40-28-56-48-56-70 0-34 40-44 56-14 16-30 56-20 56 14 0 22-16 42-56 70z', t.pale);

const bag = (t: Tones) =>
  line('M326 226v-50c0-96 148-96 148 0v50', t.mid, 24) +
  area('M250 190h300q24 0 26 24l22 252q2 34-32 34H234q-34 0-32-34l22-252q2-24 26-24z', t.front) +
  disc(326, 240, 12, t.back) +
  disc(474, 240, 12, t.back) +
  area('M288 430l78-120 44 62 28-38 74 96z', t.pale);

const balloon = (t: Tones) =>
  line('M330 372l32 60M470 372l-32 60', t.front, 9) +
  area(
    'M400 92c96 0 160 70 160 152 0 70-54 110-90 146H330c-36-36-90-76-90-146 0-82 64-152 160-152z',
    t.front,
  ) +
  area('M400 92c50 20 70 80 70 152 0 60-20 106-34 146h-72c-14-40-34-86-34-146 0-72 20-132 70-152z', t.mid) +
  line(
    'M400 92c-14 40-20 90-20 152 0 60 6 106 12 146M400 92c14 40 20 90 20 152 0 60-6 106-12 146',
    t.pale,
    7,
  ) +
  box(352, 428, 96, 74, 16, t.front) +
  line('M354 448h92', t.mid, 9);

const gift = (t: Tones) =>
  line('M400 190c-30-90-130-110-140-60s70 70 140 60c70 10 150-10 140-60s-110-30-140 60z', t.front, 24) +
  box(204, 190, 392, 86, 20, t.front) +
  area('M224 288h352v176q0 36-36 36H260q-36 0-36-36z', t.front) +
  box(364, 190, 72, 310, 0, t.mid) +
  line('M224 288h352', t.back, 8) +
  oval(400, 190, 30, 22, t.mid);

const heart = (t: Tones) =>
  area(
    'M400 500C250 410 176 330 176 240c0-130 164-168 224-54 60-114 224-76 224 54 0 90-74 170-224 260z',
    t.front,
  ) +
  line('M400 430V300', t.pale, 16) +
  area('M400 330c-60 6-98-26-104-86 62-6 100 26 104 86zM402 290c0-54 32-88 92-90 2 58-32 92-92 90z', t.pale);

const cloud = (t: Tones) =>
  area('M262 410a98 98 0 0 1-14-194c6-84 74-132 148-132 70 0 126 42 144 104a112 112 0 0 1 6 222z', t.front) +
  line('M400 230v180M340 356l60 60 60-60', t.pale, 26) +
  line('M316 490h168', t.mid, 24);

const lantern = (t: Tones) =>
  line('M314 196c0-140 172-140 172 0', t.front, 15) +
  box(336, 140, 128, 34, 14, t.front) +
  area('M312 180h176l26 40H286z', t.front) +
  box(298, 214, 204, 210, 26, t.mid) +
  times(2, (n) => box(298 + n * 182, 214, 22, 210, 6, t.front)) +
  area('M400 250c40 46 54 70 54 96a54 54 0 0 1-108 0c0-26 14-50 54-96z', t.pale) +
  area('M400 316c16 20 22 30 22 42a22 22 0 0 1-44 0c0-12 6-22 22-42z', t.front) +
  area('M282 420h236l22 70q2 12-12 12H272q-14 0-12-12z', t.front);
