import type {Plugin} from 'vite';

/**
 * What Lit looks for on the page's window, and what it leaves there: support for browsers of long ago, its versions, and notes; and
 * what it would tell a developer who misuses it, which its development build has told already.
 */
const GLOBALS: readonly [what: RegExp, instead: string][] = [
  [/\(\w+\.(?:litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  [/\w+\.(?:litHtml|litElement|reactiveElement)PolyfillSupport\b/, 'void 0'],
  [/\w+\.litElementHydrateSupport\b/, '(void 0)'],
  [/\w+\.ShadowRoot&&\(void 0===\w+\.ShadyCSS.*?"replace"in CSSStyleSheet\.prototype/, 'true'],
  // What decorators say, of which there are none.
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
  [
    /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{const (\w+)=litPropertyMetadata\.get\(\1\);.*?elementProperties\.set\(\w+,\w+\)\}/,
    '',
  ],
  [/Error\("CSSResult is not constructable[^"]*"\)/, 'Error()'],
  [/Error\("Value passed to 'css' function.*?page security\."\)/, 'Error()'],
];

/** How often all of it is in Lit: versions and polyfills in each of its three packages, the others once. */
const EXPECTED = 12;

/**
 * Has Lit leave the page's window alone: nothing is put there, and nothing that a page or an extension has put there under a
 * name of Lit's is called. The build fails if Lit's source no longer has what is replaced here.
 */
export function litGlobals(): Plugin {
  let replaced = 0;
  return {
    name: 'no-lit-globals',
    apply: 'build',
    buildStart() {
      replaced = 0;
    },
    transform: {
      filter: {code: /(?:litHtml|litElement|reactiveElement)Versions|ShadyCSS/},
      handler(code) {
        for (const [what, instead] of GLOBALS) {
          code = code.replace(what, () => {
            replaced += 1;
            return instead;
          });
        }
        return {code, map: null};
      },
    },
    generateBundle() {
      if (replaced !== EXPECTED)
        this.error(`Lit's names on the window were found ${replaced} times, not ${EXPECTED}.`);
    },
  };
}
