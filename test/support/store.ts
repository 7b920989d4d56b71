import {fixture, html} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {ProductCardElement} from '../../src/elements/product-card.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import type {Gateway} from './gateway.ts';
import {part, said} from './look.ts';
import {until} from './until.ts';

/** A store on the page that has just begun to ask its gateway; in English, unless its attributes say otherwise. */
export async function startStore(
  {url}: Gateway,
  attributes: Readonly<Record<string, string>> = {},
): Promise<StoreElement> {
  const page = await fixture(html`<div></div>`);
  const store = document.createElement('rai-store');
  const all = {gateway: url, lang: 'en', ...attributes};
  for (const [name, value] of Object.entries(all)) store.setAttribute(name, value);
  page.append(store);
  return store;
}

/** A store on the page with its products, or what there is to say instead, on screen. */
export async function openStore(...given: Parameters<typeof startStore>): Promise<StoreElement> {
  const store = await startStore(...given);
  await until('the store', () => (part(store, 'grid') ? name(cardsOf(store)[0]) : noticeOf(store)));
  return store;
}

/** The element of a store that has the tag. */
export const inside = <K extends keyof HTMLElementTagNameMap>(
  store: StoreElement,
  tag: K,
): HTMLElementTagNameMap[K] => store.shadowRoot!.querySelector(tag)!;

/** The cards of a store. */
export const cardsOf = (store: StoreElement): ProductCardElement[] => [
  ...store.shadowRoot!.querySelectorAll('rai-product-card'),
];

const name = (card: ProductCardElement | undefined) => card && said(part(card, 'name'));

/** The names on a store's cards, in order. */
export const namesIn = (store: StoreElement): (string | undefined)[] => cardsOf(store).map(name);

/** Waits until a store's cards have these names. */
export const showing = (store: StoreElement, ...names: readonly string[]) =>
  until(names.join(', '), () => namesIn(store).join() === names.join());

/** What a store says instead of products, or beside them, with the way on after it. */
export const noticeOf = (store: StoreElement): string | undefined => {
  const notice = store.shadowRoot!.querySelector('rai-store-notice');
  return notice ? said(part(notice, 'notice')) : undefined;
};

/** Waits until a store says this. */
export const saying = (store: StoreElement, words: string) => until(words, () => noticeOf(store) === words);

/** Takes the way on that a store's notice offers. */
export const goOn = (store: StoreElement): void =>
  inside(store, 'rai-store-notice').shadowRoot!.querySelector('button')!.click();

/** The chips of a store's navigation. */
export const chipsOf = (store: StoreElement): HTMLElement[] => [
  ...inside(store, 'rai-category-nav').shadowRoot!.querySelectorAll<HTMLElement>('[part~="category"]'),
];

/** Types into a store's search field and presses Enter. */
export function searchFor(store: StoreElement, words: string): void {
  const finder = inside(store, 'rai-store-finder');
  (part(finder, 'search') as HTMLInputElement).value = words;
  finder.shadowRoot!.querySelector('form')!.requestSubmit();
}
