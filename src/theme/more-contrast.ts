import {css} from 'lit';

const sheet = css`
  @media (prefers-contrast: more) {
    .root {
      --_line: var(--_text);
      --_muted: var(--_text);
      --_edge: var(--_text);
    }
    /* And so in all that stands within, whatever the page or a preset has said around it. */
    .root > * {
      --rai-color-line: var(--_text);
      --rai-color-muted: var(--_text);
      --rai-color-edge: var(--_text);
    }
  }
`;

/** Has an element, and those within it, part and frame in the colour of its words where a shopper asks for more contrast, and say nothing paler. */
export function heedContrast({shadowRoot}: Element): void {
  const {adoptedStyleSheets} = shadowRoot!;
  if (!adoptedStyleSheets.includes(sheet.styleSheet!)) adoptedStyleSheets.push(sheet.styleSheet!);
}
