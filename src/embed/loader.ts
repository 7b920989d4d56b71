import {askEarly} from '../api/early.ts';
import {firstRequestOf} from './first-request.ts';
import {wayOut} from './way-out.ts';

/** The attributes of a tag that become the store's; none that could run or paint anything. */
const TAKEN = /^data-(?!on|style)/;

// The whole of a partner's snippet is one classic script tag. It puts a store where the tag stands, asks for its data at once, and
// has the boot script come, which finds the answer on its way.
const {currentScript} = document;
const tags = currentScript
  ? [currentScript as HTMLScriptElement]
  : // A module is not told which tag it is of.
    document.querySelectorAll<HTMLScriptElement>('script[type=module][src*="/embed.js"]');
for (const tag of tags) {
  const {src, dataset, nextElementSibling: next} = tag;
  // A page that is put together again from a copy of itself has the store already.
  const store = !dataset.gateway ? undefined : next?.localName === 'rai-store' ? next : put(tag);
  import(/* @vite-ignore */ new URL('rai-store.js', src).href).catch(() => {
    const link = dataset.redeemUrl && wayOut(dataset.redeemUrl);
    if (link) store?.append(link);
  });
}

/** The store that a tag stands for, now after it on the page. */
function put(tag: HTMLScriptElement): Element | undefined {
  if (!tag.parentNode || tag.closest('head')) {
    // eslint-disable-next-line no-console -- whoever pastes the tag has nowhere else to learn why there is no store
    console.warn('rai-store: no store can stand in the head.');
    return;
  }
  const store = document.createElement('rai-store');
  for (const {name, value} of tag.attributes) if (TAKEN.test(name)) store.setAttribute(name.slice(5), value);
  tag.after(store);
  try {
    askEarly(firstRequestOf(store));
  } catch {
    // The element itself will say what is wrong with its attributes.
  }
  return store;
}
