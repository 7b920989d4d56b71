import type {Page} from 'playwright-core';

/** Whatever has to be scrolled sideways though nothing should: the page itself, and open dialogs in whatever shadow root. */
export async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    const places: Element[] = [document.documentElement];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.matches('dialog[open], dialog[open] *')) places.push(element);
      }
    }
    return places
      .filter((element) => element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'hidden')
      .filter(({scrollWidth, clientWidth}) => scrollWidth > clientWidth + 1)
      .map(({localName, scrollWidth, clientWidth}) => `${localName}: ${scrollWidth} px in ${clientWidth} px`);
  });
}
