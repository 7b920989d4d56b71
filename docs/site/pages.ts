import {basename, dirname, join, relative} from 'node:path/posix';

/** A part of the docs, as the list beside every page names it. */
export interface Section {
  readonly title: string;
  /** Its pages in their order: paths from `docs/`, without their endings. */
  readonly pages: readonly string[];
}

/** The pages whose order matters. What else `docs/` holds is listed after them, by itself. */
export const SECTIONS: readonly Section[] = [
  {title: 'Begin', pages: ['README', 'troubleshooting']},
  {title: 'Guides', pages: ['partner', 'community-manager', 'operator', 'host-developer']},
  {
    title: 'Recipes',
    pages: [
      'recipes/wordpress',
      'recipes/webflow',
      'recipes/react',
      'recipes/vue',
      'recipes/svelte',
      'recipes/strict-policy',
      'recipes/iframe',
      'recipes/search-engines',
    ],
  },
];

/** The pages that "npm run reference" writes, in the order in which they are listed. */
export const REFERENCE: Section = {
  title: 'Reference',
  pages: [
    'reference/README',
    'reference/rai-store',
    'reference/rai-product-card',
    'reference/rai-category-nav',
    'reference/rai-store-frame',
    'reference/events',
    'reference/tokens',
  ],
};

/** Pages of the docs that stand at the project's root, where a forge expects them: their names there. */
export const AT_ROOT = ['SECURITY', 'ARCHITECTURE', 'CONTRIBUTING'] as const;

/** The file that a page is written to, from the site's root: a folder's README is its index. */
export function fileOf(path: string): string {
  const name = basename(path);
  const page = name === 'README' ? 'index' : name === name.toUpperCase() ? name.toLowerCase() : name;
  return join(dirname(path), `${page}.html`);
}

/**
 * Where a link in a page's Markdown leads on the site. `undefined` stands for a file of the repository that is no page.
 *
 * @param from - Path of the page from `docs/`, without ending.
 * @param isPage - Whether there is a page of such a path.
 */
export function linkOnSite(
  href: string,
  from: string,
  isPage: (path: string) => boolean,
): string | undefined {
  if (/^(?:[a-z]+:|#|\/)/i.test(href)) return href;
  const [target = '', hash] = href.split('#');
  const fragment = hash === undefined ? '' : `#${hash}`;
  const path = join(dirname(from), target);
  if (/\.(?:jpe?g|png|svg|webp|txt|css)$/.test(path) && !path.startsWith('..')) return href;
  const page = pageAt(path);
  if (page === undefined || !isPage(page)) return undefined;
  return relative(dirname(fileOf(from)), fileOf(page)) + fragment;
}

/** The page that a path of the repository, seen from `docs/`, stands for. */
function pageAt(path: string): string | undefined {
  if (path === '../README.md') return 'README';
  const root = AT_ROOT.find((name) => path === `../${name}.md`);
  if (root) return root;
  if (path === 'decisions' || path === 'decisions/') return 'decisions/README';
  return path.startsWith('..') || !path.endsWith('.md') ? undefined : path.slice(0, -'.md'.length);
}
