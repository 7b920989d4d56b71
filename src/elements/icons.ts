import {svg, html} from 'lit';

/** A drawing of lines in the colour of the text around it. */
export const icon = (shape: unknown) =>
  html`<svg
    viewBox="0 0 24 24"
    width="20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;

/** A wrapped gift: a product without a picture, or a store without products. */
export const giftIcon = icon(
  svg`<path d="M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7S11 3 8 3s-2 4 4 4 7-4 4-4-4 4-4 4" />`,
);

/** A coin with a star, for a currency that has no picture of its own. */
export const coinIcon = html`<svg class="coin" viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="10" cy="10" r="10" fill="#e0a526" />
  <path d="m10 4 2 4 4 .5-3 3 1 4.500-4-2-4 2 1-4.500-3-3L8 8Z" fill="#7a4e00" />
</svg>`;
