import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** A public property, as a source maps it to a private one, and the comment above it. */
const TOKEN =
  /(?:\/\*\s*<(?<syntax>[\w-]+)>\s*(?<description>[^*]+?)\s*\*\/\s*)?--_[\w-]+:\s*var\((?<name>--rai-[\w-]+)(?:,\s*(?<rest>[^;]+))?\);/g;

/** The elements that are drawn by tokens; a frame's page is one of its own. */
const DRAWN = ['rai-store', 'rai-product-card', 'rai-category-nav'];

/**
 * The tokens that the theme's sources declare, in their order.
 *
 * @param {string} folder - Where `src` is.
 * @returns {(import('custom-elements-manifest/schema').CssCustomProperty & {syntax: string})[]}
 * @throws {Error} Where one has no comment that says its syntax and what it is for.
 */
export function tokensOf(folder = process.cwd()) {
  return ['tokens.ts', 'late-tokens.ts'].flatMap((file) =>
    [...readFileSync(join(folder, 'src/theme', file), 'utf8').matchAll(TOKEN)].map(({groups = {}}) => {
      const {name = '', syntax, description, rest = 'inherit'} = groups;
      if (!syntax || !description) {
        throw new Error(
          `${file}: write /* <syntax> What ${name} is for. */ above it, as its neighbours have it.`,
        );
      }
      return {
        name,
        syntax: `<${syntax}>`,
        description: description.replace(/\s+/g, ' '),
        default: usual(rest),
      };
    }),
  );
}

/**
 * What holds where neither the page nor the community's palette says anything.
 *
 * @param {string} rest - What follows the public name in `var()`.
 */
function usual(rest) {
  const value = rest.replace(/^var\(--_c-[\w-]+,\s*(.+)\)$/, '$1');
  // A private name stands for the token that it is made of.
  return value.replace(/var\(--_accent\)/, 'var(--rai-color-accent)');
}

/** Gives each element that is drawn by tokens all of them. */
export const tokens = () => ({
  name: 'tokens',
  /** @param {{customElementsManifest: import('custom-elements-manifest/schema').Package}} context */
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations = []} of customElementsManifest.modules) {
      for (const element of declarations) {
        if ('tagName' in element && DRAWN.includes(element.tagName ?? '')) element.cssProperties = tokensOf();
      }
    }
  },
});
