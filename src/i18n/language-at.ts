import {wellFormed} from './language.ts';

/**
 * The language that an element is to speak, as a well-formed BCP 47 tag: of its own `lang` attribute, else of the nearest
 * ancestor that has a usable one, shadow hosts among them, else the browser's.
 */
export function languageAt(element: Element): string {
  let node: ParentNode | null | undefined = element;
  while (node) {
    const tag = wellFormed((node as Partial<Element>).getAttribute?.('lang'));
    if (tag) return tag;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host;
  }
  return wellFormed(navigator.language) ?? 'en';
}
