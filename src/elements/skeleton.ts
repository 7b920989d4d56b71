import {css, html} from 'lit';

/** A card that is still on its way, of the shape that it will have. */
export const skeletonCard = () =>
  html`<div class="skeleton">
    <div class="bone picture"></div>
    <div class="lines">
      <div class="bone"></div>
      <div class="bone"></div>
      <div class="bone"></div>
      <div class="bone wide"></div>
    </div>
  </div>`;

/** How a skeleton looks: it breathes, unless motion is to be reduced. */
export const skeletonStyles = css`
  .skeleton {
    display: flex;
    flex-direction: column;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  .skeleton .picture {
    aspect-ratio: 4 / 3;
    border-radius: 0;
  }
  .lines {
    display: grid;
    gap: 12px;
    padding: 16px;
  }
  .bone {
    height: 16px;
    border-radius: 6px;
    background: var(--_faint);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .bone:nth-child(2) {
    width: 90%;
    height: 36px;
  }
  .bone:nth-child(3) {
    width: 40%;
    height: 44px;
  }
  .bone.picture {
    height: auto;
  }
  .wide {
    height: 40px;
    border-radius: var(--_control-radius);
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
