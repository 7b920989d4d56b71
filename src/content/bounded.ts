import {MAX_HTML_LENGTH} from './policy.ts';

/** After so many tags, those that close among them, merchant HTML is cut: a parser's time grows with the square of what is open. */
const MOST_TAGS = 4_000;

/** It is cut, too, where a parser could make more nodes of it than this. */
const MOST_NODES = 20_000;

/** So many formatting elements may have attributes; where there are more, none of them has. */
const MOST_DISTINCT = 8;

/** How many equal formatting elements a parser opens again at most: the “Noah’s Ark clause” of the HTML standard, 13.2.4.3. */
const MOST_EQUAL = 3;

const FORMATTING = 'b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u';
const TAG = new RegExp(`<(?:(${FORMATTING}|a)(?![^\\s/>]))?`, 'gi');
const DISTINCT = new RegExp(`<(${FORMATTING})[\\s/][^>]*>?`, 'gi');

/**
 * As much of merchant HTML, from its beginning, as a browser parses in no time, however it is made.
 *
 * A formatting element that is not closed is opened again in each paragraph that follows, and those with different attributes all
 * are: a few kilobytes can become millions of nodes. What is counted here is the most that can become of it.
 */
export function bounded(html: string): string {
  const short = html.slice(0, MAX_HTML_LENGTH);
  const distinct = short.match(DISTINCT)?.length ?? 0;
  const plain = distinct > MOST_DISTINCT ? short.replace(DISTINCT, '<$1>') : short;
  const times = new Map<string, number>();
  let open = distinct > MOST_DISTINCT ? 0 : distinct;
  let tags = 0;
  let nodes = 0;
  for (const {1: name, index} of plain.matchAll(TAG)) {
    tags += 1;
    nodes += 1 + open;
    if (tags > MOST_TAGS || nodes > MOST_NODES) return plain.slice(0, index);
    if (name === undefined) continue;
    const key = name.toLowerCase();
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    // A link ends the one before it.
    if (count <= (key === 'a' ? 1 : MOST_EQUAL)) open += 1;
  }
  return plain;
}
