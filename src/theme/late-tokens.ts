import {css} from 'lit';

/** Further colours, for what comes after the first cards: the accent as words, and the edge of a field. */
export const lateTokens = css`
  .root {
    --_link: var(--rai-color-link, var(--_c-link, var(--_accent)));
    --_edge: var(--rai-color-edge, var(--_c-edge, light-dark(#85888f, #6f7987)));
  }
`;
