import {parseFragment, type DefaultTreeAdapterTypes as Tree} from 'parse5';

/** A passage of a page that can be found and led to. */
export interface Passage {
  /** The page's file, and the anchor of its heading where it is not the first one. */
  readonly id: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** The passages of a page's HTML, each from a heading to the next. Long tables count with all their words. */
export function passagesOf(file: string, html: string): Passage[] {
  const passages: {id: string; heading: string; words: string[]}[] = [];
  const walk = (node: Tree.Node) => {
    if ('tagName' in node && /^h[1-4]$/.test(node.tagName)) {
      const anchor = node.attrs.find(({name}) => name === 'id')?.value;
      const id = passages.length && anchor ? `${file}#${anchor}` : file;
      passages.push({id, heading: wordsIn(node), words: []});
    } else if (node.nodeName === '#text' && 'value' in node) {
      passages.at(-1)?.words.push(node.value);
    } else if ('childNodes' in node && node.nodeName !== 'button') {
      node.childNodes.forEach(walk);
    }
  };
  walk(parseFragment(html));
  const page = passages[0]?.heading ?? file;
  return passages.map(({id, heading, words}) => ({id, page, heading, text: tidy(words.join(' '))}));
}

/** The page's first paragraph as plain text, for those who list pages. */
export function leadOf(html: string): string {
  const paragraph = /<p>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  return tidy(wordsIn(parseFragment(paragraph)));
}

const wordsIn = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : '';

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
