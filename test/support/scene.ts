import {StoreClient} from '../../src/api/client.ts';
import {Clock} from '../../src/controllers/clock.ts';
import type {Scene} from '../../src/controllers/scene.ts';
import {dataLanguageOf} from '../../src/i18n/language.ts';
import {loadText} from '../../src/i18n/text.ts';
import {idOf} from './product.ts';
import {aCategoryRecord, aStoreRecord} from './record.ts';

/** What the Store API answers with where all is well. */
interface Read {
  readonly store?: unknown;
  readonly categories?: unknown;
  readonly counts?: unknown;
}

/** The parts of a storefront as they come, with these in them. */
export const partsOf = ({store, categories, counts}: Read) => ({
  store: {data: store},
  categories: {data: categories},
  counts,
});

/** What the elements of a store share, in a language; a test names only what it is about. */
export async function aScene(own: Partial<Scene> & Read & {readonly language?: string} = {}): Promise<Scene> {
  const usual: Read = {
    store: aStoreRecord(),
    categories: [
      aCategoryRecord(),
      aCategoryRecord({_id: idOf(0xa2), name: 'Merchandise'}),
      aCategoryRecord({_id: idOf(0xa3), name: 'Causes'}),
    ],
    counts: {},
  };
  const {language = 'en', store, categories, counts, ...rest} = {...usual, ...own};
  return {
    client: new StoreClient('https://gateway.test/v1'),
    clock: new Clock(),
    lang: dataLanguageOf(language),
    text: await loadText(language),
    profile: {isOpen: true, currency: {name: 'Coins'}},
    parts: partsOf({store, categories, counts}),
    search: '',
    ...rest,
  };
}
