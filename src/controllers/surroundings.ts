/** The trees that an element stands in: its own, the one that its host stands in, and so on up to the document. */
export function treesOf(element: Element): Node[] {
  const tree = element.getRootNode();
  return tree instanceof ShadowRoot ? [tree, ...treesOf(tree.host)] : [tree];
}

/** What scrolls an element: the nearest one around it that can, across shadow roots and slots, else the page. */
export function scrollerOf(element: Element): Element {
  for (let node = around(element); node; node = around(node)) {
    const {overflowY} = getComputedStyle(node);
    if (/auto|scroll|hidden/.test(overflowY) && node.scrollHeight > node.clientHeight && !isPage(node))
      return node;
  }
  return document.scrollingElement ?? document.documentElement;
}

const isPage = (node: Element) => node === document.body || node === document.documentElement;

function around(element: Element): Element | null {
  if (element.assignedSlot ?? element.parentElement) return element.assignedSlot ?? element.parentElement;
  const tree = element.getRootNode();
  return tree instanceof ShadowRoot ? tree.host : null;
}
