/** A text that is on screen or read out, and the language that it is marked as. */
export interface MarkedText {
  readonly text: string;
  readonly lang: string;
  /** Whether it is an attribute's value, in which nothing can be marked. */
  readonly isLabel: boolean;
}

/** Attributes whose values are read out or shown. */
const SAID = ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt'];

/** Every text in an element and in the shadow roots within it, by the nearest `lang` around it. */
export function textsIn(element: Element, lang = ''): MarkedText[] {
  const own = element.getAttribute('lang') ?? lang;
  const said = SAID.map((name) => element.getAttribute(name)).map((text) => ({
    text: (text ?? '').trim(),
    lang: own,
    isLabel: true,
  }));
  const nodes = [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes];
  const inside = nodes.flatMap((node) => {
    if (node instanceof Element) return /^(style|script)$/i.test(node.tagName) ? [] : textsIn(node, own);
    return node.nodeType === Node.TEXT_NODE
      ? [{text: (node.nodeValue ?? '').trim(), lang: own, isLabel: false}]
      : [];
  });
  return [...said, ...inside].filter(({text}) => text);
}
