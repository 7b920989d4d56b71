import {html, LitElement, nothing} from 'lit';
import {kindOf, type StoreRequestError} from '../api/errors.ts';
import {RecoveryController} from '../controllers/recovery.ts';
import type {Scene} from '../controllers/scene.ts';
import type {MessageKey} from '../i18n/messages/messages.ts';
import {exportParts} from './exported-parts.ts';
import {giftIcon, icon} from './icons.ts';
import {styles} from './notice.styles.ts';

const cloudIcon = icon(
  'M7 18a4 4 0 0 1-.5-8 5.500 5.500 0 0 1 10.700 1.200A3.500 3.500 0 0 1 17 18zM4 4l16 16',
);

const againIcon = icon('M20 11a8 8 0 1 0-2.300 6.300M20 4v7h-7');

/** The element that a notice is shown in: a store, a card or a detail. */
interface Failing extends Element {
  readonly redeemUrl?: string | undefined;
}

/**
 * What is shown where there is nothing else to show: a small drawing, one sentence that says what is so, and one way on. Where
 * time may mend what failed, it takes that way by itself after a while; until then what the page has put into the element, or a link
 * to where redeeming leads, is the way out.
 *
 * @fires go - The way on is taken.
 * @csspart notice - All of it.
 */
export class NoticeElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    state: {attribute: false},
    error: {attribute: false},
  };

  static override styles = styles;

  /** Why there is nothing, where nothing failed. */
  state: 'closed' | 'empty' | 'bare' | undefined;

  /** Why something failed; mostly a `StoreRequestError`. */
  error: unknown;

  /** What it shares with its store. */
  scene?: Scene | undefined;

  constructor() {
    super();
    exportParts(this, 'notice');
    new RecoveryController(this, () => this.#go(this.shadowRoot?.activeElement !== null));
  }

  protected override render() {
    const text = this.scene?.text;
    if (!text) return this.#wordless();
    const {state} = this;
    const wayOn: MessageKey | undefined = this.error
      ? this.#retry
      : state === 'empty'
        ? 'store.reset'
        : undefined;
    return html`<div part="notice" class="root" lang=${text.language} dir=${text.direction}>
      <slot name="instead">
        ${state ? giftIcon : cloudIcon}
        <p role=${this.error ? 'alert' : nothing}>${text.say(`store.${state ?? this.#kind}`)}</p>
      </slot>
      ${wayOn ? html`<button class="action quiet" @click=${() => this.#go()}>${text.say(wayOn)}</button>` : nothing}
      ${this.error && this.#kind !== 'gone' ? this.#wayOut(text.say('redeem.open')) : nothing}
    </div>`;
  }

  /** What leads shoppers on who cannot be shown anything; where other products stand above, they have something. */
  #wayOut(label: string) {
    const {host} = this.getRootNode() as Partial<ShadowRoot>;
    if (!host || this.previousElementSibling?.part.contains('grid')) return nothing;
    if (hasContent(host)) return html`<slot name="out"></slot>`;
    const {redeemUrl} = host as Failing;
    return redeemUrl
      ? html`<a class="action quiet" href=${redeemUrl.replace('{product}', '')} target="_blank" rel="noopener"
          >${label}</a
        >`
      : nothing;
  }

  /** What the page has put there is the content of the element around: only a slot of that one's tree, put in here, shows it. */
  protected override updated() {
    if (this.shadowRoot!.querySelector('[name=out]')) this.#lend('out', '');
    const {host} = this.getRootNode() as Partial<ShadowRoot>;
    const own = this.error ? 'error' : this.state === 'closed' ? undefined : 'empty';
    for (const name of ['empty', 'error']) {
      if (name !== own) this.querySelector(`[name=${name}]`)?.remove();
      else if (host && [...host.children].some(({slot}) => slot === own)) this.#lend('instead', own);
    }
  }

  /** Has what the page has put into the slot `name` of the element around stand in the slot `slot` of this one. */
  #lend(slot: string, name: string) {
    if (this.querySelector(`[slot=${slot}][name='${name}']`)) return;
    const lent = document.createElement('slot');
    lent.slot = slot;
    lent.name = name;
    // What stands there instead of an alert is one.
    if (name === 'error') lent.role = 'alert';
    this.append(lent);
  }

  /** Where there are no words, as these can fail too: what the page has put there, and a way on that needs none. */
  #wordless() {
    return html`<div part="notice" class="root">
      <slot></slot>
      ${
        this.error
          ? html`<button class="action quiet" lang="en" aria-label="Try again" @click=${() => this.#go()}>
              ${againIcon}
            </button>`
          : nothing
      }
    </div>`;
  }

  get #kind() {
    const {error} = this;
    // What tells of it properly may not have come either.
    const isPlain = error instanceof TypeError || error instanceof DOMException || error instanceof Response;
    const {kind = isPlain ? kindOf(error) : 'failed'} = (error ?? {}) as Partial<StoreRequestError>;
    return kind === 'malformed' ? 'failed' : kind;
  }

  /** What is gone stays gone however often it is asked for. */
  get #retry() {
    return this.#kind === 'gone' ? undefined : 'store.retry';
  }

  #go(hasFocus = true) {
    if (hasFocus) this.#leaveFocus();
    const event = new CustomEvent('go');
    this.dispatchEvent(event);
  }

  /** The button goes with the notice, and the focus would go with it. */
  #leaveFocus() {
    const place = (this.getRootNode() as ParentNode).querySelector<HTMLElement>(
      '[part~=root], [part~=detail]',
    );
    place?.setAttribute('tabindex', '-1');
    place?.focus({preventScroll: true});
  }
}

/** Whether the page has put anything into an element for nobody's slot in particular. */
const hasContent = ({childNodes}: Node) =>
  [...childNodes].some((node) =>
    node instanceof Element ? !node.slot : node instanceof Text && /\S/.test(node.data),
  );
