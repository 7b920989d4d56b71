/**
 * What merchant HTML may consist of. The widget's sanitiser and the gateway's cleaning both follow this one list, so
 * that what the gateway lets through is what the shopper sees.
 */

/** Longer HTML than this many UTF-16 code units is cut before it is parsed: a megabyte takes a phone a second. */
export const MAX_HTML_LENGTH = 65_536;

/** The elements that stay. Of any other element the text stays, except where {@link DROPPED_WITH_CONTENT} names it. */
export const ALLOWED_TAGS: readonly string[] = [
  'a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em',
  'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre',
  'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul',
]; // prettier-ignore

/** Attributes that stay on any allowed element. */
export const GLOBAL_ATTRIBUTES: readonly string[] = ['dir', 'lang', 'title'];

/** Attributes that stay on the named elements only. */
export const TAG_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start', 'reversed'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
};

/** Elements that go together with everything in them. */
export const DROPPED_WITH_CONTENT: readonly string[] = [
  'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'title', 'textarea', 'select', 'xmp',
]; // prettier-ignore

/** Attributes that every link gets, whatever it had: it opens apart, tells nothing and vouches for nothing. */
export const LINK_ATTRIBUTES: Readonly<Record<string, string>> = {
  target: '_blank',
  rel: 'noopener noreferrer nofollow ugc',
};

/** Attributes that every picture gets: fetched late, and without saying from which page. */
export const IMAGE_ATTRIBUTES: Readonly<Record<string, string>> = {
  loading: 'lazy',
  decoding: 'async',
  referrerpolicy: 'no-referrer',
};

/** The address of a link if it is an absolute web, mail or telephone address; else nothing. */
export function safeLink(address: string): string | undefined {
  return withScheme(address, (url) => ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol));
}

/** The address of a picture if it is absolute and https, or http on this very machine while developing; else nothing. */
export function safeImage(address: string): string | undefined {
  return withScheme(
    address,
    (url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)),
  );
}

/** Loopback is a potentially trustworthy origin, also over http (W3C Secure Contexts, section 3.1). */
const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

function withScheme(address: string, accepts: (url: URL) => boolean): string | undefined {
  try {
    const url = new URL(address);
    return accepts(url) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
