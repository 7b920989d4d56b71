import type {Category, StorePresentation} from '../catalog/product.ts';
import type {Surroundings} from './client.ts';
import {addressOf, imageOf, objectOf, textOf, type Json} from './members.ts';

// What stands around the cards comes after them, and so does the reading of it.

type Parts = Pick<Surroundings, 'parts'>;

/** Whether all has come that stands around the products; of what can't be read, the rest is shown without it. */
export const isWhole = ({profile, parts}: Surroundings): boolean =>
  profile !== undefined && Array.isArray(objectOf(parts.categories).data);

/** The store's configuration; nothing where that could not be read. */
export const configurationOf = ({parts}: Parts): Json => objectOf(objectOf(parts.store).data);

/** The number of products by category id, as far as the gateway tells; not checked to be numbers. */
export const countsOf = ({parts}: Parts): Json => objectOf(parts.counts);

/** How the store presents itself, out of either edition of its configuration; nothing where that could not be read. */
export function presentationOf(surroundings: Parts): StorePresentation {
  const {title, description, cover, widget} = configurationOf(surroundings);
  const action = objectOf(objectOf(widget).callToAction);
  return {
    title: textOf(title),
    description: textOf(description),
    cover: imageOf(cover),
    callToAction: action.isEnabled === false ? undefined : addressOf(action.link),
  };
}

/** Those lists that have been read. A store may have thousands of categories, and says them with every update. */
const read = new WeakMap<readonly unknown[], readonly Category[]>();

/** The categories that can be named and are not archived, in the store's order. */
export function categoriesOf({parts}: Parts): readonly Category[] {
  const categories = objectOf(parts.categories).data;
  if (!Array.isArray(categories)) return [];
  const before = read.get(categories);
  if (before) return before;
  const found = categories.map(categoryOf).filter((category) => category !== undefined);
  read.set(categories, found);
  return found;
}

function categoryOf(record: unknown): Category | undefined {
  const item = objectOf(record);
  const id = textOf(item._id);
  const name = textOf(item.name);
  return id === undefined || name === undefined || item.isArchived === true
    ? undefined
    : {
        id,
        name,
        cover: item.shouldShowCover === true ? addressOf(item.coverImage) : undefined,
        isPreview: item.viewType === 'preview',
      };
}
