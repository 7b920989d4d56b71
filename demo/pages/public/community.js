import {texts} from './community-texts.js';

/**
 * The community's own app: its switches for language and theme, and its channels, of which the address names one. What is said to the
 * store in its frame is what stands on the document and on the element; the element tells it.
 */

const root = document.documentElement;
const frame = /** @type {HTMLElement} */ (document.querySelector('rai-store-frame'));
const language = /** @type {HTMLSelectElement} */ (document.querySelector('#language'));
const theme = /** @type {HTMLSelectElement} */ (document.querySelector('#theme'));
const places = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))];
const english = new Map(places.map((place) => [place, place.textContent]));
const input = /** @type {HTMLInputElement} */ (document.querySelector('[data-placeholder]'));
const written = input.placeholder;

const languages = [...language.options].map(({value}) => value);
const wanted = [new URL(location.href).searchParams.get('lang') ?? '', ...navigator.languages];
speak(wanted.map((tag) => tag.replace(/-.*/, '')).find((tag) => languages.includes(tag)) ?? 'en');
paint(localStorage.getItem('theme') ?? 'auto');
open();

language.addEventListener('change', () => {
  const address = new URL(location.href);
  address.searchParams.set('lang', language.value);
  history.replaceState(null, '', address);
  speak(language.value);
});
theme.addEventListener('change', () => {
  localStorage.setItem('theme', theme.value);
  paint(theme.value);
});
addEventListener('hashchange', open);

/** @param {string} tag - One of those that the switch offers. */
function speak(tag) {
  language.value = tag;
  root.lang = tag;
  root.dir = tag === 'ar' ? 'rtl' : 'ltr';
  for (const place of places) {
    place.textContent = texts[tag]?.[place.dataset.text ?? ''] ?? english.get(place) ?? '';
  }
  frame.setAttribute('label', texts[tag]?.rewards ?? 'Rewards');
  input.placeholder = texts[tag]?.write ?? written;
  input.ariaLabel = input.placeholder;
}

/** @param {string} wish - `auto`, `light` or `dark`. */
function paint(wish) {
  theme.value = wish;
  root.dataset.theme = theme.value;
  frame.setAttribute('theme', theme.value);
}

/** Opens the channel that the address names; the rewards where it names none. */
function open() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('.channels a')]);
  const link = links.find(({hash}) => hash === location.hash) ?? links[0];
  for (const other of links) {
    if (other === link) other.setAttribute('aria-current', 'page');
    else other.removeAttribute('aria-current');
  }
  root.dataset.channel = link?.hash.slice(1) ?? '';
}
