import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {presentationOf} from '../api/surroundings.ts';
import {SORTS} from '../api/requests.ts';
import type {Scene} from '../controllers/scene.ts';
import {RaiSearchEvent} from './finding-events.ts';
import {styles} from './finder.styles.ts';
import {icon} from './icons.ts';

const searchIcon = icon('M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14m9 16-4-4');

/** How long a shopper pauses before what is typed is searched for, in ms. */
const PAUSE = 250;

/**
 * Where a shopper searches and sorts. It says what is wanted; the store keeps it.
 *
 * @fires {RaiSearchEvent} rai-search - The shopper searched or sorted; cancelable.
 * @csspart search - The search field.
 * @csspart sort - The choice of an order.
 */
export class FinderElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    search: {attribute: false},
    sort: {attribute: false},
    isBusy: {attribute: false},
  };

  static override styles = styles;

  /** What is searched for now. */
  search = '';

  /** The order that holds now. */
  sort?: string;

  /** What it shares with its store. */
  scene?: Scene | undefined;
  /** Whether the answer to the newest wish is still on its way. */
  isBusy = false;

  #pause: ReturnType<typeof setTimeout> | undefined;

  get #sort() {
    return SORTS.find((sort) => sort === this.sort) ?? SORTS[0];
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override render() {
    const {scene} = this;
    if (!scene) return nothing;
    const {text} = scene;
    // Named for its store: a page may have several.
    return html`<form
      class="root"
      role="search"
      aria-label=${presentationOf(scene).title ?? text.say('store.label')}
      lang=${text.language}
      dir=${text.direction}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        this.#find();
      }}
    >
      <label class="field">
        ${searchIcon}
        <input
          part="search"
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          aria-label=${text.say('find.search')}
          placeholder=${text.say('find.search')}
          value=${this.search}
          @input=${() => this.#findSoon()}
        />
      </label>
      <select
        part="sort"
        aria-label=${text.say('find.sort')}
        .value=${this.#sort}
        @change=${() => this.#find()}
      >
        ${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === this.#sort}>${text.say(`sort.${sort}`)}</option>`)}
      </select>
      <span class="unseen" role="status">${this.#status(scene)}</span>
    </form>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    const field = this.renderRoot.querySelector('input');
    // What the shopper goes on typing stays, also a space after the word that is searched for.
    if (field && changed.has('search') && field.value.trim() !== this.search) field.value = this.search;
  }

  #status({text, total}: Scene) {
    if (this.isBusy || total === undefined) return text.say('store.loading');
    return text.say('store.results', {count: total});
  }

  #findSoon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#find(), PAUSE);
  }

  #find() {
    clearTimeout(this.#pause);
    const search = this.renderRoot.querySelector('input')!.value.trim();
    const sort = this.renderRoot.querySelector('select')!.value;
    if (search === this.search && sort === this.#sort) return;
    const event = new RaiSearchEvent(search, sort);
    this.dispatchEvent(event);
  }
}
