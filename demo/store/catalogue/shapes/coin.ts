import {area, around, disc, times} from './pen.ts';
import {svg} from './scene.ts';

/** The currency's icon: a coin with a star, readable at 16 px. */
export function coin(scheme: 'light' | 'dark'): string {
  const [rim, face, mark] =
    scheme === 'light' ? ['#b97f10', '#e3a92c', '#7a4a00'] : ['#d99b22', '#f3c14f', '#6b4100'];
  const star = times(10, (n) => `${n ? 'L' : 'M'}${around(48, 49, n % 2 ? 12 : 27, n * 36).join(' ')}`);
  return svg(96, 96, [disc(48, 48, 46, rim), disc(48, 48, 38, face), area(`${star}z`, mark)]);
}
