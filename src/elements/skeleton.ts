import {css, html} from 'lit';

/** A card that is still on its way, of the shape that it will have. */
export const skeletonCard = () => html`<div class="skeleton"><i></i><b></b><b></b><b></b></div>`;

/** How a skeleton looks: it breathes, unless motion is to be reduced. */
export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: 16px;
    padding-bottom: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  .skeleton > * {
    min-height: 40px;
    margin-inline: 16px;
    border-radius: var(--_control-radius);
    background: var(--_faint);
    animation: 1s infinite alternate breathe;
  }
  .skeleton i {
    aspect-ratio: var(--_card-ratio);
    margin: 0;
    border-radius: 0;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
