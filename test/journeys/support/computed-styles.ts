/**
 * The computed styles of the elements inside of a page's store, by where they are: of each kind of element with its parts and classes, in
 * each root, the first one. It is run in the page.
 */
export function computedStyles(): Record<string, Record<string, string>> {
  const properties = [
    'align-items', 'animation-name', 'background-color', 'background-image', 'border-bottom-style', 'border-collapse',
    'border-spacing', 'border-top-color', 'border-top-left-radius', 'border-top-width', 'box-shadow', 'box-sizing', 'caption-side', 'caret-color',
    'clear', 'color', 'cursor', 'direction', 'display', 'filter', 'float', 'font-family', 'font-size', 'font-style', 'font-variant-caps', 'font-weight',
    'height', 'hyphens', 'letter-spacing', 'line-height', 'list-style-position', 'list-style-type', 'margin-bottom', 'margin-left', 'margin-right',
    'margin-top', 'max-width', 'min-height', 'opacity', 'outline-style', 'overflow-wrap', 'overflow-x', 'padding-bottom', 'padding-left',
    'padding-right', 'padding-top', 'paint-order', 'pointer-events', 'position', 'quotes', 'tab-size', 'text-align', 'text-align-last',
    'text-decoration-line', 'text-emphasis-style', 'text-indent', 'text-shadow', 'text-transform', 'transform', 'unicode-bidi', 'vertical-align',
    'visibility', 'white-space-collapse', 'width', 'word-break', 'word-spacing', 'writing-mode', 'z-index', '-webkit-text-fill-color', '-webkit-text-stroke-width',
  ]; // prettier-ignore
  const found: Record<string, Record<string, string>> = {};
  const roots: [string, ShadowRoot][] = [['', document.querySelector('rai-store')!.shadowRoot!]];
  for (const [place, root] of roots) {
    for (const element of root.querySelectorAll('*')) {
      const {localName, shadowRoot} = element;
      const path = `${place}/${localName}[${element.getAttribute('part') ?? ''}][${element.getAttribute('class') ?? ''}]`;
      if (path in found) continue;
      const style = getComputedStyle(element);
      const said: Record<string, string> = {};
      for (const property of properties) said[property] = style.getPropertyValue(property);
      found[path] = said;
      if (shadowRoot) roots.push([path, shadowRoot]);
    }
  }
  return found;
}
