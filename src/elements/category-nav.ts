import {html, LitElement, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {categoriesOf, countsOf} from '../api/surroundings.ts';
import {ChipRowController} from '../controllers/chip-row.ts';
import {NearestSceneController} from '../controllers/nearest-scene.ts';
import type {Scene} from '../controllers/scene.ts';
import type {OwnWords} from '../i18n/text.ts';
import {styles} from './category-nav.styles.ts';
import {exportParts} from './exported-parts.ts';
import {RaiCategoryChangeEvent} from './finding-events.ts';

/**
 * The store's categories as a row of chips, of which one is chosen.
 *
 * Tab reaches the chosen chip, the arrow keys move along the row. What is chosen is the store's to keep: the element
 * says what the shopper wants, and shows what the store then says.
 *
 * @attr {string} lang - The language of words and data, as a BCP 47 tag; the nearest `lang` around the navigation, else the browser's, unless it is said.
 * @attr {string} words - The page's own words as JSON, as a store takes them, for a navigation outside of any store; said before it is on the page.
 * @fires {RaiCategoryChangeEvent} rai-category-change - The shopper chose a category; cancelable.
 * @csspart nav - The row.
 * @csspart category - A chip; the chosen one is also `[aria-pressed="true"]`.
 */
export class CategoryNavElement extends LitElement {
  static override properties = {
    gateway: {},
    htmlFor: {attribute: 'for'},
    scene: {attribute: false},
  };

  static override styles = styles;

  /** Base URL of the gateway, for a navigation outside of any store. */
  gateway?: string;

  /** The page's own words, as a store takes them, for a navigation outside of any store; said before it is on the page. */
  words?: OwnWords | string | null | undefined;

  /** Id of the `<rai-store>` that it belongs to, for a navigation elsewhere on the page. */
  htmlFor?: string;

  /**
   * What the navigation shares with its store; found by itself where no store has drawn it.
   *
   * @ignore
   */
  scene?: Scene | undefined;

  /** How many there are in all, once a list has said so. */
  #all: number | undefined;

  #nearest: NearestSceneController | undefined;

  readonly #row = new ChipRowController(this);

  constructor() {
    super();
    exportParts(this, 'nav, category');
  }

  protected override firstUpdated() {
    if (!this.scene) this.#nearest = new NearestSceneController(this);
  }

  protected override render() {
    const {scene} = this;
    const categories = scene ? categoriesOf(scene) : [];
    if (!scene || !categories.length) return nothing;
    const {text, category, lang} = scene;
    const chips = [{id: undefined, name: text.say('nav.all'), cover: undefined}, ...categories];
    const chosen = chips.some(({id}) => id === category) ? category : undefined;
    const drawn = this.#row.take(chips);
    // The chosen one may be far from what is drawn.
    const [reached] = drawn.find(([, {id}]) => id === chosen) ?? drawn[0]!;
    return html`<div
      part="nav"
      class="root"
      role="group"
      aria-label=${text.say('nav.label')}
      lang=${text.language}
      dir=${text.direction}
      @keydown=${(event: KeyboardEvent) => this.#move(event)}
      @scroll=${this.#row.follow}
    >
      ${drawn.map(([index, {id, name, cover}]) =>
        // In another language the names are longer or shorter: new chips, so that none is seen to move.
        keyed(
          lang,
          html`<button
            part="category"
            class="chip"
            aria-pressed=${id === chosen}
            tabindex=${index === reached ? 0 : -1}
            lang=${id === undefined ? nothing : lang}
            @click=${() => this.#choose(id)}
          >
            ${cover ? html`<img class="cover" src=${cover} alt="" referrerpolicy="no-referrer" />` : nothing}
            <bdi>${name}</bdi>
            ${this.#count(id, scene)}
          </button>`,
        ),
      )}
    </div>`;
  }

  /**
   * How many products a chip stands for: what the list has brought, else what the gateway tells. A category whose number was not
   * known keeps it to itself when it is chosen: it would push the chips behind it.
   */
  #count(id: string | undefined, scene: Scene) {
    const {text, category, total, search} = scene;
    if (id === undefined && category === undefined && !search) this.#all = total ?? this.#all;
    // The gateway's counts are not decoded before.
    const known = id === undefined ? this.#all : countsOf(scene)[id];
    if (!Number.isFinite(known)) return nothing;
    const count = (id === category ? total : undefined) ?? (known as number);
    return html`<span class="count">${text.format.number(count)}</span>`;
  }

  #choose(category: string | undefined) {
    const event = new RaiCategoryChangeEvent(category);
    this.dispatchEvent(event);
    const store = this.htmlFor === undefined ? undefined : this.#nearest?.store;
    // A store around it hears the event by itself; everybody has heard of it before another one does what is wanted.
    if (store) queueMicrotask(() => event.defaultPrevented || (store.category = category));
  }

  #move(event: KeyboardEvent) {
    const at = this.#row.indexOf(event.target);
    const forward = this.scene?.text.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const steps: Readonly<Record<string, number>> = {[forward]: at + 1, [backward]: at - 1, Home: 0, End: -1};
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    void this.#row.focus(step);
  }
}
