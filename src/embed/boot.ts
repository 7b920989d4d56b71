import {askEarly} from '../api/early.ts';
import {cardsQuery, categoriesUrl, productsUrl, profileUrl} from '../api/requests.ts';
import {languageAt} from '../i18n/language-at.ts';
import {bestOf, dataLanguageOf} from '../i18n/language.ts';

/** The files that the build made, by what is in them, relative to this script. */
declare const CHUNKS: {
  readonly store: string;
  readonly engine: string;
  readonly words: Readonly<Record<string, string>>;
};

// The shortest way to the first card: its data, its words and its elements are all asked for in the script's first moment,
// instead of one after the other. What is asked for here is found, not asked again, by those that need it.
for (const store of document.querySelectorAll('rai-store[gateway]')) {
  try {
    ask(store);
  } catch {
    // The element itself will say what is wrong with its attributes.
  }
}
load(CHUNKS.store);

function ask(store: Element) {
  const gateway = store.getAttribute('gateway')!;
  const tag = languageAt(store);
  const lang = dataLanguageOf(tag);
  const [category, search, sort, pageSize] = ['category', 'search', 'sort', 'page-size'].map((name) =>
    store.getAttribute(name),
  );
  askEarly(productsUrl(gateway, cardsQuery(lang, {category, search, sort, pageSize})));
  askEarly(profileUrl(gateway, lang));
  askEarly(categoriesUrl(gateway, lang));
  load(CHUNKS.engine);
  const words = CHUNKS.words[bestOf(tag, Object.keys(CHUNKS.words)) ?? ''];
  if (words) load(words);
}

function load(file: string) {
  // A chunk that does not come is told by the element that misses it.
  import(/* @vite-ignore */ new URL(file, import.meta.url).href).catch(() => {});
}
