import {area, box, disc, line, times, turned} from './pen.ts';
import type {Picture} from './scene.ts';

/** What one shows at a counter, by picture name. */
export const vouchers: Readonly<Record<string, Picture>> = {
  'cinema-ticket': {
    hue: 'indigo',
    draw: (t) => {
      const ticket = (colour: string) =>
        area(
          'M206 190h388q36 0 36 36v32a42 42 0 0 0 0 84v32q0 36-36 36H206q-36 0-36-36v-32a42 42 0 0 0 0-84v-32q0-36 36-36z',
          colour,
        );
      return (
        turned(9, ticket(t.mid)) +
        turned(
          -9,
          ticket(t.front) +
            line('M524 216v170', t.back, 9, '1 24') +
            area('M310 236q0-16 14-8l110 62q14 10 0 20l-110 62q-14 8-14-8z', t.back),
        )
      );
    },
  },
  'bookshop-voucher': {
    hue: 'coral',
    draw: (t) =>
      area('M164 206q110-24 236 34 126-58 236-34v262q-110-20-236 36-126-56-236-36z', t.mid) +
      area('M392 196c-50-48-124-58-196-46q-16 4-16 20v252q0 18 18 16c78-8 146 4 194 48z', t.front) +
      area('M408 196c50-48 124-58 196-46q16 4 16 20v252q0 18-18 16c-78-8-146 4-194 48z', t.front) +
      line(
        'M224 220c46-4 84 4 124 26M224 270c46-4 84 4 124 26M224 320c46-4 84 4 124 26M224 370c30-2 56 0 80 8',
        t.mid,
        11,
      ) +
      line('M452 246c30-16 58-22 84-24M452 296c30-16 58-22 84-24', t.mid, 11) +
      area('M548 142h46v180l-23-24-23 24z', t.pale),
  },
  'outdoor-voucher': {
    hue: 'leaf',
    draw: (t) =>
      line('M400 136c-40-70 120-70 90 10-14 40-60 40-84 20', t.mid, 11) +
      turned(
        8,
        area(
          'M372 116q28-24 56 0l100 86q16 14 16 36v220q0 40-40 40H296q-40 0-40-40V238q0-22 16-36z',
          t.front,
        ) +
          disc(400, 166, 25, t.back) +
          area('M400 214l62 82h-30l48 64h-62v52h-36v-52h-62l48-64h-30z', t.pale) +
          line('M320 452h160', t.mid, 11),
      ),
  },
  'museum-pass': {
    hue: 'sand',
    draw: (t) =>
      area('M384 108q16-8 32 0l208 104q16 12 0 22H176q-16-10 0-22z', t.front) +
      disc(400, 180, 27, t.pale) +
      box(188, 246, 424, 30, 8, t.mid) +
      times(
        4,
        (n) =>
          box(212 + n * 108, 284, 52, 142, 8, t.front) +
          line(`M${231 + n * 108} 304v102M${245 + n * 108} 304v102`, t.mid, 5),
      ) +
      box(188, 434, 424, 30, 8, t.mid) +
      box(160, 470, 480, 34, 10, t.front),
  },
  'barber-scissors': {
    hue: 'violet',
    draw: (t) => {
      const half = (colour: string) =>
        area('M488 262L470 108q-8-30-20-2-10 60 10 190z', colour) +
        line('M474 268l4 96', colour, 26) +
        `<circle cx="482" cy="420" r="54" fill="none" stroke="${colour}" stroke-width="26"/>`;
      return (
        turned(
          -8,
          box(214, 122, 66, 366, 20, t.mid) + times(15, (n) => line(`M240 ${146 + n * 23}h40`, t.back, 9)),
          240,
          300,
        ) +
        turned(24, half(t.mid), 474, 268) +
        `<g transform="matrix(-1 0 0 1 948 0)">${turned(24, half(t.front), 474, 268)}</g>` +
        disc(474, 268, 11, t.pale)
      );
    },
  },
  'bike-service': {
    hue: 'sky',
    ground: [230, 480],
    draw: (t) =>
      `<g fill="none" stroke="${t.front}" stroke-width="20"><circle cx="258" cy="372" r="98"/><circle cx="542" cy="372" r="98"/></g>` +
      times(
        8,
        (n) =>
          turned(n * 45, line('M258 354v-62', t.mid, 5), 258, 372) +
          turned(n * 45, line('M542 354v-62', t.mid, 5), 542, 372),
      ) +
      line('M258 372l70-150h162l-98 150zM328 222l64 150M542 372l-62-200', t.front, 19) +
      line('M480 172c20-10 60-16 64 16s-26 30-38 26', t.front, 17) +
      line('M314 190h-40', t.front, 21) +
      line('M328 222l-12-32', t.front, 15) +
      line('M290 190h54', t.front, 21) +
      disc(392, 372, 30, t.mid) +
      disc(392, 372, 11, t.pale) +
      line('M392 372l26 44h26', t.front, 12),
  },
  'boot-resoling': {
    hue: 'amber',
    ground: [210, 510],
    draw: (t) =>
      area('M254 120q0-22 22-22h124q20 0 20 20v76c10 50 60 62 112 76 62 16 96 52 98 112H254z', t.front) +
      box(244, 92, 186, 40, 18, t.mid) +
      line('M404 184h-54M412 224l-56 10M434 258l-46 26M468 282l-32 34', t.pale, 12) +
      line('M290 160v190h140', t.mid, 9) +
      box(246, 392, 390, 24, 10, t.mid) +
      area(
        'M248 440h388q12 0 10 16l-8 36q-2 14-16 14H290q-14 0-16-12l-6-14h-20q-10 0-10-10v-20q0-10 10-10z',
        t.front,
      ) +
      times(8, (n) => line(`M${310 + n * 42} 482v22`, t.back, 12)),
  },
};
