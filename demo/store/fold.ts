/** How much of a text is looked through when searching, in UTF-16 code units. */
const SEARCHED = 10_000;

/**
 * A text as it is compared: lower case, without the accents of European letters, compatibility forms made plain, spaces
 * joined. The same on every database, which their own collations are not.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a piece of HTML, folded. Only for finding: this is no sanitiser. */
export const foldHtml = (html: string) => fold(html.slice(0, SEARCHED).replace(/<[^>]*>/g, ' '));

/**
 * The runs of one, two and three characters of a folded text, each as a 32-bit number, for an inverted index that works
 * in every script: words are not needed (Thai and Japanese have no spaces), nor is a server's locale.
 */
export function gramsOf(folded: string): number[] {
  const characters = [...folded];
  const grams = new Set<number>();
  for (let size = 1; size <= 3; size++) {
    for (let at = 0; at + size <= characters.length; at++) grams.add(hash(characters, at, size));
  }
  return [...grams];
}

/** The longest runs of a folded search, all of which a text must have to hold it. */
export function gramsToFind(folded: string): number[] {
  const characters = [...folded];
  const size = Math.min(3, characters.length);
  const grams = new Set<number>();
  for (let at = 0; at + size <= characters.length; at++) grams.add(hash(characters, at, size));
  return [...grams];
}

/** FNV-1a. Two runs with one number only cost a second look: what the index finds is compared as text. */
function hash(characters: readonly string[], at: number, size: number): number {
  let value = 0x811c9dc5;
  for (let i = at; i < at + size; i++) value = Math.imul(value ^ characters[i]!.codePointAt(0)!, 0x01000193);
  return value | 0;
}
