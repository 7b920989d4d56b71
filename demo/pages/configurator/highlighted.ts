import {html, type TemplateResult} from 'lit';

/** What is told apart by colour: comments, quoted texts, names of tags, and what is hashed. */
const PARTS =
  /(?<comment><!--[\s\S]*?-->)|(?<text>"[^"]*"|'[^']*')|(?<tag><\/?[\w-]*|\/?>)|(?<token>--rai-[\w-]+)/g;

/** A text with its parts told apart by colour; as text it stays what it is. */
export function highlighted(text: string): readonly (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  for (const {0: piece, index, groups = {}} of text.matchAll(PARTS)) {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
    pieces.push(text.slice(at, index), html`<span class="hl-${kind}">${piece}</span>`);
    at = index + piece.length;
  }
  return [...pieces, text.slice(at)];
}
