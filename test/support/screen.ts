/** What no shopper can make sense of: what a computer says of what it has not, or a message that was not filled in. */
const NONSENSE =
  /\b(NaN|undefined|null|Infinity|Invalid Date)\b|\[object |∞|ليس رقم|\{\{|\}\}|\$t\(|\bfunction\b/u;

/** Attributes that are read out or seen. */
const SPOKEN = ['aria-label', 'alt', 'title', 'placeholder', 'value', 'aria-valuetext'] as const;

/** All nodes of a tree, those in shadow roots too; of the content of templates and styles, nothing. */
export function* nodesIn(root: Node): Generator<Node> {
  for (const node of root.childNodes) {
    yield node;
    if (node.nodeName === 'STYLE' || node.nodeName === 'TEMPLATE') continue;
    yield* nodesIn(node);
    const {shadowRoot} = node as Partial<Element>;
    if (shadowRoot) yield* nodesIn(shadowRoot);
  }
}

const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE;

/** What is written or read out anywhere in a tree that makes no sense, each with the text around it; nothing where all does. */
export function nonsenseIn(root: Node): readonly string[] {
  return [...nodesIn(root)].flatMap((node) => {
    const said = isElement(node)
      ? SPOKEN.map((name) => node.getAttribute(name) ?? '')
      : node.nodeType === Node.TEXT_NODE
        ? [node.nodeValue ?? '']
        : [];
    return said.filter((text) => NONSENSE.test(text)).map((text) => excerpt(text));
  });
}

/** The text around the first thing in it that makes no sense; undefined where everything does. */
const excerpt = (text: string) => {
  const at = text.search(NONSENSE);
  return text.slice(Math.max(0, at - 20), at + 20).trim();
};

/** Whether a sentence makes sense as far as a machine can tell. */
export const makesSense = (text: string): boolean => !NONSENSE.test(text);

/** What scrolls by design, so that more fits into it than is seen. */
const SCROLLS = '[part~="nav"], .prose';

/**
 * Each box in a tree whose content is wider than it, as `tag.class: content > box`. Text for a screen reader alone has a box
 * of one px, and what is inside of something that scrolls is where it can be scrolled to; an
 * ellipsis says itself that there is more.
 */
export function overflowIn(root: Node): readonly string[] {
  return [...nodesIn(root)]
    .filter(isElement)
    .filter((element) => !element.closest('.unseen, svg, option') && !element.matches(SCROLLS))
    .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
    .filter(({scrollWidth, clientWidth, parentElement}) => {
      const isInScroller = parentElement?.closest('.prose');
      return clientWidth > 0 && scrollWidth > clientWidth && !isInScroller;
    })
    .map(
      (element) =>
        `${element.localName}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
    );
}
