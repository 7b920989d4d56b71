import MiniSearch from 'minisearch';

/**
 * A word as it is compared: of one and of many, British and American, it is the same.
 *
 * @param {string} term
 */
const processTerm = (term) =>
  term
    .toLowerCase()
    .replace(/(?<=\p{L}{4})s$/u, '')
    .replace('colour', 'color');

/** What of a passage is searched and in which form, and what of it is listed. */
export const FIELDS = {
  fields: ['heading', 'page', 'text'],
  storeFields: ['page', 'heading'],
  processTerm,
};

/**
 * Passages that hold all of the words, or words that begin with them; the best first, and decisions after what tells how to do
 * something. Where there is none, those with words that are hardly different.
 *
 * @param {MiniSearch} index
 * @param {string} words
 */
export function find(index, words) {
  const options = {
    prefix: true,
    combineWith: /** @type {const} */ ('AND'),
    boost: {heading: 3, page: 2},
    boostDocument: (/** @type {string} */ id) => (id.startsWith('decisions/') ? 0.3 : 1),
  };
  const found = index.search(words, options);
  return found.length
    ? found
    : index.search(words, {...options, fuzzy: (term) => (term.length > 4 ? 0.2 : false)});
}

/**
 * The index that the build wrote. Throws where it is none.
 *
 * @param {string} text
 * @returns {MiniSearch}
 */
export const readIndex = (text) => MiniSearch.loadJSON(text, FIELDS);
