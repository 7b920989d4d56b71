/** What the docs do beyond being read: search, copying, frames as high as what they show, the list of a page's headings. */
import {startSearch} from './search.js';

/** The highest that a sample's frame becomes, in px; what is higher scrolls inside. */
const HIGHEST = 640;

startSearch(document.body.dataset.root ?? '');
foldList();
listHeadings();
offerCopies();
for (const frame of document.querySelectorAll('iframe')) fit(frame);

/** On a phone the list of pages is folded, so that the page itself comes first. */
function foldList() {
  const list = /** @type {HTMLDetailsElement} */ (document.querySelector('.list'));
  const narrow = matchMedia('(max-width: 860px)');
  const follow = () => (list.open = !narrow.matches);
  narrow.addEventListener('change', follow);
  follow();
  const here = list.querySelector('[aria-current]');
  if (here instanceof HTMLElement && !narrow.matches) {
    list.scrollTop = here.offsetTop - list.clientHeight / 2;
  }
}

function listHeadings() {
  const list = /** @type {HTMLElement} */ (document.querySelector('.onpage'));
  const headings = [...document.querySelectorAll('article h2[id]')];
  for (const heading of headings) {
    const link = document.createElement('a');
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    const entry = document.createElement('li');
    entry.append(link);
    list.querySelector('ul')?.append(entry);
  }
  list.hidden = headings.length < 2;
}

function offerCopies() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('button.copy')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const code = button.closest('.code')?.querySelector('code');
      if (!code) return;
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'Copied';
        setTimeout(() => (button.textContent = 'Copy'), 2000);
      } catch {
        // The browser does not let this page: the reader's own keys do.
        getSelection()?.selectAllChildren(code);
      }
    });
  }
}

/**
 * Keeps a frame as high as the page in it, which is of this very origin.
 * @param {HTMLIFrameElement} frame
 */
function fit(frame) {
  const watch = () => {
    const body = frame.contentDocument?.body;
    if (!body) return;
    const follow = () => (frame.style.height = `${Math.min(HIGHEST, Math.ceil(body.offsetHeight))}px`);
    new ResizeObserver(follow).observe(body);
  };
  frame.addEventListener('load', watch);
  if (frame.contentDocument?.readyState === 'complete') watch();
}
