import {css} from 'lit';

/**
 * Every public `--rai-*` property with its default, mapped once to the short private name that the styles use; those that only
 * what comes after the first cards needs are in `late-tokens.ts`.
 *
 * A page sets the public ones anywhere above the element; below them are those of the community's own palette, where it has one
 * (`--_c-…`, from `community.ts`). Colours have one value for light and one for dark surroundings; which of the two holds follows
 * the element's `theme`.
 *
 * The comment above a property is what the manifest and the documentation say of it, after its syntax as CSS writes it.
 */
export const tokens = css`
  .root {
    /* <color> Cards, fields, dialogs and quiet buttons. */
    --_surface: var(--rai-color-surface, var(--_c-surface, light-dark(#ffffff, #1b2027)));
    /* <color> Words, on the surface. */
    --_text: var(--rai-color-text, var(--_c-text, light-dark(#1d2129, #eef0f3)));
    /* <color> Lesser words, on the surface: a card's line about the product, a list price, hints. */
    --_muted: var(--rai-color-muted, var(--_c-muted, light-dark(#5c6470, #a3abb8)));
    /* <color> Lines that part and frame, as a card's edge; they carry no meaning of their own. */
    --_line: var(--rai-color-line, var(--_c-line, light-dark(#e4e2db, #2c333d)));
    /* <color> The brand's colour: buttons, the chosen category, the focus ring. */
    --_accent: var(--rai-color-accent, var(--_c-accent, light-dark(#1f5f52, #7fd1bd)));
    /* <color> Words on the accent. */
    --_on-accent: var(--rai-color-on-accent, var(--_c-on-accent, light-dark(#ffffff, #0d2621)));
    /* <color> What is saved, when a discount ends, and mistakes in a form; on the surface and on the sale surface. */
    --_sale: var(--rai-color-sale, var(--_c-sale, light-dark(#a3182f, #ff9aa8)));
    /* <color> The tint behind the percent saved. */
    --_sale-surface: var(--rai-color-sale-surface, var(--_c-sale-surface, light-dark(#fde8ea, #3a1a21)));
    /* <color> That few are left, that a reward expires soon, that what is shown is of earlier; on the surface. */
    --_low: var(--rai-color-low, var(--_c-low, light-dark(#8a4b00, #ffc978)));
    /* <color> The ground of a picture that is on its way or missing, and of skeletons. */
    --_faint: var(--rai-color-faint, var(--_c-faint, light-dark(#efeee9, #262d36)));
    /* <image> The head's ground where the store has no picture for it; white words stand on all of it. */
    --_cover: var(--rai-cover, var(--_c-cover, linear-gradient(110deg, #1b4d43, #2c7a68)));
    /* <font-family> The letters, which are the page's own unless it says others. */
    --_font: var(--rai-font-family);
    /* <length> Corners of cards and of the head. */
    --_radius: var(--rai-radius, 16px);
    /* <length> Corners of buttons and fields. */
    --_control-radius: var(--rai-control-radius, 10px);
    /* <shadow> A card's shadow. */
    --_shadow: var(--rai-shadow, var(--_c-shadow, 0 1px 2px #0000000d, 0 4px 12px #0000000d));
    /* <length> How narrow a card may become before a row has one fewer, from 560 px of width on. */
    --_card-width: var(--rai-card-width, 224px);
    /* <ratio> A picture's width by its height. */
    --_card-ratio: var(--rai-card-ratio, 4 / 3);
  }
  :host([theme='light']) .root {
    --_scheme: light;
    --_if-light: inline;
    --_if-dark: none;
  }
  :host([theme='dark']) .root {
    --_scheme: dark;
    --_if-light: none;
    --_if-dark: inline;
  }
`;
