import {html, LitElement, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {presentationOf} from '../api/surroundings.ts';
import {plainText} from '../content/plain-text.ts';
import type {Scene} from '../controllers/scene.ts';
import {exportParts} from './exported-parts.ts';
import {styles} from './head.styles.ts';
import {markedAmount} from './price-in-words.ts';
import {themedImage} from './themed-image.ts';

/**
 * The store's cover with its title and a line about it, in white.
 *
 * @csspart head - The cover.
 * @csspart title - The store's title.
 * @csspart balance - What the shopper can spend, where the page tells.
 */
export class HeadElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    headingLevel: {attribute: false},
  };

  static override styles = styles;

  /** Level of the title as a heading. */
  headingLevel = 2;

  /** What it shares with its store. */
  scene?: Scene | undefined;

  constructor() {
    super();
    exportParts(this, 'head, title, balance');
  }

  protected override render() {
    const {scene} = this;
    if (!scene) return nothing;
    const {text, lang, balance} = scene;
    const {title, description, cover} = presentationOf(scene);
    const label = text.say('store.label');
    const line = description && plainText(description);
    // In another language its words lie elsewhere: new ones, so that none is seen to move there.
    return keyed(
      lang,
      html`<div part="head" class="root" lang=${text.language} dir=${text.direction}>
        ${cover ? themedImage(cover, 'cover') : nothing}
        ${title ? html`<p class="label">${label}</p>` : nothing}
        <div
          part="title"
          class="title"
          role="heading"
          aria-level=${this.headingLevel}
          lang=${title ? lang : nothing}
        >
          <bdi>${title ?? label}</bdi>
        </div>
        ${line ? html`<p class="line" lang=${lang}><bdi>${line}</bdi></p>` : nothing}
        ${
          Number.isFinite(balance)
            ? html`<p part="balance" class="balance">
                ${text.say('head.balance')} <b>${markedAmount(balance!, scene)}</b>
              </p>`
            : nothing
        }
      </div>`,
    );
  }
}
