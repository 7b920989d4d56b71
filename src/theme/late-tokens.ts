import {css} from 'lit';

/** Further tokens, for what comes after the first cards; as in `tokens.ts`, a comment is what is said of them. */
export const lateTokens = css`
  .root {
    /* <color> The accent as words, on the surface: links and quiet ways on. */
    --_link: var(--rai-color-link, var(--_c-link, var(--_accent)));
    /* <color> The edge of a field, which shows where to write. */
    --_edge: var(--rai-color-edge, var(--_c-edge, light-dark(#85888f, #6f7987)));
    /* <font-family> The letters of names and titles, where they are not those of the rest. */
    --_title-font: var(--rai-title-font-family);
    /* <length> Corners of search, sort and filter. */
    --_field-radius: var(--rai-field-radius, 12px);
    /* <length> Corners of categories and of the balance, which are round unless it is said. */
    --_chip-radius: var(--rai-chip-radius, 22px);
    /* <length> Corners of the detail's panel. */
    --_panel-radius: var(--rai-panel-radius, 20px);
  }
  dialog {
    /* <length> In a frame that is higher than what is seen of it: where that begins, so that the detail opens there. */
    --_seen-top: var(--rai-seen-top, 0px);
    /* <length> And how high what is seen of the frame is. */
    --_seen: var(--rai-seen-height, 100vh);
  }
`;
