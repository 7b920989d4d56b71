import {fixture, html} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {OwnCardElement} from '../../src/elements/own-card.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import type {Gateway} from './gateway.ts';
import {said} from './look.ts';
import {until} from './until.ts';

/** A card as a page's author may write it, with all that it can say. */
export const WHOLE_CARD = `
  <article class="my-card">
    <img data-rai="image" alt="">
    <h3 data-rai="name"></h3>
    <p data-rai="summary"></p>
    <b data-rai="price"></b> <i data-rai="currency"></i> <s data-rai="was"></s> <em data-rai="saving"></em>
    <small data-rai="stock"></small> <small data-rai="ends"></small> <span data-rai="badge"></span>
    <button data-rai="choose"></button>
  </article>`;

/** A template for a slot of a store. */
export function aTemplate(content: string, slot = 'card'): HTMLTemplateElement {
  const template = document.createElement('template');
  template.slot = slot;
  template.innerHTML = content;
  return template;
}

/** A store on the page, with what its author has put into it, that has just begun to ask its gateway. */
export async function startOwn(
  {url}: Gateway,
  content: readonly Node[] = [aTemplate(WHOLE_CARD)],
  attributes: Readonly<Record<string, string>> = {},
): Promise<StoreElement> {
  const page = await fixture(html`<div></div>`);
  const store = document.createElement('rai-store');
  for (const [name, value] of Object.entries({gateway: url, lang: 'en', ...attributes}))
    store.setAttribute(name, value);
  store.append(...content);
  page.append(store);
  return store;
}

/** A store on the page, drawn by its author's template. */
export async function openOwn(...given: Parameters<typeof startOwn>): Promise<StoreElement> {
  const store = await startOwn(...given);
  await until('cards of the page’s own', () => copiesOf(store).length);
  return store;
}

/** The places of a page's own cards in a tree, in the order of the list. */
export const placesIn = (root: ParentNode): OwnCardElement[] => [
  ...root.querySelectorAll<OwnCardElement>('rai-store-own-card'),
];

/** The page's own cards, in the order of the list. */
export const copiesOf = (store: StoreElement): HTMLElement[] =>
  placesIn(store.shadowRoot!).flatMap(({copy}) => copy ?? []);

/** All that the store has put among what the page has. */
export const putInto = (store: Element): Element[] => [...store.querySelectorAll(':scope > [data-rai-copy]')];

/** The element of a card that is bound to a name. */
export const bound = <E extends HTMLElement = HTMLElement>(copy: Element | undefined, name: string): E =>
  copy!.querySelector<E>(`[data-rai="${name}"]`)!;

/** What the cards of a store say under a name, as it is read out. */
export const saying = (store: StoreElement, name: string): (string | undefined)[] =>
  copiesOf(store).map((copy) => said(bound(copy, name)));

/** Waits until the cards of a store have these names. */
export const naming = (store: StoreElement, ...names: readonly string[]) =>
  until(names.join(), () => saying(store, 'name').join() === names.join());
