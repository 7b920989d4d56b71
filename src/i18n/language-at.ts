import {wellFormed} from './language.ts';

/**
 * The language that an element is to speak, as a well-formed BCP 47 tag: of its own `lang` attribute, else of the nearest
 * ancestor that has a usable one, shadow hosts among them, else the browser's.
 */
export function languageAt(element: Element): string {
  for (let node: Element | undefined = element; node; node = shadowHostOf(node)) {
    const tag = wellFormed(node.closest('[lang]')?.getAttribute('lang'));
    if (tag) return tag;
  }
  return wellFormed(navigator.language) ?? 'en';
}

/** The element whose shadow tree holds this one. */
export function shadowHostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
