import {texts} from './partner-texts.js';

/**
 * The partner's own language switch: the page's words, `lang` and `dir` on the document, and `?lang=` in the address.
 * The store reads `lang` from the document by itself. What a shopper redeems in it is bought in redeem.js.
 */

const choice = /** @type {HTMLSelectElement} */ (document.querySelector('#language'));
const languages = [...choice.options].map(({value}) => value);
const places = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))];
const english = new Map(places.map((place) => [place, place.textContent]));

const wanted = [new URL(location.href).searchParams.get('lang') ?? '', ...navigator.languages];
const first = wanted.map((tag) => tag.replace(/-.*/, '')).find((language) => languages.includes(language));
show(first ?? 'en');

choice.addEventListener('change', () => {
  const address = new URL(location.href);
  address.searchParams.set('lang', choice.value);
  history.replaceState(null, '', address);
  show(choice.value);
});

/** @param {string} language - One of those that the switch offers. */
function show(language) {
  choice.value = language;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const place of places) {
    place.textContent = texts[language]?.[place.dataset.text ?? ''] ?? english.get(place) ?? '';
  }
}
