import {pseudoOf} from './pseudo.ts';
import type {OwnWords} from './text.ts';

type Words = Readonly<Record<string, string>>;

/** Words, and the tag of the language that they are in. */
interface Spoken {
  readonly language: string;
  readonly words: Words;
}

/**
 * What is spoken to a reader of `tag`, with the page's `own` words in their place. What the page has got wrong is told on
 * the console and left out.
 *
 * @param english - The words in English, which tell what can be said.
 * @param bestOf - Finds the best of some languages for a reader of `tag`.
 */
export function withOwn(
  own: OwnWords | string | null | undefined,
  tag: string,
  {language, words}: Spoken,
  english: Words,
  bestOf: (tag: string, available: readonly string[]) => string | undefined,
): Spoken {
  const given = objectOf(own);
  const isByTag = Object.values(given).some((value) => typeof value === 'object');
  const mine = isByTag ? objectOf(given[tag] ?? given[bestOf(tag, tagsOf(given)) ?? '']) : given;
  const said = Object.entries(mine).filter(
    ([key, value]) => isKnown(key, english) && typeof value === 'string',
  );
  for (const key of Object.keys(mine)) {
    if (!said.some(([known]) => known === key))
      complain(`"${key}" is not the name of words, or not given as a string`);
  }
  return {
    // Only a page that says so can be relied on to speak a language that the store does not.
    language: isByTag && said.length ? tag : language,
    words: {...(tag === 'en-XA' ? pseudoOf(english) : words), ...(Object.fromEntries(said) as Words)},
  };
}

/** The keys that are language tags, as all of them should be. */
const tagsOf = (given: object) =>
  Object.keys(given).filter((key) => {
    try {
      return new Intl.Locale(key);
    } catch {
      complain(`"${key}" is no language tag`);
      return false;
    }
  });

/** Whether there are such words in English, or would be in a language that has that plural. */
function isKnown(key: string, english: Words): boolean {
  const stem = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return key in english || (key !== stem && `${stem}_other` in english);
}

/** What the page gave, as a property or as JSON in an attribute. */
function objectOf(own: unknown): Readonly<Record<string, unknown>> {
  try {
    const given: unknown = typeof own === 'string' ? JSON.parse(own) : (own ?? {});
    if (given && typeof given === 'object') return given as Readonly<Record<string, unknown>>;
  } catch {
    // Told below.
  }
  complain('"words" is no JSON object');
  return {};
}

// eslint-disable-next-line no-console -- Whoever wrote the page looks nowhere else, and the shopper has words all the same.
const complain = (what: string) => console.warn(`rai-store: ${what}.`);
