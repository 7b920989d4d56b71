import {css, html, nothing} from 'lit';
import {plainText} from '../content/plain-text.ts';
import type {Scene} from '../controllers/scene.ts';
import {themedImage} from './themed-image.ts';

/** The store's cover with its title and a line about it. Before these are known it has their height already. */
export function head(scene: Scene | undefined, headingLevel: number) {
  if (!scene) return html`<header class="head"></header>`;
  const {profile, text, lang} = scene;
  const label = text.say('store.label');
  const line = profile?.description && plainText(profile.description);
  return html`<header part="head" class="head">
    ${profile?.cover ? themedImage(profile.cover, 'cover') : nothing}
    ${profile?.title ? html`<p class="label">${label}</p>` : nothing}
    <div
      part="title"
      class="title"
      role="heading"
      aria-level=${headingLevel}
      lang=${profile?.title ? lang : nothing}
    >
      <bdi>${profile?.title ?? label}</bdi>
    </div>
    ${line ? html`<p class="line" lang=${lang}><bdi>${line}</bdi></p>` : nothing}
  </header>`;
}

/** How the head looks: white on the store's cover, or on a gradient. */
export const headStyles = css`
  .head {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 156px;
    padding: 28px 32px;
    border-radius: var(--_radius);
    background: var(--rai-cover, linear-gradient(110deg, #1b4d43, #2c7a68 55%, #8b8746 80%, #c29a24));
    color: #ffffff;
    isolation: isolate;
    overflow: hidden;
  }
  .cover {
    position: absolute;
    z-index: -1;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  :dir(rtl) > .cover {
    transform: scaleX(-1);
  }
  .label {
    font-size: 13px;
    font-weight: 600;
    line-height: 20px;
  }
  .title {
    font-size: 32px;
    font-weight: 700;
    line-height: 40px;
    text-wrap: balance;
  }
  .line {
    margin-top: 4px !important;
  }
  @container (width < 560px) {
    .head {
      min-height: 176px;
      padding: 20px;
    }
    .title {
      font-size: 26px;
      line-height: 32px;
    }
  }
`;
