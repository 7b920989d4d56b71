/** Subtags without which a reader of the language would get another's writing: Chinese scripts, Portuguese countries. */
const WRITTEN_APART = ['zh', 'pt'];

/** The primary subtag of a BCP 47 tag, such as `th` of `th-TH`. */
export const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** The tag to ask the Store API for. Its pages show primary subtags (`en`, `th`), so a country is sent only where it matters. */
export const dataLanguageOf = (tag: string): string =>
  WRITTEN_APART.includes(primaryOf(tag)) ? tag : primaryOf(tag);

/** The first of `available` that serves a reader of `tag`: the very tag, else its language, else `undefined`. */
export function bestOf<T extends string>(tag: string, available: readonly T[]): T | undefined {
  const wanted = tag.toLowerCase();
  return (
    available.find((one) => one.toLowerCase() === wanted) ??
    available.find((one) => one === primaryOf(wanted))
  );
}

/** The tag, if `Intl` knows it for well-formed; else `undefined`, so that a page's typing error ends nothing. */
export function wellFormed(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
