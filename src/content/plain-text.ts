/** The named references that editors write; what they write of others is UTF-8. Unknown ones stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', rsquo: '’', euro: '€',
}; // prettier-ignore

/** What is not read out: comments, and elements whose content is no text. An unclosed one reaches to the end. */
const SILENT =
  /<!--[^]*?(-->|$)|<(script|style|template|svg|math|iframe|title|textarea)\b[^]*?(<\/\2\s*>|$)/gi;

/** A tag, also one that is never closed. The quotes keep a `>` within an attribute from ending it. */
const TAG = /<\/?([a-z][^\s/>]*)("[^"]*"|'[^']*'|[^'">])*(>|$)/gi;

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
    .replace(/&(#x?)?(\w{1,8});/gi, reference)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length);
}

function reference(whole: string, numeric: string | undefined, name: string): string {
  if (!numeric) return NAMED[name] ?? whole;
  const code = parseInt(name, numeric.length > 1 ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
