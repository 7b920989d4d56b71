import {find, readIndex} from './find.js';

/** The most results that are listed. */
const MOST = 12;

/**
 * Finds passages of the docs while somebody types. The index is a file of the site, loaded when the field is first used: nothing
 * leaves the page, and it works without a network where the site does.
 *
 * @param {string} root - From the page's folder to the site's root.
 */
export function startSearch(root) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('.search input'));
  const list = /** @type {HTMLElement} */ (document.querySelector('.found'));
  const status = /** @type {HTMLElement} */ (document.querySelector('.search [role=status]'));
  /** @type {Promise<import('minisearch').default> | undefined} */
  let index;
  field.hidden = false;

  const load = () => {
    index ??= fetchIndex(`${root}search.json`);
    // What did not come is asked for again with the next letter.
    index.catch(() => (index = undefined));
    return index;
  };

  const show = async () => {
    const words = field.value.trim();
    if (!words) return hide();
    const found = await load().then(
      (passages) => find(passages, words),
      () => undefined,
    );
    if (field.value.trim() !== words) return;
    list.replaceChildren(...(found ?? []).slice(0, MOST).map((passage) => entry(root, passage)));
    if (!found) list.append(sentence('The search did not come. The list of all pages is beside this one.'));
    else if (!found.length) {
      list.append(sentence(`Nothing speaks of “${words}”. The whole list of pages is beside every page.`));
    }
    list.hidden = false;
    status.textContent = !found ? '' : found.length === 1 ? '1 passage' : `${found.length} passages`;
  };

  const hide = () => {
    list.hidden = true;
    list.replaceChildren();
    status.textContent = '';
  };

  field.addEventListener('focus', () => load().catch(() => {}));
  field.addEventListener('input', show);
  field.closest('search')?.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.key === 'Escape') {
      hide();
      field.focus();
    }
    if (event.key === 'Enter' && event.target === field) list.querySelector('a')?.click();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const places = [field, ...list.querySelectorAll('a')];
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const at = places.findIndex((place) => place === document.activeElement);
      places[(at + step + places.length) % places.length]?.focus();
      event.preventDefault();
    }
  });
  document.addEventListener('click', ({target}) => {
    if (target instanceof Node && !field.closest('search')?.contains(target)) hide();
  });
  document.addEventListener('keydown', (event) => {
    const {target} = event;
    if (event.key !== '/' || (target instanceof Element && target.closest('input, textarea, select'))) return;
    event.preventDefault();
    field.focus();
  });
}

/**
 * @param {string} root
 * @param {import('minisearch').SearchResult} passage
 */
function entry(root, {id, page = '', heading = ''}) {
  const link = document.createElement('a');
  link.href = root + id;
  link.textContent = heading;
  if (page !== heading) {
    const where = document.createElement('small');
    where.textContent = page;
    link.append(where);
  }
  const item = document.createElement('li');
  item.append(link);
  return item;
}

/** @param {string} text */
function sentence(text) {
  const item = document.createElement('li');
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  item.append(paragraph);
  return item;
}

/** @param {string} address */
async function fetchIndex(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return readIndex(await response.text());
}
