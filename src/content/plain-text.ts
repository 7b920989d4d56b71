/** The named references that editors write; what they write of others is UTF-8. Unknown ones stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', rsquo: '’',
}; // prettier-ignore

/** What is not read out: comments, and elements whose content is no text. An unclosed one reaches to the end. */
const SILENT = /<!--[^]*?(-->|$)|<(script|style|template|svg|math|title)\b[^]*?(<\/\2\s*>|$)/gi;

/**
 * A tag, also one that is never closed, or what a parser takes for a comment. A quote after `=` keeps a `>` from ending it. Once
 * begun it always matches, up to the end if need be: so it never goes back, however the text is made.
 */
const TAG = /<(?:\/?([a-z][^\s/>]*)|[!?])(=\s*("[^"]*("|$)|'[^']*('|$))|[^>])*(>|$)/gi;

/** Elements within a line: their tags part no words. */
const INLINE = /^(a|abbr|b|code|del|em|font|i|ins|mark|s|small|span|strong|su[bp]|u|wbr)$/i;

/** What a cut may leave at the end: a space, half of a character. */
const CUT = / ?[\ud800-\udbff]?$/;

/**
 * The words of merchant HTML on one line, at most `length` UTF-16 code units long, without parsing it into a document: on
 * a page with a strict policy, parsing alone would already set off reports. The result is text, and safe only as text.
 */
export function plainText(html: string, length = 240): string {
  return html
    .slice(0, length * 16)
    .replace(SILENT, ' ')
    .replace(TAG, (_tag, name: string | undefined) => (INLINE.test(name ?? '') ? '' : ' '))
    .replace(/&(#x?)?(\w{1,8});/gi, reference)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length)
    .replace(CUT, '');
}

function reference(whole: string, numeric: string | undefined, name: string): string {
  if (!numeric) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
  const code = parseInt(name, numeric.length > 1 ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
