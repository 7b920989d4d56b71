import {html, LitElement, nothing} from 'lit';
import {plainText} from '../content/plain-text.ts';
import type {Scene} from '../controllers/scene.ts';
import {styles} from './head.styles.ts';
import {withCurrency} from './price-in-words.ts';
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

  protected override render() {
    const {scene} = this;
    if (!scene) return nothing;
    const {profile, text, lang, balance} = scene;
    const label = text.say('store.label');
    const line = profile?.description && plainText(profile.description);
    return html`<header part="head" class="root" lang=${text.language} dir=${text.direction}>
      ${profile?.cover ? themedImage(profile.cover, 'cover') : nothing}
      ${profile?.title ? html`<p class="label">${label}</p>` : nothing}
      <div part="title" class="title" role="heading" aria-level=${this.headingLevel} lang=${lang}>
        <bdi>${profile?.title ?? label}</bdi>
      </div>
      ${line ? html`<p class="line" lang=${lang}><bdi>${line}</bdi></p>` : nothing}
      ${
        Number.isFinite(balance)
          ? html`<p part="balance" class="balance">
              ${text.say('head.balance')} <b>${withCurrency(text.format.number(balance!), scene)}</b>
            </p>`
          : nothing
      }
    </header>`;
  }
}
