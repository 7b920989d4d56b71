import {css, html, LitElement, nothing} from 'lit';
import type {Scene} from '../controllers/scene.ts';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';
import {icon} from './icons.ts';

const closeIcon = icon('m6 6 12 12M18 6 6 18');

/**
 * Stands where a product's detail would be while that cannot come: says why, and offers to try again. Without an error it is on its
 * way once more.
 *
 * @fires go - It is to be tried again.
 * @fires close - The shopper closed it.
 */
export class DetailLostElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    error: {attribute: false},
  };

  static override styles = [
    tokens,
    base,
    css`
      dialog {
        width: min(440px, 100vw - 48px);
        padding: 0;
        border: 0;
        background: none;
      }
      dialog::backdrop {
        background: rgb(10 14 18 / 0.55);
      }
      .root {
        position: relative;
        border-radius: 20px;
        background: var(--_surface);
      }
      .loading {
        padding: 48px 16px;
        color: var(--_muted);
        text-align: center;
      }
      .close {
        position: absolute;
        inset-block-start: 12px;
        inset-inline-end: 12px;
        width: 40px;
        min-height: 40px;
        padding: 0;
        border-radius: 50%;
      }
    `,
  ];

  /** What it shares with its store. */
  scene?: Scene | undefined;

  /** Why the detail did not come. */
  error: unknown;

  protected override render() {
    const text = this.scene?.text;
    if (!text) return nothing;
    return html`<dialog aria-label=${text.say('product.untitled')} @close=${() => this.#tell('close')}>
      <div part="detail" class="root" lang=${text.language} dir=${text.direction}>
        ${
          this.error
            ? html`<rai-store-notice
                .scene=${this.scene}
                .error=${this.error}
                @go=${() => this.#tell('go')}
              ></rai-store-notice>`
            : html`<p class="loading" role="status">${text.say('detail.loading')}</p>`
        }
        <button
          class="action quiet close"
          aria-label=${text.say('detail.close')}
          @click=${() => this.#dialog?.close()}
        >
          ${closeIcon}
        </button>
      </div>
    </dialog>`;
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  protected override updated() {
    if (this.#dialog && !this.#dialog.open && this.isConnected) this.#dialog.showModal();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    // A dialog that leaves the page is no longer modal, whatever it says.
    this.#dialog?.removeAttribute('open');
  }

  #tell(what: 'go' | 'close') {
    const event = new CustomEvent(what);
    this.dispatchEvent(event);
  }
}
