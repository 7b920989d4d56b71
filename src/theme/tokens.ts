import {css} from 'lit';

/**
 * Every public `--rai-*` property with its default, mapped once to the short private name that the styles use.
 *
 * A page sets the public ones anywhere above the element; below them are those of the community's own palette, where it has one
 * (`--_c-…`, from `community.ts`). Colours have one value for light and one for dark surroundings; which of the two holds follows
 * the element's `theme`.
 */
export const tokens = css`
  .root {
    --_surface: var(--rai-color-surface, var(--_c-surface, light-dark(#ffffff, #1b2027)));
    --_text: var(--rai-color-text, var(--_c-text, light-dark(#1d2129, #eef0f3)));
    --_muted: var(--rai-color-muted, var(--_c-muted, light-dark(#5c6470, #a3abb8)));
    --_line: var(--rai-color-line, var(--_c-line, light-dark(#e4e2db, #2c333d)));
    --_accent: var(--rai-color-accent, var(--_c-accent, light-dark(#1f5f52, #7fd1bd)));
    --_on-accent: var(--rai-color-on-accent, var(--_c-on-accent, light-dark(#ffffff, #0d2621)));
    --_sale: var(--rai-color-sale, var(--_c-sale, light-dark(#a3182f, #ff9aa8)));
    --_sale-surface: var(--rai-color-sale-surface, var(--_c-sale-surface, light-dark(#fde8ea, #3a1a21)));
    --_low: var(--rai-color-low, var(--_c-low, light-dark(#8a4b00, #ffc978)));
    --_faint: var(--rai-color-faint, var(--_c-faint, light-dark(#efeee9, #262d36)));
    --_radius: var(--rai-radius, 16px);
    --_control-radius: var(--rai-control-radius, 10px);
    --_shadow: var(--rai-shadow, var(--_c-shadow, 0 1px 2px #0000000d, 0 4px 12px #0000000d));
    --_card-width: var(--rai-card-width, 228px);
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
