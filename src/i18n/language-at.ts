import {wellFormed} from './language.ts';

/**
 * The language that an element is to speak, as a well-formed BCP 47 tag: of its own `lang` attribute, else of the nearest
 * ancestor that has a usable one, shadow hosts among them, else the browser's.
 */
export function languageAt(element: Element): string {
  for (let node: Element | undefined = element; node;) {
    const tag = wellFormed(node.closest('[lang]')?.getAttribute('lang'));
    if (tag) return tag;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return wellFormed(navigator.language) ?? 'en';
}
