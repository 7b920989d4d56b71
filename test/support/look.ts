/** The element's part of a name, as a page's styles find it. */
export const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);

/** The first descendant in the element's shadow root that the selector finds. */
export const within = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E | null =>
  element.shadowRoot!.querySelector<E>(selector);

/** The text of an element as it is read out: on one line, without what is hidden from a screen reader. */
export function said(element: Element | null): string | undefined {
  if (!element) return undefined;
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** The text of an element as it is seen: on one line, without what is there for a screen reader alone. */
export function seen(element: Element | null): string | undefined {
  if (!element) return undefined;
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('.unseen')) unseen.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** The element that has the focus, in whatever shadow root. */
export function focused(): Element | null {
  let {activeElement} = document;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  return activeElement;
}
