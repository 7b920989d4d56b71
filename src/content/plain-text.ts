/** The named references that merchants' editors write; others stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', ndash: '–', mdash: '—', hellip: '…', bull: '•',
  middot: '·', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', times: '×',
  deg: '°', euro: '€', pound: '£', yen: '¥', copy: '©', reg: '®', trade: '™', frac12: '½',
}; // prettier-ignore

/** What is not read out: comments, and elements whose content is no text. An unclosed one reaches to the end. */
const SILENT =
  /<!--[^]*?(?:-->|$)|<(script|style|template|noscript|svg|math|iframe|title|textarea)\b[^]*?(?:<\/\1\s*>|$)/gi;

/** A tag, also one that is never closed. The quotes keep a `>` within an attribute from ending it. */
const TAG = /<\/?([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*(?:>|$)/gi;

/** Elements within a line: their tags part no words. */
const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)$/i;

/**
 * The words of merchant HTML on one line, at most `length` UTF-16 code units long, without parsing it into a document: on
 * a page with a strict policy, parsing alone would already set off reports. The result is text, and safe only as text.
 */
export function plainText(html: string, length = 240): string {
  return html
    .slice(0, length * 16)
    .replace(SILENT, ' ')
    .replace(TAG, (_tag, name: string) => (INLINE.test(name) ? '' : ' '))
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]*));/gi, reference)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length);
}

function reference(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : parseInt(hex!, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
