import {addressed} from '../api/addressed.ts';
import {cardsQuery, storefrontUrl} from '../api/requests.ts';
import {languageAt} from '../i18n/language-at.ts';
import {dataLanguageOf} from '../i18n/language.ts';

/**
 * The address that a store on the page asks first, as its attributes, its language and the page's address say; the same whoever
 * makes it, since the answer is found by it.
 *
 * @param tag - The language that the store is to speak.
 * @throws Where an attribute cannot be used.
 */
export function firstRequestOf(store: Element, tag = languageAt(store)): string {
  const said = (name: string) => store.getAttribute(name);
  const options = {
    category: said('category'),
    search: said('search'),
    sort: said('sort'),
    pageSize: said('page-size'),
    show: said('show'),
    userId: said('user-id'),
    ...addressed(store),
  };
  return storefrontUrl(said('gateway')!, cardsQuery(dataLanguageOf(tag), options));
}
