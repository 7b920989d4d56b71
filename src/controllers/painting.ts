import {heedContrast} from '../theme/more-contrast.ts';

/** What each element has been painted for. */
const painted = new WeakMap<Element, unknown>();

/** Whether there has been a palette: from then on one may also have to be taken back. */
let isNeeded = false;

/**
 * Gives an element the colours that its community has configured, once for each configuration, and that its shopper asks for. Most
 * stores have none of their own and never load what that takes. Resolves when it is done, or cannot be: a store without such colours is a store.
 */
export async function paint(element: Element, store: unknown): Promise<void> {
  heedContrast(element);
  if (painted.get(element) === store) return;
  painted.set(element, store);
  isNeeded ||= /"palette":\{"/.test(JSON.stringify(store));
  if (!isNeeded) return;
  try {
    const community = await import('../theme/community.ts');
    // There may be a newer configuration by now.
    if (painted.get(element) === store) community.paint(element.shadowRoot!, store);
  } catch {
    painted.delete(element);
  }
}
