import {html, LitElement, nothing} from 'lit';
import type {Category} from '../catalog/product.ts';
import {Loading} from '../controllers/loading.ts';
import type {Scene} from '../controllers/scene.ts';
import {source} from '../controllers/source.ts';
import {cardItem} from './card-item.ts';
import {RaiCategoryChangeEvent} from './finding-events.ts';
import {styles} from './shelf.styles.ts';
import {skeletonCard} from './skeleton.ts';

/** How many products a shelf shows at most. */
const SIZE = 8;

/**
 * The first products of a category under its name, with a way to all of them. They are read when the shelf comes near what is
 * seen; where there are none, or they can't be read, nothing is shown.
 *
 * @fires {RaiCategoryChangeEvent} rai-category-change - The shopper wants all of them; cancelable.
 * @csspart shelf - All of it.
 * @csspart shelf-title - The category's name.
 * @csspart shelf-all - The way to all of the category's products.
 */
export class ShelfElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    category: {attribute: false},
    show: {attribute: false},
    item: {attribute: false},
    headingLevel: {attribute: false},
    isNear: {state: true},
  };

  static override styles = styles;

  /** What it shares with its store. */
  scene?: Scene | undefined;

  /** Whose products they are. */
  category?: Category | undefined;

  /** What the cards show, as the store's attribute says it. */
  show?: string | undefined;

  /** How its store draws a product. */
  item = cardItem;

  /** Level of the name as a heading; the products are one below. */
  headingLevel = 3;

  private isNear = false;

  readonly #reading = new Loading(this, {
    args: () =>
      [this.isNear ? this.scene?.client : undefined, this.scene?.lang, this.category?.id, this.show] as const,
    task: async ([client, lang, category, show], {signal}) =>
      client &&
      lang &&
      (await client.products(source.cardsQuery(lang, {category, show, pageSize: SIZE}), signal)),
  });

  readonly #near = new IntersectionObserver(
    (entries) => (this.isNear ||= entries.some(({isIntersecting}) => isIntersecting)),
    {rootMargin: '400px'},
  );

  override connectedCallback() {
    super.connectedCallback();
    this.#near.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#near.disconnect();
  }

  protected override render() {
    const {scene, category} = this;
    const {value, error} = this.#reading;
    if (!scene || !category || error || (value && !value.products.length)) return nothing;
    const {text, lang} = scene;
    return html`<section
      part="shelf"
      class="root"
      aria-labelledby="name"
      lang=${text.language}
      dir=${text.direction}
    >
      <div class="title">
        <div
          part="shelf-title"
          id="name"
          class="name"
          role="heading"
          aria-level=${this.headingLevel}
          lang=${lang}
        >
          <bdi>${category.name}</bdi>
        </div>
        <button
          part="shelf-all"
          class="all"
          aria-label=${text.say('nav.seeAllNamed', {name: category.name})}
          @click=${() => this.#seeAll(category)}
        >
          ${text.say('nav.seeAll')}
        </button>
      </div>
      <ul class="row" role="list" aria-busy=${!value}>
        ${
          value
            ? value.products.map((product) => this.item(product, scene, this))
            : new Array<undefined>(4).fill(undefined).map(() => html`<li inert>${skeletonCard()}</li>`)
        }
      </ul>
    </section>`;
  }

  #seeAll(category: Category) {
    const event = new RaiCategoryChangeEvent(category.id);
    this.dispatchEvent(event);
  }
}
