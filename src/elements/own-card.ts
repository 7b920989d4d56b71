import {html, LitElement, type PropertyValues} from 'lit';
import type {Product} from '../catalog/product.ts';
import {ClockController} from '../controllers/clock.ts';
import type {Scene} from '../controllers/scene.ts';
import {CardCopy} from './card-copy.ts';
import type {OwnContent} from './card-templates.ts';
import {RaiProductChooseEvent} from './events.ts';

/** Counts the copies of a page, so that each has a slot of its own. */
let count = 0;

/**
 * The place of a page's own card, or of its own foot of one, in a store's list: the slot that shows the copy of the page's
 * template, which it puts into the store's light DOM, keeps up to date, and takes away when it goes itself.
 *
 * @fires {RaiProductChooseEvent} rai-product-choose - The shopper chose this product; cancelable.
 */
export class OwnCardElement extends LitElement {
  static override properties = {
    own: {attribute: false},
    product: {attribute: false},
    scene: {attribute: false},
    show: {attribute: false},
    eager: {attribute: false},
  };

  /** What is copied, and to where. */
  own?: OwnContent;

  /** What the copy is of. */
  product?: Product;

  /** What it shares with its store. */
  scene?: Scene;

  /** What of the product is shown, as the store's attribute says it. */
  show?: string | undefined;

  /** Whether the picture is fetched at once. */
  eager = false;

  #copy: CardCopy | undefined;
  #copied: readonly unknown[] = [];
  /** The slots by which the copy passes the elements between the store's tree and this one. */
  #passages: readonly Element[] = [];
  #until: number | undefined;
  readonly #slot = `rai-copy-${(count += 1)}`;

  readonly #clock = new ClockController(
    this,
    () => this.scene?.clock,
    () => this.#until,
  );

  /** All that the copy consists of. */
  get copy(): HTMLElement | undefined {
    return this.#copy?.root;
  }

  override connectedCallback() {
    super.connectedCallback();
    // As a card it is as high as those beside it, and so is what the page has put there. Whatever is taken out of the flow there,
    // as what is only read aloud, stays within it: a row that scrolls would else not hold it.
    const asCard = {display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', height: '100%'};
    Object.assign(this.style, {position: 'relative'}, this.slot ? {display: 'block'} : asCard);
    this.#put();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#take();
  }

  /** The slot has to stand in the tree that this element stands in. */
  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    return html`<slot name=${this.#slot}></slot>`;
  }

  protected override update(changed: PropertyValues<this>) {
    super.update(changed);
    const {own, product, scene} = this;
    if (!own || !product || !scene) return;
    try {
      this.#copyFor(own, product.id);
      const words = scene.text.product(product, this.#clock.now, scene);
      this.#until = words.until;
      const shows = (part: string) => !this.show || this.show.includes(part);
      this.#copy!.show({product, scene, words, shows}, this.eager);
    } catch (cause) {
      // One card that fails is one card that says only what it is.
      reportError(cause);
      this.#copy?.root.replaceChildren(product.name ?? '');
    }
    this.#put();
  }

  /** What a page's script has done to the copy of one product is not to be seen on another one. */
  #copyFor(own: OwnContent, id: string) {
    if (this.#copied[0] === own && this.#copied[1] === id) return;
    this.#take();
    this.#copied = [own, id];
    this.#copy = new CardCopy(own.content, this.#slot, () => {
      const event = new RaiProductChooseEvent(this.product!);
      this.dispatchEvent(event);
    });
    own.keep(this.#copy.root, () => this.#put());
  }

  /** Puts the copy where it is seen, also where the page has taken it away. */
  #put() {
    const {store} = this.own ?? {};
    if (!store || !this.#copy || !this.isConnected || this.#copy.root.parentNode === store) return;
    store.append(this.#copy.root);
    if (this.#passages.length) return;
    this.#passages = [...hostsBetween(this, store)].map((host) => {
      const passage = document.createElement('slot');
      passage.name = passage.slot = this.#slot;
      host.append(passage);
      return passage;
    });
  }

  #take() {
    this.#copy?.root.remove();
    for (const passage of this.#passages) passage.remove();
    this.#passages = [];
  }
}

/** The elements in whose shadow trees something stands, from the inside, before the store's. */
function* hostsBetween(element: Element, store: Element): Generator<Element> {
  for (let tree = element.getRootNode(); tree instanceof ShadowRoot && tree.host !== store;) {
    yield tree.host;
    tree = tree.host.getRootNode();
  }
}
