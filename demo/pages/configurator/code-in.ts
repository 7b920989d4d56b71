import {html} from 'lit';

/** A sentence in which what stands in backticks is code. */
export const codeIn = (text: string) =>
  text.split('`').map((part, at) => (at % 2 === 0 ? part : html`<code dir="ltr">${part}</code>`));
