import {html} from 'lit';

/** A drawing of lines in the colour of the text around it. */
export const icon = (path: string) =>
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
    <path d=${path}></path>
  </svg>`;

/** A wrapped gift: a product without a picture, or a store without products. */
export const giftIcon = icon('M4 11h16v9H4zM3 7h18v4H3zm9 0v13M8 3l4 4 4-4');
