import {fileOf, scriptOf, type Embedding, type Way} from './embedding.ts';
import {styleIn} from './snippet.ts';

/** What a page's policy needs for a snippet besides its own, each directive with its sources. */
export type PolicyLines = readonly (readonly [directive: string, ...sources: string[]])[];

/** Gives the hash of a text as a policy names it, such as `'sha256-…'`. */
export type HashSource = (text: string) => Promise<string>;

/**
 * The lines that a page with a Content-Security-Policy needs for a snippet, and no more.
 *
 * @param pictures - The origins of the store's pictures.
 */
export async function policyLines(
  way: Way,
  embedding: Embedding,
  {pictures, hash}: {readonly pictures: readonly string[]; readonly hash: HashSource},
): Promise<PolicyLines> {
  const gateway = new URL(embedding.gateway).origin;
  const file = scriptOf(way, embedding);
  const script = file === undefined ? [] : [['script-src', new URL(fileOf(file, embedding)).origin] as const];
  if (way === 'iframe' || way === 'frame') return [...script, ['frame-src', gateway]];
  const style = styleIn(way, embedding);
  return [
    ...script,
    ['connect-src', gateway],
    ['img-src', ...new Set([...pictures, ...picturesIn(embedding)])],
    ...(style === undefined ? [] : [['style-src', await hash(style)] as const]),
    ['require-trusted-types-for', "'script'"],
    // Vue makes a policy of its own as soon as it is loaded.
    ['trusted-types', 'returningai-store', ...(way === 'vue' ? ['vue'] : [])],
  ];
}

/** The policy as the value of a header, a line for each directive. */
export const policyText = (lines: PolicyLines): string => lines.map((line) => line.join(' ')).join(';\n');

/** A text's hash by the browser, or by Node. */
export const sha256: HashSource = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
};

/** The origins of pictures that tokens name, such as a cover of the page's own. */
const picturesIn = ({values}: Embedding): readonly string[] =>
  Object.entries(values)
    .filter(([name]) => name.startsWith('--'))
    .flatMap(([, value]) => [...value.matchAll(/url\(\s*["']?(https?:\/\/[^"')\s]+)/g)])
    .flatMap(([, address]) => (URL.canParse(address!) ? [new URL(address!).origin] : []));
