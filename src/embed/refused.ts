import type {Source} from '../controllers/source.ts';
import {wayOut} from './way-out.ts';

// This file takes nothing from an earlier one: what they share would be a further file before the first card.

/** The part of a store's configuration that is looked at here, where its members are what they should be. */
interface Told {
  readonly widget?: {readonly callToAction?: {readonly isEnabled?: unknown; readonly link?: unknown}};
}

/**
 * For a page on which the elements cannot be: its policy lets no template be parsed, or their file did not come. What the page has put
 * into a store stands; an empty one gets a link, to its `redeem-url` or to where the store's call to action leads.
 */
export function leadAllOut(source: Source): void {
  // Where they are registered, it is somebody else's element, or another edition's, that is at work.
  if (customElements.get('rai-store')) return;
  for (const store of document.querySelectorAll('rai-store[gateway]')) {
    if (/\S/.test(store.textContent) || store.firstElementChild) continue;
    void lead(store, source);
  }
}

async function lead(store: Element, source: Source) {
  const tag = source.languageAt(store);
  const label = await source.loadText(tag).then(
    (text) => text.say('store.label'),
    () => undefined,
  );
  const address = store.getAttribute('redeem-url') ?? (await callToActionOf(store, source, tag));
  const link = address && wayOut(address, label);
  if (link) store.append(link);
}

/** Where a store leads its shoppers by itself. */
async function callToActionOf(store: Element, source: Source, tag: string): Promise<string | undefined> {
  const query = source.cardsQuery(source.dataLanguageOf(tag), {});
  const told = await source.client(store.getAttribute('gateway')!, () => {}).surroundings(query);
  const {isEnabled, link} = (told.store as Told | undefined)?.widget?.callToAction ?? {};
  return isEnabled !== false && typeof link === 'string' ? link : undefined;
}
