import {html, render, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {firstChange} from '../catalog/offer.ts';
import {productThing, type Thing} from '../catalog/structured-data.ts';
import {ClockController} from './clock.ts';
import type {SceneGiver} from './nearest-scene.ts';
import type {ProductList} from './product-list.ts';
import type {Scene} from './scene.ts';

/** A store whose products search engines are told about where it has the attribute `json-ld`. */
export interface JsonLdHost extends ReactiveControllerHost, HTMLElement, SceneGiver {}

/** No more products than these are told about: a search engine reads no further. */
const MOST = 100;

/**
 * Tells search engines what a store lists, by JSON-LD in the store's light DOM: a block of data, which no policy of the page has
 * to allow, and which goes with the store.
 */
export class JsonLdController implements ReactiveController {
  readonly #host: JsonLdHost;
  readonly #list: {readonly value: ProductList | undefined};
  readonly #clock: ClockController;
  #scene: Scene | undefined;
  #until = Infinity;
  #block: HTMLScriptElement | undefined;
  #told = '';

  constructor(host: JsonLdHost, list: {readonly value: ProductList | undefined}) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
    // After this one, which finds out how long what is told holds.
    this.#clock = new ClockController(
      host,
      () => this.#scene?.clock,
      () => this.#until,
    );
    host.follow((scene) => (this.#scene = scene));
  }

  hostUpdated() {
    const {value} = this.#list;
    if (!value || !this.#scene || !this.#host.hasAttribute('json-ld')) return this.hostDisconnected();
    const products = value.products.slice(0, MOST);
    const {now} = this.#clock;
    this.#until = firstChange(products, now);
    const currency = this.#scene.profile?.currency?.name;
    this.#tell(listOf(products.map((product) => productThing(product, now, currency))));
  }

  hostDisconnected() {
    this.#block?.remove();
    this.#block = undefined;
    this.#told = '';
  }

  #tell(json: string) {
    if (json === this.#told) return;
    this.#told = json;
    this.#block ??= emptyBlock();
    this.#block.replaceChildren(document.createTextNode(json));
    if (!this.#block.isConnected) this.#host.append(this.#block);
  }
}

/**
 * A script of data. It comes out of a template, so to a browser it is one that has been run already: a page that requires trusted
 * types asks for none when text is written into it.
 */
function emptyBlock(): HTMLScriptElement {
  const holder = document.createDocumentFragment();
  render(html`<script type="application/ld+json"></script>`, holder);
  return holder.querySelector('script')!;
}

/** The list as JSON; put together by hand, since some old libraries have taught arrays another JSON. */
function listOf(things: readonly Thing[]): string {
  const items = things.map((item, index) => json({'@type': 'ListItem', position: index + 1, item}));
  return `{"@context":"https://schema.org","@type":"ItemList","itemListElement":[${items.join()}]}`;
}

/** JSON that ends no script wherever it is copied to. */
const json = (thing: Thing) => JSON.stringify(thing).replaceAll('<', '\\u003c');
