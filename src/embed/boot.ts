import {askEarly, early, KEPT} from '../api/early.ts';
import {networkSource as source} from '../define/source.ts';
import {firstRequestOf} from './first-request.ts';
import {takePage} from './slot.ts';

/** The file that the build made of `show.ts`, relative to this script. */
declare const SHOW: string;

// The shortest way to the first card: its data, its words and its elements are all asked for in the script's first moment,
// instead of one after the other. What is asked for here is found, not asked again, by those that need it.
if (takePage(source)) {
  import(/* @vite-ignore */ new URL(SHOW, import.meta.url).href).catch(async () =>
    (await import('./refused.ts')).leadAllOut(source),
  );
  for (const store of document.querySelectorAll('rai-store[gateway]')) {
    try {
      ask(store);
    } catch {
      // Nothing is kept of it; or the element itself will say what is wrong with its attributes.
    }
  }
}

function ask(store: Element) {
  const tag = source.languageAt(store);
  const url = firstRequestOf(store, tag);
  askEarly(url);
  // The element tells if the words do not come; then it asks for them again.
  source.loadText(tag).catch(() => {});
  // A page's first formatter is dear; it is made while the answers are on their way, and later ones are cheap.
  new Intl.NumberFormat(tag).format(0);
  // What the tab has kept of an earlier visit is shown first, and then what is on its way. This is the last step, for it throws where
  // nothing is kept or nothing may be.
  // eslint-disable-next-line no-restricted-globals -- it reads what `kept.ts` has written
  early.get(url)!.unshift(new Response(...(JSON.parse(sessionStorage[KEPT + url] as string) as [string])));
}
