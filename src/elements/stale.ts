import {html, LitElement, nothing} from 'lit';
import type {Scene} from '../controllers/scene.ts';
import {scrollerOf} from '../controllers/surroundings.ts';
import {styles} from './stale.styles.ts';

/**
 * Says that what is shown is the last good of a store that can't be reached, and as of when.
 *
 * @csspart stale - The mark.
 */
export class StaleElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    asOf: {attribute: false},
  };

  static override styles = styles;

  /** What it shares with its store. */
  scene?: Scene | undefined;

  #store: Node | undefined;

  /** Epoch ms at which what is shown was true; absent where that is now. */
  asOf?: number | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#store = this.getRootNode();
    this.#store.addEventListener('focusin', this.#uncover);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#store?.removeEventListener('focusin', this.#uncover);
  }

  /** Has what gets the focus come out from under the mark. */
  readonly #uncover = (event: Event) => {
    const mark = this.renderRoot.querySelector('.mark')?.getBoundingClientRect();
    const [target] = event.composedPath();
    if (!mark || !(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
    const {top, bottom} = target.getBoundingClientRect();
    if (bottom <= mark.top || top >= mark.bottom) return;
    // No more than leaves its top in view.
    scrollerOf(target).scrollBy(0, Math.min(bottom - mark.top + 8, Math.max(0, top - 8)));
  };

  protected override render() {
    const {scene, asOf} = this;
    if (!scene) return nothing;
    const {text} = scene;
    // The status stands before it has anything to say: only then is what it says later heard.
    return html`<div class="root" role="status" lang=${text.language} dir=${text.direction}>
      ${
        asOf === undefined
          ? nothing
          : html`<p part="stale" class="mark">
              ${text.say('store.stale', {when: text.format.moment(asOf)})}
            </p>`
      }
    </div>`;
  }
}
