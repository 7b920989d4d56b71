/**
 * The tag to ask the Store API for. Its pages show primary subtags (`en`, `th`), so a script or country is sent only where
 * a reader would else get another's writing: in Chinese and Portuguese.
 */
export const dataLanguageOf = (tag: string): string => tag.replace(/^(?!zh|pt)(\w+).*/, '$1');

/** The language and the script that a tag means, with what it leaves unsaid: `zhHant` of `zh-TW`. */
function written(tag: string): string {
  const {language, script} = new Intl.Locale(tag).maximize();
  return language + script!;
}

/**
 * The first of `available` in the language of `tag`, and in a script that its reader reads, if there is one. All of them are
 * well-formed tags; else it throws a `RangeError`.
 */
export function bestOf(tag: string, available: readonly string[]): string | undefined {
  const wanted = written(tag);
  return available.find((one) => written(one) === wanted);
}

/** The tag, if `Intl` knows it for well-formed; else `undefined`, so that a page's typing error ends nothing. */
export function wellFormed(tag: string | null | undefined): string | undefined {
  try {
    return new Intl.Locale(tag!).toString();
  } catch {
    return undefined;
  }
}
