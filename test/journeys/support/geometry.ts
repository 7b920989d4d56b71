import type {Page} from 'playwright-core';

/** What is too small to be hit, or cut, in whatever shadow root, each with its name and measures. */
export interface Shortcomings {
  readonly small: readonly string[];
  readonly cut: readonly string[];
}

/**
 * Measures what is on a page in elements of ours.
 *
 * Links within a sentence may be small, and a card's name is as large a target as its card. What is clamped to some lines by design
 * says so with an ellipsis, and is whole in the detail.
 *
 * @param least - The least width and height of a target, in px.
 */
export async function shortcomings(page: Page, least: number): Promise<Shortcomings> {
  return page.evaluate((least) => {
    const ours: HTMLElement[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (root instanceof ShadowRoot && element.checkVisibility({visibilityProperty: true}))
          ours.push(element);
      }
    }
    const [small, cut] = [
      ours
        .filter((element) => element.matches('button, a[href], select, input, textarea, summary'))
        .filter((element) => !element.closest('.prose, .name, .way'))
        .map((element) => element.closest<HTMLElement>('label, .field') ?? element)
        .filter((element) => {
          const {width, height} = element.getBoundingClientRect();
          return width > 0 && Math.min(width, height) < least - 0.5;
        }),
      ours.filter((element) => {
        const {overflowX, overflowY, textOverflow, webkitLineClamp, clipPath} = getComputedStyle(element);
        const isClamped = textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || clipPath !== 'none';
        // The ground behind a picture is a picture's corner, many times as large as it.
        if (isClamped || element.matches('textarea, select, svg *, :has(> .ground)')) return false;
        return (
          (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      }),
    ].map((elements) =>
      elements.map((element) => {
        const {width, height} = element.getBoundingClientRect();
        const name = (element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 40);
        return `${element.localName}.${element.className} "${name}" ${Math.round(width)} × ${Math.round(height)}`;
      }),
    );
    return {small: small!, cut: cut!};
  }, least);
}

/** The spacing of WCAG 1.4.12, put on everything, as a shopper's own style sheet would. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      root.adoptedStyleSheets.push(sheet);
      for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
  });
}

/** Words that lie over other words, as `words / words`, in elements of ours; where a dialog is open, within that. */
export async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: {element: Element; words: string; box: DOMRect}[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    let dialog: Element | undefined;
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.matches('dialog[open]')) dialog = element;
        if (root === document || !element.checkVisibility({visibilityProperty: true})) continue;
        if (element.closest('.unseen, option, svg')) continue;
        for (const node of element.childNodes) {
          if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const box of range.getClientRects()) texts.push({element, words: node.nodeValue.trim(), box});
        }
      }
    }
    const seen = texts.filter(({element, box}) => {
      let around: Element | null = element;
      let isInDialog = !dialog;
      while (around) {
        if (around === dialog) isInDialog = true;
        const {overflowX, overflowY} = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        const isClipped = overflowX !== 'visible' || overflowY !== 'visible';
        // What is scrolled away, or clamped, is not there to lie over anything.
        if (isClipped && (box.bottom > frame.bottom + 2 || box.top < frame.top - 2)) return false;
        if (isClipped && (box.right > frame.right + 2 || box.left < frame.left - 2)) return false;
        const root: Node = around.getRootNode();
        around = around.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
      }
      return isInDialog;
    });
    return seen.flatMap((one, at) =>
      seen
        .slice(at + 1)
        .filter(({element, box}) => {
          const width = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left);
          // Lines may stand so close that their boxes touch.
          const height = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top);
          return element !== one.element && width > 2 && height > Math.min(one.box.height, box.height) / 2;
        })
        .map(({words}) => `${one.words.slice(0, 40)} / ${words.slice(0, 40)}`),
    );
  });
}
