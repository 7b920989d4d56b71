import {categoryCovers} from './shapes/category-covers.ts';
import {causes} from './shapes/causes.ts';
import {coin} from './shapes/coin.ts';
import {digital} from './shapes/digital.ts';
import {experiences} from './shapes/experiences.ts';
import {food} from './shapes/food.ts';
import {gear} from './shapes/gear.ts';
import {merchandise} from './shapes/merchandise.ts';
import {elevationProfile} from './shapes/profile.ts';
import {scene} from './shapes/scene.ts';
import {storeCover} from './shapes/store-covers.ts';
import {travel} from './shapes/travel.ts';
import {vouchers} from './shapes/vouchers.ts';

/** Every picture of the catalogue: file name to SVG, the same for the same source on every machine. */
export function pictures(): ReadonlyMap<string, string> {
  const products = {
    ...food,
    ...merchandise,
    ...gear,
    ...experiences,
    ...vouchers,
    ...causes,
    ...digital,
    ...travel,
  };
  return new Map([
    ...Object.entries(products).map(([name, picture]) => [`${name}.svg`, scene(picture)] as const),
    ...Object.entries(categoryCovers).map(([name, draw]) => [`${name}.svg`, draw()] as const),
    ['ridge-profile.svg', elevationProfile()],
    ['store-cover-light.svg', storeCover('light')],
    ['store-cover-dark.svg', storeCover('dark')],
    ['coin-light.svg', coin('light')],
    ['coin-dark.svg', coin('dark')],
  ]);
}
