import {Parser} from 'htmlparser2';
import {LRUCache} from 'lru-cache';
import {SUMMARY_LENGTH} from '../api/contract.ts';
import {DROPPED_WITH_CONTENT} from '../content/policy.ts';

/** Elements within a line: their tags part no words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
);

const SILENT: ReadonlySet<string> = new Set(DROPPED_WITH_CONTENT);

/** Of longer HTML only so much is read: the words wanted are the first ones. */
const ENOUGH = 16 * SUMMARY_LENGTH;

/** The same descriptions come again with every refresh. */
const made = new LRUCache<string, string>({
  maxSize: 2 * 1024 * 1024,
  sizeCalculation: (summary, html) => summary.length + html.length + 1,
});

/** The first words of merchant HTML as plain text on one line, cut between words where that is near. */
export function summaryOf(html: string): string {
  let summary = made.get(html);
  if (summary === undefined) {
    summary = cut(wordsOf(html.slice(0, ENOUGH)));
    made.set(html, summary);
  }
  return summary;
}

function wordsOf(html: string): string {
  let words = '';
  let silent = 0;
  const part = (name: string) => {
    if (!INLINE.has(name)) words += ' ';
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (SILENT.has(name)) silent++;
        part(name);
      },
      ontext(text) {
        if (silent === 0) words += text;
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent--;
        part(name);
      },
    },
    {decodeEntities: true},
  );
  parser.end(html);
  return words.replace(/[\s\0]+/g, ' ').trim();
}

function cut(words: string): string {
  if (words.length <= SUMMARY_LENGTH) return words;
  // Half a surrogate pair is no character.
  const short = words.slice(0, SUMMARY_LENGTH).replace(/[\ud800-\udbff]$/, '');
  const end = short.lastIndexOf(' ');
  return end > SUMMARY_LENGTH - 24 ? short.slice(0, end) : short;
}
