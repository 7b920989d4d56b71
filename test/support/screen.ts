/** What languages write for a number that is none, or has no end. */
const NO_NUMBERS = ['en', 'ar', 'de', 'ja', 'th'].flatMap((language) =>
  [NaN, Infinity].map((value) => new Intl.NumberFormat(language).format(value)),
);

/** What no shopper can make sense of: what a computer says of what it has not, or a message that was not filled in. */
const NONSENSE = new RegExp(
  [
    String.raw`\b(NaN|undefined|null|Infinity|Invalid Date|function)\b`,
    String.raw`\[object |\{\{|\}\}|\$t\(`,
    ...NO_NUMBERS.filter((words) => words !== 'NaN'),
  ].join('|'),
  'u',
);

/** Attributes that are read out or seen. */
const SPOKEN = ['aria-label', 'alt', 'title', 'placeholder', 'value', 'aria-valuetext'] as const;

/** All nodes below one, those in shadow roots too, its own among them; what stands in templates and styles is no part of it. */
export function* nodesIn(root: Node): Generator<Node> {
  if (root.nodeName === 'STYLE' || root.nodeName === 'TEMPLATE') return;
  const {shadowRoot} = root as Partial<Element>;
  for (const node of [...root.childNodes, ...(shadowRoot?.childNodes ?? [])]) {
    yield node;
    yield* nodesIn(node);
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

/** What scrolls by design, so that more fits into it than is seen: the row of categories. */
const ROW = '[part~="nav"]';

/**
 * Each box in a tree whose content is wider than it, as `tag.class: content > box`. Text for a screen reader alone has a box
 * of one px; what is inside of something that scrolls is where it can be scrolled to; an ellipsis says itself that there is more.
 *
 * @param scrolls - A selector of what may scroll.
 */
export function overflowIn(root: Node, scrolls = ROW): readonly string[] {
  return [...nodesIn(root)]
    .filter(isElement)
    .filter((element) => !element.closest('.unseen, svg, option') && !element.matches(scrolls))
    .filter(({scrollWidth, clientWidth}) => clientWidth > 0 && scrollWidth > clientWidth)
    .filter((element) => !element.parentElement?.closest(scrolls))
    .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
    .map(
      (element) =>
        `${element.localName}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
    );
}
