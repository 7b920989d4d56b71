import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {presentationOf} from '../api/surroundings.ts';
import {SORTS} from '../api/requests.ts';
import type {Narrowing} from '../catalog/narrowing.ts';
import type {ProductPart} from '../api/projection.ts';
import type {ProductList} from '../controllers/product-list.ts';
import type {Text} from '../i18n/text.ts';
import type {MessageKey} from '../i18n/messages/messages.ts';
import type {Scene} from '../controllers/scene.ts';
import {exportParts} from './exported-parts.ts';
import {RaiSearchEvent} from './finding-events.ts';
import {styles} from './finder.styles.ts';
import {icon} from './icons.ts';

const searchIcon = icon('M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14m9 16-4-4');

const filterIcon = icon('M4 6h16M7 12h10M10 18h4');

/** How long a shopper pauses before what is typed is searched for, in ms. */
const PAUSE = 250;

/**
 * Where a shopper searches and sorts. It says what is wanted; the store keeps it.
 *
 * @fires {RaiSearchEvent} rai-search - The shopper searched or sorted; cancelable.
 * @csspart search - The search field.
 * @csspart sort - The choice of an order.
 * @csspart narrow - What leaves only some of the list: what can be redeemed now, what the balance is enough for.
 * @csspart type - The choice of a kind of reward.
 */
export class FinderElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    search: {attribute: false},
    sort: {attribute: false},
    isBusy: {attribute: false},
    shown: {attribute: false},
  };

  static override styles = styles;

  /** What is searched for now. */
  search = '';

  /** The order that holds now. */
  sort?: string;

  /** What it shares with its store. */
  scene?: Scene | undefined;
  /** The list that is shown, with what is left out of it. */
  shown?: ProductList | undefined;
  /** Whether the answer to the newest wish is still on its way. */
  isBusy = false;

  #pause: ReturnType<typeof setTimeout> | undefined;

  get #sort() {
    return SORTS.find((sort) => sort === this.sort) ?? SORTS[0];
  }

  constructor() {
    super();
    exportParts(this, 'search, sort, narrow, type');
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
          dir=${this.search ? 'auto' : nothing}
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
      ${this.#narrowing(scene)}
      <span class="unseen" role="status">${this.#status(scene)}</span>
    </form>`;
  }

  /** What a list can be narrowed by: where nothing would differ, there is nothing to choose. */
  #narrowing({text, balance, lang}: Scene) {
    const {narrowed, query} = this.shown ?? {};
    if (!narrowed || !query) return nothing;
    const {isRedeemable, isAffordable, type, types} = narrowed;
    const knows = (part: ProductPart) => query.parts.includes(part);
    const box = (name: 'isRedeemable' | 'isAffordable', isOn: boolean | undefined, key: MessageKey) =>
      html`<label class="choice"
        ><input
          type="checkbox"
          .checked=${!!isOn}
          @change=${() => this.#find({[name]: !isOn})}
        />${text.say(key)}</label
      >`;
    const boxes = [
      knows('stock') || knows('price') ? box('isRedeemable', isRedeemable, 'find.redeemable') : undefined,
      knows('price') && Number.isFinite(balance)
        ? box('isAffordable', isAffordable, 'find.affordable')
        : undefined,
      type !== undefined || types.length > 1 ? this.#types(types, type, text, lang) : undefined,
    ].filter((one) => one !== undefined);
    if (!boxes.length) return nothing;
    const count = [isRedeemable, isAffordable, type].filter(Boolean).length;
    return html`<details part="narrow" class="narrowing" @focusout=${closeWhenLeft} @keydown=${closeByEscape}>
      <summary class="filter ${count ? 'on' : ''}">
        ${filterIcon}<span class="unseen">${text.say('find.filter')}</span>
        ${count ? html`<span class="count">${text.format.number(count)}</span>` : nothing}
      </summary>
      <div class="panel" role="group" aria-label=${text.say('find.filter')}>${boxes}</div>
    </details>`;
  }

  #types(types: readonly string[], chosen: string | undefined, text: Text, lang: string) {
    const all = chosen === undefined || types.includes(chosen) ? types : [...types, chosen];
    return html`<select
      part="type"
      aria-label=${text.say('find.type')}
      @change=${(event: Event) => this.#find({type: (event.target as HTMLSelectElement).value || undefined})}
    >
      <option value="">${text.say('find.everyType')}</option>
      ${all.map((one) => html`<option lang=${lang} dir="auto" value=${one} ?selected=${one === chosen}>${one}</option>`)}
    </select>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    const field = this.renderRoot.querySelector('input');
    // What the shopper goes on typing stays, also a space after the word that is searched for.
    if (field && changed.has('search') && field.value.trim() !== this.search) field.value = this.search;
  }

  #status({text, total}: Scene) {
    if (this.isBusy) return text.say('store.loading');
    // What failed is said where the cards would be.
    if (total === undefined) return nothing;
    const {narrowed, products} = this.shown ?? {};
    const isPart = narrowed?.isOn ? !narrowed.isWhole : this.shown && hasGrown(this.shown);
    if (isPart && products) return text.say('store.resultsSoFar', {count: products.length});
    return text.say('store.results', {count: total});
  }

  #findSoon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#find(), PAUSE);
  }

  #find(narrowing?: Narrowing) {
    clearTimeout(this.#pause);
    const search = this.renderRoot.querySelector('input')!.value.trim();
    const sort = this.renderRoot.querySelector('select')!.value;
    if (search === this.search && sort === this.#sort && !narrowing) return;
    const {isRedeemable, isAffordable, type} = this.shown?.narrowed ?? {};
    const event = new RaiSearchEvent(
      search,
      sort,
      narrowing && {isRedeemable, isAffordable, type, ...narrowing},
    );
    this.dispatchEvent(event);
  }
}

/** Whether further products have come after the first page, and there are more. */
const hasGrown = ({products, query, total}: ProductList) =>
  products.length > query.limit && products.length < total;

/** What is chosen from lies over the cards: it goes when the shopper goes on to something else. */
function closeWhenLeft({currentTarget, relatedTarget}: FocusEvent) {
  const details = currentTarget as HTMLDetailsElement;
  if (relatedTarget && !details.contains(relatedTarget as Node)) details.open = false;
}

function closeByEscape({key, currentTarget}: KeyboardEvent) {
  const details = currentTarget as HTMLDetailsElement;
  if (key !== 'Escape' || !details.open) return;
  details.open = false;
  details.querySelector('summary')?.focus();
}
