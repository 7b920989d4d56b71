import MiniSearch from 'minisearch';

/** What of a passage is searched, and what of it is listed. */
export const FIELDS = {fields: ['heading', 'page', 'text'], storeFields: ['page', 'heading']};

/**
 * Passages that hold all of the words, or words that begin with them or are hardly different; the best first.
 *
 * @param {MiniSearch} index
 * @param {string} words
 */
export const find = (index, words) =>
  index.search(words, {
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: 'AND',
    boost: {heading: 3, page: 2},
  });

/**
 * The index that the build wrote. Throws where it is none.
 *
 * @param {string} text
 * @returns {MiniSearch}
 */
export const readIndex = (text) => MiniSearch.loadJSON(text, FIELDS);
