/** Says whether a page of this origin may read. */
export type OriginRule = (origin: string) => boolean;

/** Lets exactly the listed origins through. Scheme, host and port count; `null` never matches. */
export function originsOf(origins: readonly string[]): OriginRule {
  const listed = new Set(origins);
  return (origin) => origin !== 'null' && listed.has(origin);
}

/**
 * The origin as browsers write it in their `Origin` header, from what an operator writes.
 *
 * @throws {TypeError} What is not a single http or https origin: a pattern, a path, another scheme.
 */
export function originOf(text: string): string {
  const written = text.trim();
  if (written.includes('*')) throw new TypeError('a pattern names no single origin');
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TypeError('it is neither http nor https');
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new TypeError('it is more than scheme, host and port');
  }
  return url.origin;
}
