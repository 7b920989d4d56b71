/** What each letter becomes: still to be read by whoever reads English, and in no word that anybody wrote. */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'][index]!,
  ]),
);

/** A message with accents on every letter, a third longer, in brackets; its values stay as they are. */
function accented(message: string): string {
  const parts = message.split(/(\{\{.*?\}\})/);
  const words = parts.map((part, index) =>
    index % 2 ? part : part.replace(/[a-z]/gi, (letter) => LETTERS[letter]!),
  );
  return `[${words.join('')}${'~'.repeat(Math.ceil(message.length / 3))}]`;
}

/**
 * The words of the pseudo-locale `en-XA`, made of the English ones. On a screen in it, whatever has no accents has escaped
 * translation, and whatever lacks a bracket is cut.
 */
export const pseudoOf = (messages: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, accented(message)]));
