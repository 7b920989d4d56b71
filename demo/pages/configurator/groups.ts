import type {Setting} from './manifest.ts';

/** The groups that settings stand in, in their order on the page. */
export const GROUP_NAMES = ['look', 'colours', 'shape', 'list', 'shopper', 'page'] as const;

export type GroupName = (typeof GROUP_NAMES)[number];

/** What stands in each group, in this order; what is not named stands after it, in the manifest's. */
const ORDER: Readonly<Partial<Record<GroupName, readonly string[]>>> = {
  look: ['theme', 'layout', 'show', 'lang', 'words', 'heading-level'],
  list: ['sort', 'category', 'search', 'product', 'page-size', 'low-stock', 'scroll', 'routing'],
  shopper: ['balance', 'signed-in', 'user-id', 'redeem-url'],
  page: ['gateway', 'json-ld'],
};

/** The group that a setting stands in; an attribute that is new stands with what concerns the page. */
export function groupOf({kind, name, control}: Setting): GroupName {
  if (kind === 'token') return control.type === 'colour' ? 'colours' : 'shape';
  return GROUP_NAMES.find((group) => ORDER[group]?.includes(name)) ?? 'page';
}

/** The settings of a group, those that are wanted most first. */
export function inGroup(group: GroupName, settings: readonly Setting[]): readonly Setting[] {
  const place = ({name}: Setting) => {
    const at = ORDER[group]?.indexOf(name) ?? -1;
    return at < 0 ? Infinity : at;
  };
  const own = settings.filter((setting) => groupOf(setting) === group);
  return own.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** What a setting is called where nobody has named it: its name in plain words. */
export function plainName(name: string): string {
  const words = name
    .replace(/^--rai-(color-)?/, '')
    .replace(/-/g, ' ')
    .replace(/\b(url|id|json|ld)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
